using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>Two texts of one article that were written at the same time, side by side, each with what it has of its own.</summary>
/// <param name="Who">who saved first; empty where it was brought in</param>
/// <param name="At">when, UTC</param>
internal sealed record Conflict(string Who, DateTime At, IReadOnlyList<ComparedPart> Parts)
{
    public static Conflict Of(Article theirs, string who, ArticleEdit mine) =>
        new(
            who,
            theirs.UpdatedAt,
            Comparison.Of(
                ComparedText.Of(
                    new(theirs.Title, theirs.Dateline, theirs.Lead, theirs.BodyHtml),
                    WrittenBody.AsKept(theirs.BodyHtml, theirs.Photos)
                ),
                ComparedText.Of(mine.Text, new(mine.Text.BodyHtml, mine.Photos))
            )
        );
}
