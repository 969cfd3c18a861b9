using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>One election: its list, how the list is closed, and the ballot that follows a signed one.</summary>
[ForSignedIn]
internal sealed class ArrangeElection(
    DeskContext desk,
    ElectionBook book,
    ElectionArranging arranging,
    FurtherBallots further,
    ResultReading results
) : ElectionPage(desk, book)
{
    public CandidateForm Form { get; private set; } = new();

    /// <summary>What may follow; null before the result is signed.</summary>
    public FurtherBallot? Further { get; private set; }

    /// <summary>How the list stands against the rule set.</summary>
    public SurplusOfList? Surplus { get; private set; }

    public bool MayChange => Opened.Rights.MayArrange && Election.State == ElectionState.Listing;

    public string WordOf(CandidateSource source) =>
        T[
            source switch
            {
                CandidateSource.Prepared => "candidate-prepared",
                CandidateSource.Nominated => "candidate-nominated",
                CandidateSource.SelfNominated => "candidate-self-nominated",
                CandidateSource.Remaining => "candidate-remaining",
                _ => throw new InvalidOperationException(source.ToString()),
            }
        ];

    public async Task<IActionResult> OnGetAsync(long election, CancellationToken stop) =>
        await ShowAsync(election, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long election, CandidateForm form, CancellationToken stop)
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        Form = form;
        var wanted = new WantedCandidate(
            form.Name,
            form.Source,
            TypedNumber.Of(form.Supporters),
            TypedNumber.Of(form.Attending),
            TypedDay.Of(form.Born),
            form.Namesake
        );
        return Answer(await arranging.AddAsync(Actor, Opened, wanted, stop), "candidate-added");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long election, long candidate, string? reason, CancellationToken stop) =>
        await ShowAsync(election, stop)
            ? Answer(await arranging.WithdrawAsync(Actor, Opened, candidate, reason, stop), "candidate-has-withdrawn")
            : NotFound();

    public async Task<IActionResult> OnPostCloseAsync(
        long election,
        string? attending,
        string? votesFor,
        CancellationToken stop
    ) =>
        await ShowAsync(election, stop)
            ? Answer(
                await arranging.CloseAsync(Actor, Opened, TypedNumber.Of(attending), TypedNumber.Of(votesFor), stop),
                "election-list-was-closed"
            )
            : NotFound();

    public async Task<IActionResult> OnPostFurtherAsync(
        long election,
        int[] numbers,
        string? seats,
        string? title,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        var answer = await further.BeginAsync(Actor, Opened, numbers, (int?)TypedNumber.Of(seats), title, stop);
        return answer.Stands ? Went("election-arranged", PathOf(answer.Id)) : Answer(answer, "election-arranged");
    }

    private IActionResult Answer(ElectionAnswer answer, string done) =>
        answer.Stands ? Went(done, PathOf(Election.Id))
        : answer.Outcome == ElectionOutcome.NotFound ? NotFound()
        : Refused(answer);

    private async Task<bool> ShowAsync(long election, CancellationToken stop)
    {
        if (!await FindAsync(election, stop))
            return false;
        if (Opened.Candidates.Count > 0 && Election.ContinuesId is null)
            Surplus = Rules.Elections.Surplus.Of(Opened.Rules, Election.Post, Election.Seats, Opened.Candidates.Count);
        if (Election.State == ElectionState.Signed)
            Further = (await results.NewestAsync(election, stop))?.Further;
        return true;
    }
}

/// <summary>Somebody who is to stand, as he was typed.</summary>
internal sealed class CandidateForm
{
    public string? Name { get; set; }
    public CandidateSource Source { get; set; }
    public string? Supporters { get; set; }
    public string? Attending { get; set; }
    public string? Born { get; set; }
    public bool Namesake { get; set; }
}
