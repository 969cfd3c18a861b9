using DaiHoi.Web.Newsroom.Articles;

namespace DaiHoi.Web.Newsroom.Bodies;

/// <summary>The parts of a text that can be compared, as plain text.</summary>
internal sealed record ComparedText(string Title, string Dateline, string Lead, string Body)
{
    /// <param name="text">its body names photos by their place</param>
    public static ComparedText Of(ArticleText text, WrittenBody body) =>
        new(text.Title, text.Dateline ?? "", text.Lead, string.Join('\n', BodyLines.Of(body)));
}

/// <summary>Two texts, part by part, word by word.</summary>
internal static class Comparison
{
    public static IReadOnlyList<ComparedPart> Of(ComparedText before, ComparedText after) =>
        [
            Part(TextPart.Title, before.Title, after.Title),
            Part(TextPart.Dateline, before.Dateline, after.Dateline),
            Part(TextPart.Lead, before.Lead, after.Lead),
            Part(TextPart.Body, before.Body, after.Body),
        ];

    private static ComparedPart Part(TextPart part, string before, string after) =>
        new(part, before == after, WordDifference.Of(before, after));
}

internal sealed record ComparedPart(TextPart Part, bool IsSame, IReadOnlyList<DifferentPiece> Pieces);

internal enum TextPart
{
    Title,
    Dateline,
    Lead,
    Body,
}
