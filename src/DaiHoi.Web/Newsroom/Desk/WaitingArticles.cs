using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>Articles that wait for somebody: to be mended, checked or published.</summary>
internal sealed class WaitingArticles(ArticlesOnDesk articles) : IWaitingWork
{
    private const int Shown = 8;

    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        if (!person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher))
            return [];
        var question = new DeskQuestion(DeskView.WaitsForMe);
        var count = await articles.CountAsync(person, question, stop);
        if (count == 0)
            return [];
        var first = await articles.ListAsync(person, question, Shown, 0, stop);
        return
        [
            new(
                t["work-articles"],
                count,
                [
                    .. first.Select(article => new WorkLine(
                        FormattableString.Invariant($"/ban-bien-tap/bai/{article.Id}"),
                        article.Title,
                        article.ReturnReason is { } reason ? t["work-article-returned", reason] : article.Section.In(t.English),
                        null
                    )),
                ],
                "/ban-bien-tap"
            ),
        ];
    }
}
