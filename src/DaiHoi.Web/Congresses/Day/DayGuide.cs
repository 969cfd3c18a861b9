using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>How much something weighs that the guide says.</summary>
internal enum GuideWeight
{
    /// <summary>it is there</summary>
    Ready,

    /// <summary>it is missing; the presidium may go on, and that is kept</summary>
    Missing,

    /// <summary>the rules forbid to go on</summary>
    Forbidden,
}

/// <summary>A line of the guide.</summary>
/// <param name="Text">key of its words</param>
/// <param name="Values">words of the rule engine are said in the language of the page</param>
internal sealed record GuideLine(GuideWeight Weight, string Text, params IReadOnlyList<object> Values);

/// <summary>What the guide looks at.</summary>
/// <param name="Hall">of the session of the item; null where it has none</param>
/// <param name="IsPreparatory">the item belongs to a preparatory session</param>
/// <param name="Votes">all that stand, in their order</param>
/// <param name="Unchecked">delegates whom the credential committee has not looked at</param>
/// <param name="Unexplained">places that are empty without a reason</param>
/// <param name="Twice">pairs on the list who may be one person</param>
/// <param name="Duties">duties that somebody has</param>
/// <param name="Plan">before the first item: whether the level above has approved what the congress does; null later, and where none is needed</param>
internal sealed record DayState(
    CongressKind Kind,
    Hall.HallCount? Hall,
    bool IsPreparatory,
    IReadOnlyList<HandVote> Votes,
    int Unchecked,
    int Unexplained,
    int Twice,
    IReadOnlyCollection<Duty> Duties,
    IReadOnlyList<ElectionOfTheDay> Elections,
    Decision<bool>? Plan = null
)
{
    /// <summary>Whether the last vote on something was carried.</summary>
    public bool IsCarried(AgendaStep on) => Votes.LastOrDefault(vote => vote.On == on)?.IsCarried == true;
}

/// <summary>
/// What an item of the agenda demands before it begins. It warns, cites and records, and refuses only what the rules forbid: a
/// congress that has not its quorum is not held.
/// </summary>
internal static class DayGuide
{
    public static List<GuideLine> Of(AgendaStep step, DayState state)
    {
        var lines = new List<GuideLine> { QuorumLine(state) };
        if (state.Plan is { } plan)
            lines.Add(
                new(
                    plan.Value ? GuideWeight.Ready : GuideWeight.Missing,
                    "guide-plan-approved",
                    plan.Explanation,
                    plan.Article.Citation
                )
            );
        lines.AddRange(Before(step, state));
        return lines;
    }

    // The rules lay down with how many a congress is held; of its preparatory session they do not speak.
    private static GuideLine QuorumLine(DayState state) =>
        state.Hall is not { Quorum: { } quorum }
            ? new(GuideWeight.Missing, "guide-nobody-summoned")
            : new(
                quorum.Value ? GuideWeight.Ready
                    : state.IsPreparatory ? GuideWeight.Missing
                    : GuideWeight.Forbidden,
                "guide-quorum",
                quorum.Explanation,
                quorum.Article.Citation
            );

    private static IEnumerable<GuideLine> Before(AgendaStep step, DayState state) =>
        step switch
        {
            AgendaStep.Presidium => [],
            AgendaStep.Secretariat => [Voted(state, AgendaStep.Presidium)],
            AgendaStep.CredentialCommittee => [Voted(state, AgendaStep.Presidium)],
            AgendaStep.Programme => [Voted(state, AgendaStep.Presidium), Voted(state, AgendaStep.Secretariat)],
            AgendaStep.Opening or AgendaStep.Other => [],
            AgendaStep.CredentialReport => Credentials(state),
            AgendaStep.Report or AgendaStep.Discussion => [Voted(state, AgendaStep.Programme)],
            AgendaStep.ElectionRules => [CredentialReport(state)],
            AgendaStep.CandidateList => [CredentialReport(state), AnyElection(state)],
            AgendaStep.CountingBoard => [Voted(state, AgendaStep.CandidateList), ClosedList(state)],
            AgendaStep.Ballot =>
            [
                CredentialReport(state),
                ClosedList(state),
                Voted(state, AgendaStep.CountingBoard),
                Board(state),
            ],
            AgendaStep.Result => [Signed(state)],
            AgendaStep.Resolution => [Settled(state), Released(state)],
            AgendaStep.Closing => [Voted(state, AgendaStep.Resolution)],
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };

