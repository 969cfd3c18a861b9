using DaiHoi.Web.Congresses.Pages;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Congresses.Waiting;

/// <summary>
/// Leads whoever has a duty at a congress to where he does it: he may have no role from which he would find it. Until the
/// campaign is closed.
/// </summary>
internal sealed class DutyWork(CongressBook book, CongressDuties duties, SiteClock clock) : IWaitingWork
{
    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        var lines = new List<WorkLine>();
        foreach (var congress in await duties.CongressesAsync(person.Id, stop))
        {
            if (await book.OpenAsync(person, congress, stop) is not { } opened || opened.Campaign.ClosedOn <= clock.Today)
                continue;
            foreach (var duty in opened.Rights.Duties.Where(duty => !DutyClash.IsOfBoard(duty)))
                lines.Add(new(CongressPage.PathOf(opened, EndingOf(duty)), opened.Place.Name, DutyWords.Of(duty, t), Due: null));
        }
        return lines.Count == 0 ? [] : [new(t["work-duties"], lines.Count, lines, Path: null)];
    }

    private static string EndingOf(Duty duty) =>
        duty switch
        {
            Duty.CheckIn => CheckIn.Ending,
            Duty.CredentialCommittee => CheckCredentials.Ending,
            _ => RunDay.Ending,
        };
}
