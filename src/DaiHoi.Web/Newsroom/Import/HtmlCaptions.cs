using AngleSharp.Dom;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Photographs of an HTML page: which pictures are photographs, and which line is their caption.</summary>
internal static class HtmlCaptions
{
    private const int LongestCaption = 300;
    private const int SmallestSide = 48;

    private static readonly string[] Ornaments = ["spacer", "blank", "pixel", "icon", "bullet", "print", "logo", "arrow", "line"];

    /// <summary>The photograph that a picture is, or null for an ornament of the layout.</summary>
    public static RecognisedPhoto? Photo(IElement picture, string caption)
    {
        var source = picture.GetAttribute("data-src") ?? picture.GetAttribute("src");
        var file =
            source is null || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? null : OldSite.AsRead(source);
        if (IsSmall(picture, "width") || IsSmall(picture, "height") || IsOrnament(file))
            return null;
        var alternative = Markup.FoldSpace(picture.GetAttribute("alt") ?? "");
        var (text, credit) = Byline.PhotoCredit(Markup.FoldSpace(caption));
        return new(text, alternative == text ? "" : alternative, credit, string.IsNullOrEmpty(file) ? null : file);
    }

    /// <summary>The photograph of a figure, with the caption that it holds.</summary>
    public static RecognisedPhoto? Photo(IElement figure) =>
        figure.QuerySelector("img") is { } picture
            ? Photo(picture, figure.QuerySelector("figcaption") is { } caption ? Dom.Text(caption) : "")
            : null;

    /// <summary>The page sets what stands in this element apart as captions are.</summary>
    public static bool SetsCaption(IElement around)
    {
        var names = around.ClassName + " " + around.Id;
        return names.Contains("caption", StringComparison.OrdinalIgnoreCase)
            || names.Contains("chuthich", StringComparison.OrdinalIgnoreCase)
            || around.LocalName is "center" or "figcaption"
            || string.Equals(around.GetAttribute("align"), "center", StringComparison.OrdinalIgnoreCase)
            || (around.GetAttribute("style") ?? "")
                .Replace(" ", "")
                .Contains("text-align:center", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Gives photographs the captions behind them, and makes headings of bold lines of their own.</summary>
    public static List<Block> Join(List<Block> blocks)
    {
        var joined = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            var photo = joined is [.., { Photo: { Caption: "" } bare }] ? bare : null;
            if (photo is not null && IsCaption(block))
            {
                var (caption, credit) = Byline.PhotoCredit(block.Text);
                joined[^1] = Block.Of(photo with { Caption = caption, Credit = credit ?? photo.Credit });
            }
            else if (block.Kind == BlockKind.Paragraph && block.IsStrong && joined.Count > 0 && IsSubHeading(block.Text))
            {
                joined.Add(block with { Kind = BlockKind.Heading });
            }
            else
            {
                joined.Add(block);
            }
        }
        return joined;
    }

    private static bool IsCaption(Block block) =>
        block.Kind == BlockKind.Paragraph
        && block.Text.Length <= LongestCaption
        && (block.LooksLikeCaption || PhotoCaption.IsShortLine(block.Text))
        && Byline.Names(block.Text).Count == 0;

    private static bool IsSubHeading(string text) =>
        Byline.Names(text).Count == 0
        && Byline.Source(text) is null
        && (PhotoCaption.IsShortLine(text) || (PhotoCaption.IsNumbered(text) && text.Length <= 150))
        && PhotoCaption.IsHeading(text.TrimEnd('.', ':'));

    private static bool IsSmall(IElement picture, string side) =>
        int.TryParse(picture.GetAttribute(side), out var pixels) && pixels < SmallestSide;

    private static bool IsOrnament(string? file)
    {
        var name = Path.GetFileNameWithoutExtension((file ?? "").Split('?', '#')[0]);
        return name.Length <= 1 && file is not null && name.All(char.IsAsciiDigit)
            || Array.Exists(
                Ornaments,
                word => name.Contains(word, StringComparison.OrdinalIgnoreCase) && name.Length < word.Length + 4
            );
    }
}