    private static IEnumerable<GuideLine> Credentials(DayState state)
    {
        // HD 01-HD/TW (2021) point 14: where all members meet, the summoning committee reports who attends, and nobody is checked.
        if (state.Kind == CongressKind.Delegates)
        {
            yield return Voted(state, AgendaStep.CredentialCommittee);
            yield return state.Unchecked == 0
                ? new(GuideWeight.Ready, "guide-all-checked")
                : new(GuideWeight.Missing, "guide-unchecked", state.Unchecked);
        }
        if (state.Unexplained > 0)
            yield return new(GuideWeight.Missing, "guide-unexplained", state.Unexplained);
        if (state.Twice > 0)
            yield return new(GuideWeight.Missing, "guide-twice", state.Twice);
    }

    // QĐ 29-QĐ/TW Điều 12 khoản 2: the congress votes the report before it elects.
    private static GuideLine CredentialReport(DayState state) =>
        state.Kind == CongressKind.Delegates
            ? Voted(state, AgendaStep.CredentialReport)
            : Voted(state, AgendaStep.CredentialReport) with
            {
                Text = "guide-voted-attendance-report",
            };

    private static GuideLine Voted(DayState state, AgendaStep on) =>
        new(state.IsCarried(on) ? GuideWeight.Ready : GuideWeight.Missing, WordOf(on));

    private static GuideLine AnyElection(DayState state) =>
        new(state.Elections.Count > 0 ? GuideWeight.Ready : GuideWeight.Missing, "guide-election-arranged");

    private static GuideLine ClosedList(DayState state) =>
        new(state.Elections.Any(one => one.IsListClosed) ? GuideWeight.Ready : GuideWeight.Missing, "guide-list-closed");

    private static GuideLine Board(DayState state)
    {
        Duty[] needed = [Duty.BoardHead, Duty.BoardGroupA, Duty.BoardGroupB];
        return new(needed.All(state.Duties.Contains) ? GuideWeight.Ready : GuideWeight.Missing, "guide-board-has-duties");
    }

    private static GuideLine Signed(DayState state) =>
        new(state.Elections.Any(one => one.IsSigned) ? GuideWeight.Ready : GuideWeight.Missing, "guide-result-signed");

    private static GuideLine Released(DayState state) =>
        new(
            state.Elections.All(one => one.Released is not null) ? GuideWeight.Ready : GuideWeight.Missing,
            "guide-results-released"
        );

    private static GuideLine Settled(DayState state) =>
        new(state.Elections.All(one => one.IsSettled) ? GuideWeight.Ready : GuideWeight.Missing, "guide-seats-settled");

    private static string WordOf(AgendaStep on) =>
        on switch
        {
            AgendaStep.Presidium => "guide-voted-presidium",
            AgendaStep.Secretariat => "guide-voted-secretariat",
            AgendaStep.CredentialCommittee => "guide-voted-credential-committee",
            AgendaStep.Programme => "guide-voted-programme",
            AgendaStep.CredentialReport => "guide-voted-credential-report",
            AgendaStep.CandidateList => "guide-voted-candidate-list",
            AgendaStep.CountingBoard => "guide-voted-counting-board",
            AgendaStep.Resolution => "guide-voted-resolution",
            _ => throw new ArgumentOutOfRangeException(nameof(on)),
        };
}
