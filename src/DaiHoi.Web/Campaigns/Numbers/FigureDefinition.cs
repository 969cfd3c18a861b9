using DaiHoi.Rules;
using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Numbers;

/// <summary>A named figure: what is counted, and of how many.</summary>
/// <param name="Name">its name in files, on the command line and in citations</param>
/// <param name="Numerator">measures that are added up</param>
/// <param name="Denominator">measures that are added up; none where the figure is no part of anything</param>
/// <param name="Less">measures that are taken off the denominator</param>
/// <param name="Accepted">of the numerator, what the level above has accepted; null where nobody accepts it</param>
internal sealed record FigureDefinition(
    string Name,
    IReadOnlyList<Measure> Numerator,
    IReadOnlyList<Measure> Denominator,
    IReadOnlyList<Measure> Less,
    Measure? Accepted
)
{
    /// <summary>Measures that are taken off the numerator.</summary>
    public IReadOnlyList<Measure> Without { get; private init; } = [];

    private static readonly Measure[] AllHeld = [Measure.Held, Measure.ResultReported, Measure.Ratified];

    /// <summary>All figures, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        new("congresses-expected", [Measure.Expected], [], [], null),
        new("congresses-held", AllHeld, [Measure.Expected], [Measure.Exempt], Measure.HeldAccepted),
        new("congresses-not-held", [Measure.Expected], [Measure.Expected], [Measure.Exempt], null)
        {
            Without = [Measure.Exempt, .. AllHeld],
        },
        new("congresses-exempt", [Measure.Exempt], [Measure.Expected], [], Measure.ExemptAccepted),
        new("congresses-overdue", [Measure.Overdue], [Measure.Expected], [Measure.Exempt], null),
        new("congresses-ratified", [Measure.Ratified], AllHeld, [], Measure.RatifiedAccepted),
        new("model-congresses-held", [Measure.ModelHeld], [Measure.Model], [Measure.ModelExempt], Measure.ModelHeldAccepted),
        new("congresses-preparing", [Measure.Preparing], [Measure.Expected], [Measure.Exempt], null),
        new("congresses-plan-submitted", [Measure.PlanSubmitted], [Measure.Expected], [Measure.Exempt], null),
        new("congresses-plan-approved", [Measure.PlanApproved], [Measure.Expected], [Measure.Exempt], null),
        new("congresses-awaiting-report", [Measure.Held], AllHeld, [], null),
        new("congresses-awaiting-ratification", [Measure.ResultReported], AllHeld, [], null),
        new("congresses-postponed", [Measure.Postponed], [Measure.Expected], [Measure.Exempt], null),
        new("congresses-annulled", [Measure.Annulled], [Measure.Expected], [Measure.Exempt], null),
        new("committee-elected", [Measure.Elected], [Measure.Elected], [], Measure.ElectedAccepted),
        new("committee-women", [Measure.Women], [Measure.Elected], [], Measure.WomenAccepted),
        new("committee-under-40", [Measure.Under40], [Measure.Elected], [], Measure.Under40Accepted),
        new("committee-minority", [Measure.Minority], [Measure.Elected], [], Measure.MinorityAccepted),
        new("committee-first-time", [Measure.FirstTime], [Measure.Elected], [], Measure.FirstTimeAccepted),
        new("delegates-attended", [Measure.Attended], [Measure.Summoned], [], Measure.AttendedAccepted),
    ];

    /// <returns>null for a name that no figure has</returns>
    public static FigureDefinition? Named(string name) => All.FirstOrDefault(figure => figure.Name == name);

    /// <summary>
    /// A condition on a congress <c>c</c> that each behind the numerator on day <c>@d</c> meets, so that few are looked at one
    /// by one.
    /// </summary>
    /// <param name="allKnown">nothing that was entered is left out</param>
    public string Possible(bool allKnown) =>
        Numerator switch
        {
            [Measure.ModelHeld] =>
                $"{HasBeen("e.status in ('Held', 'ResultReported', 'Ratified')")} and {HasBeen("e.model = true")}",
            [Measure.Expected] when Without.Count == 0 => IsExpected,
            // The last event decides: where it is of this day or before, and none of its future is recorded, on this day too.
            [Measure.Expected or Measure.Overdue] => allKnown ? $"{IsExpected} and {IsNotHeld}" : IsExpected,
            [Measure.Exempt] => $"({HasBeen("e.status = 'Exempt'")} or {HasGone})",
            [Measure.Preparing] => HasBeen("e.status = 'Preparing'"),
            [Measure.PlanSubmitted] => HasBeen("e.status = 'PlanSubmitted'"),
            [Measure.PlanApproved] => HasBeen("e.status = 'PlanApproved'"),
            [Measure.Postponed] => HasBeen("e.status = 'Postponed'"),
            [Measure.Annulled] => HasBeen("e.status = 'Annulled'"),
            _ => HasBeen("e.status in ('Held', 'ResultReported', 'Ratified')"),
        };

    private const string IsExpected = "c.expected_from <= @d";

    private const string IsNotHeld = """
        (
            c.status is null or c.status_on > @d or c.status not in ('Held', 'ResultReported', 'Ratified')
            or exists (
                select 1 from congress_event e
                where e.congress_id = c.id and e.effective_on > c.status_on and e.effective_on <= @d
            )
        )
        """;

    // Or was only renamed or moved: whoever looks at it sees that.
    private const string HasGone =
        "c.organisation_id in (select v.organisation_id from organisation_version v where v.valid_to < @d)";

    private static string HasBeen(string so) =>
        $"exists (select 1 from congress_event e where e.congress_id = c.id and e.effective_on <= @d and {so})";

    /// <param name="sums">one place for each <see cref="Measure"/></param>
    public FigureNumbers Of(ReadOnlySpan<long> sums)
    {
        var numerator = Sum(sums, Numerator) - Sum(sums, Without);
        long? denominator = Denominator.Count == 0 ? null : Sum(sums, Denominator) - Sum(sums, Less);
        return new(numerator, denominator, Accepted is { } accepted ? sums[(int)accepted] : null);
    }

    private static long Sum(ReadOnlySpan<long> sums, IReadOnlyList<Measure> measures)
    {
        var sum = 0L;
        foreach (var measure in measures)
            sum += sums[(int)measure];
        return sum;
    }
}

/// <summary>What a figure is.</summary>
/// <param name="Denominator">null where the figure is no part of anything</param>
/// <param name="Accepted">of the numerator, what the level above has accepted; null where nobody accepts it</param>
public sealed record FigureNumbers(long Numerator, long? Denominator, long? Accepted)
{
    /// <summary>In per cent, half-up; null without a denominator, or of nothing.</summary>
    public Share? Share => Denominator is > 0 ? new(Numerator, Denominator.Value) : null;
}
