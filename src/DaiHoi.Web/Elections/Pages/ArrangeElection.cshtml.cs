using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Papers;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
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
    CandidateListing listing,
    OpinionBalloting opinions,
    ElectedBefore elected,
    PeopleToStand people,
    FurtherBallots further,
    AfterBallotDeciding deciding,
    ElectionAnnulling annulling,
    ResultReading results
) : ElectionPage(desk, book)
{
    public CandidateForm Form { get; private set; } = new();

    /// <summary>What may follow; nothing before the result is signed, and where it follows already.</summary>
    public IReadOnlyList<FurtherBallot> Following { get; private set; } = [];

    /// <summary>The newest result while nothing follows it; null before the signature.</summary>
    private CountedResult? Signed { get; set; }

    /// <summary>What the congress has decided of the open seats, or of who may join a further list; null where nothing.</summary>
    public AfterBallot? Decided { get; private set; }

    /// <summary>That the new committee elects instead; null where it does not.</summary>
    public Decision? GivenAway => Signed?.GivenAway;

    /// <summary>Why the congress is asked what becomes of the open seats; null where it is not.</summary>
    public Decision? Asked => Opened.Rights.MayArrange ? Signed?.Asked : null;

    /// <summary>That the seats stay open was decided on the version before, which was corrected since; null where it was not.</summary>
    public AfterBallot? DecidedBefore { get; private set; }

    /// <summary>Whether the list of a further ballot waits for the congress before anybody joins it.</summary>
    public bool IsListShut => Election.ContinuesId is not null && Decided is null;

    /// <summary>The ballot that follows; null where none does.</summary>
    public HeldElection? Continued { get; private set; }

    public bool MayAnnul => ElectionAnnulling.MayAnnul(Opened);

    /// <summary>How the list stands against the rule set.</summary>
    public SurplusOfList? Surplus { get; private set; }

    /// <summary>Why an opinion ballot has to choose among the nominees; null where none has to.</summary>
    public Decision<bool>? Opinion { get; private set; }

    /// <summary>Those among whom it chooses, and what each got in the newest one.</summary>
    public IReadOnlyList<ElectionCandidate> Nominees { get; private set; } = [];
    public OpinionBallot? Held { get; private set; }
    public IReadOnlyDictionary<long, OpinionVote> Votes { get; private set; } = new Dictionary<long, OpinionVote>();

    /// <summary>From whom the post is elected; null where the rule set says nothing of it.</summary>
    public ElectedBody? Body { get; private set; }

    /// <summary>People of the register whose name was looked for.</summary>
    public IReadOnlyList<KnownPerson> Found { get; private set; } = [];
    public string? Sought { get; private set; }

    /// <summary>What was typed for one name on the list and refused.</summary>
    public string? Typed(string field, ElectionCandidate candidate) =>
        typed.GetValueOrDefault(CandidateListing.FieldOf(field, candidate.Id));

    public string? ProblemOf(string field, ElectionCandidate candidate) =>
        Problems.GetValueOrDefault(CandidateListing.FieldOf(field, candidate.Id));

    private readonly Dictionary<string, string?> typed = [];

    public bool MayCount => Election.BoxOpenedAt is not null || (Election.ListClosedAt is not null && Opened.Rights.IsOnBoard);

    public bool HasActs => MayCount || BallotPrinting.IsFor(Opened) || Election.SignedVersion > 0;

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

    public async Task<IActionResult> OnGetAsync(long election, string? tim, CancellationToken stop)
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        await LookForAsync(tim, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long election, CandidateForm form, CancellationToken stop)
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        Form = form;
        var wanted = new WantedCandidate(
            form.Name,
            form.Record,
            form.Source,
            TypedCount.Of(form.Supporters),
            TypedCount.Of(form.Attending),
            TypedDay.Of(form.Born),
            form.Namesake
        );
        var answer = await listing.AddAsync(Actor, Opened, wanted, stop);
        if (!answer.Stands)
            await LookForAsync(form.Tim, stop);
        return Answer(answer, "candidate-added");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(
        long election,
        long candidate,
        string? reason,
        string? votesFor,
        string? attending,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        Keep(candidate, reason, votesFor, attending);
        var asked = new AskedWithdrawal(reason, TypedCount.Of(votesFor), TypedCount.Of(attending));
        return Answer(await listing.WithdrawAsync(Actor, Opened, candidate, asked, stop), "candidate-has-withdrawn");
    }

    public async Task<IActionResult> OnPostMistakeAsync(long election, long candidate, string? reason, CancellationToken stop)
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        Keep(candidate, reason, null, null);
        return Answer(await listing.TakeAwayMistakeAsync(Actor, Opened, candidate, reason, stop), "candidate-was-mistaken");
    }

    public async Task<IActionResult> OnPostOpinionAsync(
        long election,
        string? opinionAttending,
        Dictionary<long, string?>? support,
        long[] chosen,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        // A form without nominees sends none.
        support ??= [];
        typed[OpinionBalloting.AttendingField] = opinionAttending;
        foreach (var (candidate, figure) in support)
            typed[OpinionBalloting.FieldOf(candidate)] = figure;
        var figures = new OpinionFigures(
            TypedCount.Of(opinionAttending),
            support.ToDictionary(one => one.Key, one => TypedCount.Of(one.Value)),
            chosen
        );
        return Answer(await opinions.EnterAsync(Actor, Opened, figures, stop), "opinion-ballot-entered");
    }

    public async Task<IActionResult> OnPostCloseAsync(
        long election,
        string? attending,
        string? votesFor,
        bool beyond,
        CancellationToken stop
    ) =>
        await ShowAsync(election, stop)
            ? Answer(
                await arranging.CloseAsync(Actor, Opened, VoteOf(attending, votesFor), beyond, stop),
                "election-list-was-closed"
            )
            : NotFound();

    public async Task<IActionResult> OnPostJoinAsync(
        long election,
        string? joinAttending,
        string? joinFor,
        CancellationToken stop
    ) =>
        await ShowAsync(election, stop)
            ? Answer(
                await deciding.AddPeopleAsync(Actor, Opened, VoteOf(joinAttending, joinFor), stop),
                "election-list-was-opened"
            )
            : NotFound();

    public async Task<IActionResult> OnPostLeaveOpenAsync(
        long election,
        string? openAttending,
        string? openFor,
        string? openWords,
        CancellationToken stop
    ) =>
        await ShowAsync(election, stop)
            ? Answer(
                await deciding.LeaveOpenAsync(Actor, Opened, VoteOf(openAttending, openFor), openWords, stop),
                "election-was-left-open"
            )
            : NotFound();

    public async Task<IActionResult> OnPostAnnulAsync(long election, string? annulBecause, CancellationToken stop) =>
        await ShowAsync(election, stop)
            ? Answer(await annulling.AnnulAsync(Actor, Opened, annulBecause, stop), "election-was-annulled")
            : NotFound();

    public async Task<IActionResult> OnPostFurtherAsync(
        long election,
        FurtherKind? following,
        string[] numbers,
        string? seats,
        string? title,
        string? goAttending,
        string? goFor,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        var vote = VoteOf(goAttending, goFor);
        var answer = await further.BeginAsync(Actor, Opened, following, numbers, (int?)TypedCount.Of(seats), title, vote, stop);
        return Answer(answer, "election-arranged", PathOf(answer.Id));
    }

    /// <summary>As it was typed for the opinion ballot, or as the newest one has it.</summary>
    public string? SupportOf(ElectionCandidate nominee) =>
        Typed("support", nominee)
        ?? (Votes.GetValueOrDefault(nominee.Id) is { } vote ? FormattableString.Invariant($"{vote.Support}") : null);

    public string? OpinionAttending =>
        typed.GetValueOrDefault(OpinionBalloting.AttendingField)
        ?? (Held is { } held ? FormattableString.Invariant($"{held.Attending}") : null);

    private static TypedVote VoteOf(string? attending, string? votesFor) =>
        new(TypedCount.Of(attending), TypedCount.Of(votesFor));

    private void Keep(long candidate, string? reason, string? votesFor, string? attending)
    {
        typed[CandidateListing.FieldOf("reason", candidate)] = reason;
        typed[CandidateListing.FieldOf("votesFor", candidate)] = votesFor;
        typed[CandidateListing.FieldOf("attending", candidate)] = attending;
    }

    private async Task LookForAsync(string? words, CancellationToken stop)
    {
        Sought = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        if (MayChange && Sought is { Length: <= 100 })
            Found = await people.FindAsync(Person, Actor, Opened, Sought, stop);
    }

    private IActionResult Answer(Answer answer, string done) => Answer(answer, done, PathOf(Election.Id));

    private async Task<bool> ShowAsync(long election, CancellationToken stop)
    {
        if (!await FindAsync(election, stop))
            return false;
        if (Opened.Candidates.Count > 0 && Election.ContinuesId is null)
            Surplus = Rules.Elections.Surplus.Of(Opened.Rules, Election.Post, Opened.ToElect, Opened.Candidates.Count);
        if (Election.State == ElectionState.Signed)
        {
            Continued = await further.ContinuedAsync(election, stop);
            Signed = Continued is null ? await results.NewestAsync(election, stop) : null;
            if (Signed is not null && Opened.Rights.MayArrange)
                Following = await further.NextAsync(Election, Signed, stop);
        }
        Decided = await deciding.OfAsync(Election, stop);
        if (Decided is null && Asked is not null)
            DecidedBefore = await deciding.LeftOpenAsync(election, Election.SignedVersion - 1, stop);
        if (Election.State == ElectionState.Listing)
            Body = await elected.OfAsync(Opened, stop);
        if (await opinions.NewestAsync(election, stop) is var (held, votes))
            (Held, Votes) = (held, votes);
        Nominees = [.. Opened.Candidates.Concat(Opened.LeftOut).Where(one => one.IsFromFloor)];
        if (
            Election.ContinuesId is null
            && Nominees.Count > 0
            && FloorSupport.OpinionBallot(
                Opened.Rules,
                Election.Post,
                Opened.ToElect,
                Opened.Candidates.Count + Opened.LeftOut.Count
            )
                is { Value: true } needed
        )
            Opinion = needed;
        return true;
    }
}

/// <summary>Somebody who is to stand, as he was typed.</summary>
internal sealed class CandidateForm
{
    public string? Name { get; set; }

    /// <summary>Number of somebody chosen from the register.</summary>
    public long? Record { get; set; }

    /// <summary>The words with which he was looked for there.</summary>
    public string? Tim { get; set; }
    public CandidateSource Source { get; set; }
    public string? Supporters { get; set; }
    public string? Attending { get; set; }
    public string? Born { get; set; }
    public bool Namesake { get; set; }
}
