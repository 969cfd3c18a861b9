using DaiHoi.Web.Elections.Signing;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>What lists say of somebody besides his name and votes, as it is printed. What is null is left open for the hand.</summary>
/// <param name="IsWoman">null where nobody has said</param>
/// <param name="IsMinority">of an ethnicity other than Kinh; null where nobody has said</param>
/// <param name="JoinedOn">the day, as it is known</param>
/// <param name="OfficialOn">the same of becoming an official member</param>
/// <param name="Posts">offices and where he works</param>
internal sealed record CandidateDetails(
    DateOnly? Born,
    bool? IsWoman,
    string? Ethnicity,
    bool? IsMinority,
    string? JoinedOn,
    string? OfficialOn,
    string? Schooling,
    string? Theory,
    string? Posts
)
{
    public static CandidateDetails None { get; } = new(null, null, null, null, null, null, null, null, null);
}

/// <summary>
/// What is known of those who stood, by their number on the ballot. A list knows people by name; the day of birth that it may
/// hold is all that there is of them here. Where candidates are people of the register, this is the place that asks it.
/// </summary>
internal sealed class DetailsOfCandidates
{
    public Task<IReadOnlyDictionary<int, CandidateDetails>> OfAsync(ArchivedResult archive, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        IReadOnlyDictionary<int, CandidateDetails> known = archive.Election.List.Candidates.ToDictionary(
            candidate => candidate.Number,
            candidate => CandidateDetails.None with { Born = candidate.Born }
        );
        return Task.FromResult(known);
    }
}
