using DaiHoi.Rules.Elections;

namespace DaiHoi.Web.Elections.Comparing;

/// <summary>What one look at a ballot has found.</summary>
internal sealed record LookedAt(string Marks, bool Doubtful);

/// <summary>What the board has decided on a ballot.</summary>
/// <param name="Reason">null for a valid one</param>
internal sealed record Decided(string Marks, InvalidReason? Reason);

/// <summary>Whether it is known what a ballot says.</summary>
internal enum BallotStanding
{
    /// <summary>a group has not entered it</summary>
    Waiting,

    /// <summary>both groups have read the same, or the third person the same as one of them</summary>
    Agreed,

    /// <summary>the groups differ: the third person looks at it</summary>
    ToThird,

    /// <summary>somebody doubts it, or all three differ: the board decides</summary>
    ToBoard,

    /// <summary>the board has decided</summary>
    Decided,
}

/// <summary>Compares what was read on one ballot. Nobody's look counts more than another's; where they do not settle it, the board does.</summary>
internal static class ComparedBallot
{
    public static BallotStanding Of(LookedAt? a, LookedAt? b, LookedAt? third, Decided? decided)
    {
        if (a is null || b is null)
            return BallotStanding.Waiting;
        if (decided is not null)
            return BallotStanding.Decided;
        if (a.Doubtful || b.Doubtful || third is { Doubtful: true })
            return BallotStanding.ToBoard;
        // In a correction the third person may look at a ballot on which the groups agreed: then he differs from both.
        if (third is not null)
            return third.Marks == a.Marks || third.Marks == b.Marks ? BallotStanding.Agreed : BallotStanding.ToBoard;
        return a.Marks == b.Marks ? BallotStanding.Agreed : BallotStanding.ToThird;
    }

    /// <summary>What the ballot says; null while it is not known.</summary>
    public static Decided? Reading(LookedAt? a, LookedAt? b, LookedAt? third, Decided? decided) =>
        Of(a, b, third, decided) switch
        {
            BallotStanding.Decided => decided,
            BallotStanding.Agreed => new((third ?? a)!.Marks, null),
            BallotStanding.Waiting or BallotStanding.ToThird or BallotStanding.ToBoard => null,
            var other => throw new InvalidOperationException(other.ToString()),
        };
}
