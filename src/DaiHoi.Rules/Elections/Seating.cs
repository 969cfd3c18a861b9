namespace DaiHoi.Rules.Elections;

/// <summary>Who has a seat by votes alone.</summary>
/// <param name="Outcomes">per candidate, in the order of the list</param>
/// <param name="Ranks">per candidate: 1 + those with more votes</param>
/// <param name="OpenSeats">seats that nobody has, with those for which people are tied</param>
internal sealed record Seating(Outcome[] Outcomes, int[] Ranks, int OpenSeats)
{
    /// <summary>
    /// Seats those at or above the threshold by votes, from high to low. Where the last seat falls between people with the
    /// same votes, all of them are tied, and those with more are seated.
    /// </summary>
    /// <remarks>QĐ 244-QĐ/TW Điều 32: in order of votes, up to the seats.</remarks>
    public static Seating Of(IReadOnlyList<long> votes, long threshold, int seats)
    {
        var ranks = votes.Select(own => 1 + votes.Count(other => other > own)).ToArray();
        var able = votes.Where(own => own >= threshold).OrderDescending().ToList();
        if (able.Count <= seats)
            return new(
                [.. votes.Select(own => own >= threshold ? Outcome.Elected : Outcome.NotElected)],
                ranks,
                seats - able.Count
            );
        var last = able[seats - 1];
        if (able[seats] < last)
            return new([.. votes.Select(own => own >= last ? Outcome.Elected : Outcome.NotElected)], ranks, 0);
        var above = able.Count(own => own > last);
        return new(
            [
                .. votes.Select(own =>
                    own > last ? Outcome.Elected
                    : own == last ? Outcome.Tied
                    : Outcome.NotElected
                ),
            ],
            ranks,
            seats - above
        );
    }

    /// <summary>Gives the open seats to the older of the tied; people born on the same day at the last seat stay tied.</summary>
    public Seating ToTheOlder(IReadOnlyList<Candidate> candidates)
    {
        var tied = Enumerable.Range(0, Outcomes.Length).Where(i => Outcomes[i] == Outcome.Tied).ToList();
        if (tied.Any(i => candidates[i].Born is null))
            return this;
        // An earlier day of birth stands for more votes.
        var seated = Of([.. tied.Select(i => -(long)candidates[i].Born!.Value.DayNumber)], long.MinValue, OpenSeats);
        var outcomes = (Outcome[])Outcomes.Clone();
        for (var i = 0; i < tied.Count; i++)
            outcomes[tied[i]] = seated.Outcomes[i];
        return this with { Outcomes = outcomes, OpenSeats = seated.OpenSeats };
    }
}
