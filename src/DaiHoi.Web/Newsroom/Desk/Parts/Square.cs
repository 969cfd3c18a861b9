using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Desk.Parts;

/// <summary>The state of an article: a square that fills with each step, and its word.</summary>
/// <param name="Kind">the class that colours it</param>
/// <param name="Fill">the path of what is filled</param>
internal sealed record Square(string Kind, string Fill, string Word)
{
    public static Square Of(ArticleStatus status, bool isReturned, bool isScheduled, Texts t) =>
        status switch
        {
            ArticleStatus.Draft when isReturned => new("returned", "M4 7h8v2H4z", t["state-returned"]),
            ArticleStatus.Draft => new("draft", "", ArticleWords.Of(status, t)),
            ArticleStatus.Submitted => new("submitted", "M3 10h10v3H3z", ArticleWords.Of(status, t)),
            ArticleStatus.Approved => new(
                "approved",
                "M3 6h10v7H3z",
                isScheduled ? t["state-scheduled"] : ArticleWords.Of(status, t)
            ),
            ArticleStatus.Published => new("published", "M3.5 8.2l3 3 6-6.4", ArticleWords.Of(status, t)),
            ArticleStatus.Withdrawn => new("withdrawn", "M4.5 4.5l7 7m0-7l-7 7", ArticleWords.Of(status, t)),
            _ => throw new InvalidOperationException(status.ToString()),
        };
}
