using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Checks;

/// <summary>What is pointed out before an article is published. Nothing here forbids: people decide.</summary>
internal sealed class ArticleChecks(Sql sql, LinksInside links, OutsideLinks outside, SiteSettings settings, SiteClock clock)
{
    private const int LongTitle = 90;
    private const int LongLead = 80;

    // Headlines that are compared: a year and more of a province's news.
    private const int Compared = 2000;

    /// <summary>What is well and what to look at, in the order of the text.</summary>
    public async Task<List<Finding>> OfAsync(Article article, Texts t, CancellationToken stop)
    {
        var lines = BodyLines.Of(WrittenBody.AsKept(article.BodyHtml, article.Photos));
        var text = string.Join('\n', lines.Prepend(article.Lead).Prepend(article.Title));
        return
        [
            .. Size(article, t),
            .. Photos(article, t),
            .. Headings(article, t),
            .. Percentages
                .WrongIn(text)
                .Select(wrong => Finding.Look(t["check-percentage", wrong.Written, wrong.Right.ToString("0.####", t.Culture)])),
            .. FutureDates.In(text, clock.Today).Select(date => Finding.Look(t["check-future", date])),
            .. await LinksAsync(article, t, stop),
            .. await TitlesAsync(article, t, stop),
            .. Around(article, t),
        ];
    }

    private static IEnumerable<Finding> Size(Article article, Texts t)
    {
        var (letters, words) = (article.Title.Length, WordsIn(article.Lead));
        yield return new(letters <= LongTitle && words is > 0 and <= LongLead, t["check-size", letters, words]);
        if (letters > LongTitle)
            yield return Finding.Look(t["check-title-long", LongTitle]);
        if (words == 0)
            yield return Finding.Look(t["check-lead-missing"]);
        else if (words > LongLead)
            yield return Finding.Look(t["check-lead-long", LongLead]);
        if (article.BodyHtml.Length == 0)
            yield return Finding.Look(t["check-body-missing"]);
    }

    private static IEnumerable<Finding> Photos(Article article, Texts t)
    {
        var shown = PhotoPlaces
            .In(article.BodyHtml)
            .Select(id => article.Photos.Find(photo => photo.Id == id))
            .OfType<Photo>()
            .ToList();
        if (shown.Count == 0)
            yield break;
        var silent = shown.Count(photo => photo.PictureId is not null && photo.AlternativeText.Length == 0);
        var uncredited = shown.Count(photo => string.IsNullOrEmpty(photo.Credit));
        yield return silent == 0 ? Finding.Good(t["check-alt-good", shown.Count]) : Finding.Look(t["check-alt", silent]);
        if (uncredited > 0)
            yield return Finding.Look(t["check-credit", uncredited]);
        if (shown.Exists(photo => photo.PictureId is null))
            yield return Finding.Look(t["check-picture-missing"]);
    }

    private static IEnumerable<Finding> Headings(Article article, Texts t)
    {
        var second = article.BodyHtml.IndexOf("<h2>", StringComparison.Ordinal);
        var third = article.BodyHtml.IndexOf("<h3>", StringComparison.Ordinal);
        if (third >= 0 && (second < 0 || third < second))
            yield return Finding.Look(t["check-headings"]);
    }

    private async Task<List<Finding>> LinksAsync(Article article, Texts t, CancellationToken stop)
    {
        var all = LinksInside.In(article.BodyHtml);
        if (all.Count == 0)
            return [];
        var dead = await links.DeadAsync(all, settings.PublicAddress, stop);
        var silent = (await outside.DeadAsync(stop)).ToDictionary(link => link.Address, StringComparer.Ordinal);
        List<Finding> toLook =
        [
            .. dead.Select(link =>
                Finding.Look(
                    link.Address.Length == 0 ? t["check-link-bare", link.Text] : t["check-link", link.Text, link.Address]
                )
            ),
            .. all.Where(link => outside.Spelled(link.Address) is { } address && silent.ContainsKey(address))
                .Select(link => (link.Text, Link: silent[outside.Spelled(link.Address)!]))
                .Select(link =>
                    Finding.Look(
                        t[
                            "check-link-outside",
                            link.Text,
                            link.Link.Address,
                            LinkWords.Of(link.Link, t),
                            Formats.Moment(clock.ToSite(link.Link.AskedAt), t.English)
                        ]
                    )
                ),
        ];
        return toLook.Count == 0 ? [Finding.Good(t["check-links-good", all.Count])] : toLook;
    }

    private async Task<List<Finding>> TitlesAsync(Article article, Texts t, CancellationToken stop)
    {
        var own = Fold.Letters(article.Title);
        // By the primary key from its end; comparing two thousand headlines takes a few milliseconds.
        var others = await sql.ListAsync(
            $"select id, title, title_folded from article where id <> @id order by id desc limit {Compared}",
            row => (Id: row.GetInt64(0), Title: row.GetString(1), Folded: row.GetString(2)),
            stop,
            ("id", article.Id)
        );
        return
        [
            .. others
                .Where(other => AlikeTitles.AreAlike(own, other.Folded))
                .Take(3)
                .Select(other => Finding.Look(t["check-alike", other.Title, other.Id])),
        ];
    }

    private static IEnumerable<Finding> Around(Article article, Texts t)
    {
        if (article.Authors.Count == 0)
            yield return Finding.Look(t["check-author-missing"]);
        if (article.Tags.Count == 0)
            yield return Finding.Look(t["check-tags-missing"]);
    }

    private static int WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}

/// <param name="IsGood">false asks somebody to look</param>
internal sealed record Finding(bool IsGood, string Text)
{
    public static Finding Good(string text) => new(IsGood: true, text);

    public static Finding Look(string text) => new(IsGood: false, text);
}
