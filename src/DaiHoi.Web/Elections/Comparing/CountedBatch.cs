namespace DaiHoi.Web.Elections.Comparing;

/// <summary>One look of a group at a ballot, as the archive keeps it.</summary>
/// <param name="Number">in the batch; 0 is the tally sheet</param>
internal sealed record BallotLook(int Number, string Marks, bool Doubtful);

/// <summary>What one group has handed in.</summary>
internal sealed record GroupEntry(
    string By,
    DateTime OpenedAt,
    DateTime HandedInAt,
    string JournalHash,
    IReadOnlyList<BallotLook> Ballots
);

/// <summary>What the third person has read.</summary>
internal sealed record ThirdReading(int Number, string Marks, bool Doubtful, string By, DateTime At);

/// <summary>What the board has decided.</summary>
internal sealed record BoardDecision(int Number, string Marks, string? Reason, string By, DateTime At);

/// <summary>A batch with everything that was entered of it; a group that has not handed in is null.</summary>
/// <param name="Third">the newest for each ballot</param>
/// <param name="Decisions">the newest for each ballot</param>
internal sealed record CountedBatch(
    int Number,
    int Size,
    GroupEntry? A,
    GroupEntry? B,
    IReadOnlyList<ThirdReading> Third,
    IReadOnlyList<BoardDecision> Decisions
)
{
    /// <summary>Every ballot of the batch with where it stands, in order; a batch on tally sheets has one line, number 0.</summary>
    public List<(int Number, BallotStanding Standing, Decided? Reading)> Compare(bool sheets)
    {
        var (a, b) = (Looks(A), Looks(B));
        var third = Third.ToDictionary(look => look.Number, look => new LookedAt(look.Marks, look.Doubtful));
        var decided = Decisions.ToDictionary(
            decision => decision.Number,
            decision => new Decided(decision.Marks, InvalidReasons.Read(decision.Reason))
        );
        var numbers = sheets ? [0] : Enumerable.Range(1, Size);
        return
        [
            .. numbers.Select(number =>
            {
                var (first, second) = (a.GetValueOrDefault(number), b.GetValueOrDefault(number));
                var (looked, board) = (third.GetValueOrDefault(number), decided.GetValueOrDefault(number));
                return (
                    number,
                    ComparedBallot.Of(first, second, looked, board),
                    ComparedBallot.Reading(first, second, looked, board)
                );
            }),
        ];
    }

    private static Dictionary<int, LookedAt> Looks(GroupEntry? entry) =>
        entry?.Ballots.ToDictionary(look => look.Number, look => new LookedAt(look.Marks, look.Doubtful)) ?? [];
}
