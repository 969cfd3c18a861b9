using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>The numbers that a dashboard speaks of, taken from the sums of one place on one day.</summary>
internal sealed record Standing(long[] Sums)
{
    public static Standing Nothing { get; } = new(new long[Measures.Count]);

    public long this[Measure measure] => Sums[(int)measure];

    public long Expected => this[Measure.Expected];
    public long Held => this[Measure.Held] + this[Measure.ResultReported] + this[Measure.Ratified];
    public long Exempt => this[Measure.Exempt];

    /// <summary>Expected and not exempt.</summary>
    public long Due => Expected - Exempt;
    public long NotHeld => Due - Held;
    public long Overdue => this[Measure.Overdue];

    /// <summary>Nothing has been recorded yet.</summary>
    public long Unrecorded
    {
        get
        {
            var recorded = 0L;
            for (var m = Measure.Preparing; m <= Measure.Annulled; m++)
                recorded += this[m];
            return Expected - recorded;
        }
    }

    /// <summary>From 0 to 1; null of nothing.</summary>
    public double? Share => Due > 0 ? (double)Held / Due : null;

    public Rules.Share? Percent => Due > 0 ? new(Held, Due) : null;

    public static Standing Of(IEnumerable<long[]> all)
    {
        var sum = new long[Measures.Count];
        foreach (var one in all)
        {
            for (var m = 0; m < sum.Length; m++)
                sum[m] += one[m];
        }
        return new(sum);
    }
}
