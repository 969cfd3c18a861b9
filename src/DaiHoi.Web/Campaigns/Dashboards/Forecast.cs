namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>
/// When the congresses of a level will be as good as all held. Two simple courses bound the answer: the pace of the last two
/// weeks is kept to the end; or it rises and slackens as a bell curve does, so that the normal score of the share held grows by
/// as much each day as it did over the same two weeks. The day named is the middle of the two.
/// </summary>
/// <param name="Earliest">by the faster of the two courses</param>
/// <param name="Latest">by the slower</param>
internal sealed record Forecast(DateOnly Earliest, DateOnly Latest)
{
    /// <summary>Days of which the pace is taken.</summary>
    public const int Lookback = 14;

    /// <summary>Of a hundred due, so many held are the finish: the last few are matters of their own, not of pace.</summary>
    public const int FinishPercent = 99;

    /// <summary>Below so many of a hundred held there is no pace yet from which anything follows.</summary>
    public const int LeastPercent = 10;

    private const double Finish = FinishPercent / 100.0;
    private const int Furthest = 3650;

    private DateOnly On { get; init; }
    private double Share { get; init; }
    private double PerDay { get; init; }
    private double ScorePerDay { get; init; }

    /// <summary>The day named.</summary>
    public DateOnly Middle => Earliest.AddDays((Latest.DayNumber - Earliest.DayNumber) / 2);

    /// <param name="day">up to which is known what happened</param>
    /// <param name="held">at its end</param>
    /// <param name="heldBefore">at the end of the day <see cref="Lookback"/> days earlier</param>
    /// <param name="due">expected and not exempt</param>
    /// <returns>null where it is too early, nothing has moved, or the finish is reached</returns>
    public static Forecast? Of(DateOnly day, long held, long heldBefore, long due)
    {
        if (due <= 0 || held <= heldBefore || held * 100 < due * LeastPercent || IsReached(held, due))
            return null;
        var (share, before) = ((double)held / due, Math.Max(heldBefore, 0.5) / due);
        var perDay = (share - before) / Lookback;
        var scorePerDay = (Score(share) - Score(before)) / Lookback;
        var (kept, slackened) = (Days((Finish - share) / perDay), Days((Score(Finish) - Score(share)) / scorePerDay));
        return new(day.AddDays(Math.Min(kept, slackened)), day.AddDays(Math.Max(kept, slackened)))
        {
            On = day,
            Share = share,
            PerDay = perDay,
            ScorePerDay = scorePerDay,
        };
    }

    public static bool IsReached(long held, long due) => due > 0 && held * 100 >= due * FinishPercent;

    /// <summary>Between which shares, from 0 to 1, it will stand at the end of a later day.</summary>
    public (double Least, double Most) ShareOn(DateOnly day)
    {
        var days = day.DayNumber - On.DayNumber;
        var (kept, slackened) = (Math.Min(1, Share + (PerDay * days)), Normal(Score(Share) + (ScorePerDay * days)));
        return (Math.Min(kept, slackened), Math.Max(kept, slackened));
    }

    private static int Days(double exact) => (int)Math.Clamp(Math.Ceiling(exact), 1, Furthest);

    // Abramowitz and Stegun 26.2.23: within 4.5e-4, less than a tenth of a day here.
    private static double Score(double share)
    {
        if (share > 0.5)
            return -Score(1 - share);
        var t = Math.Sqrt(-2 * Math.Log(share));
        return ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308))))))) - t;
    }

    // Abramowitz and Stegun 26.2.17: within 7.5e-8.
    private static double Normal(double score)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(score)));
        var tail =
            Math.Exp(-score * score / 2)
            / Math.Sqrt(2 * Math.PI)
            * t
            * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return score > 0 ? 1 - tail : tail;
    }
}
