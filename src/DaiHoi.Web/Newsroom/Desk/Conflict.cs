using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>Two texts of one article that were written at the same time, side by side, each with what it has of its own.</summary>
/// <param name="Who">who saved first; empty where it was brought in</param>
/// <param name="At">when, UTC</param>
/// <param name="Besides">what stands beside the text and is not the same in both</param>
internal sealed record Conflict(
    string Who,
    DateTime At,
    IReadOnlyList<ComparedPart> Parts,
    IReadOnlyList<(string Label, string Theirs, string Mine)> Besides
)
{
    /// <param name="section">what a section is called, by its id</param>
    public static Conflict Of(Article theirs, string who, ArticleEdit mine, Func<long, string> section, Texts t) =>
        new(
            who,
            theirs.UpdatedAt,
            Comparison.Of(
                ComparedText.Of(
                    new(theirs.Title, theirs.Dateline, theirs.Lead, theirs.BodyHtml),
                    WrittenBody.AsKept(theirs.BodyHtml, theirs.Photos)
                ),
                ComparedText.Of(mine.Text, new(mine.Text.BodyHtml, mine.Photos))
            ),
            [
                .. new (string Label, string Theirs, string Mine)[]
                {
                    (t["desk-section"], section(theirs.CategoryId), section(mine.CategoryId)),
                    (
                        t["article-authors"],
                        Listed(theirs.Authors.OrderBy(a => a.Position).Select(a => a.Author!.Name)),
                        Listed(mine.Authors)
                    ),
                    (t["article-source"], theirs.Source ?? "", mine.Source ?? ""),
                    (
                        t["article-tags"],
                        Listed(theirs.Tags.OrderBy(tag => tag.Position).Select(tag => tag.Tag!.Name)),
                        Listed(mine.Tags)
                    ),
                    (
                        t["article-related"],
                        Listed(theirs.Related.OrderBy(r => r.Position).Select(r => Number(r.OtherId))),
                        Listed(mine.Related.Select(Number))
                    ),
                    (t["article-featured"], Number(theirs.Featured), Number(mine.Featured)),
                }.Where(part => part.Theirs != part.Mine),
            ]
        );

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
