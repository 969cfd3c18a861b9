namespace DaiHoi.Web.Congresses.Day;

/// <summary>An election as the guide of a congress and its hall screen see it.</summary>
/// <param name="Path">its address on the desk</param>
/// <param name="IsListClosed">the congress has closed the list by vote</param>
/// <param name="IsCorrected">its signed result is being put right: nobody is shown it meanwhile</param>
/// <param name="IsSettled">signed, and each seat is filled, voted on again, or left open by the congress</param>
/// <param name="Released">what the presidium has released of the signed result; null before</param>
public sealed record ElectionOfTheDay(
    long Id,
    string Title,
    string Path,
    int Seats,
    int Round,
    bool IsListClosed,
    bool IsBoxOpen,
    bool IsSigned,
    bool IsCorrected,
    bool IsSettled,
    ReleasedResult? Released
);

/// <summary>A result as the hall reads it.</summary>
/// <param name="At">when the presidium released it</param>
/// <param name="Base">against which votes are counted</param>
/// <param name="Needed">the least number of votes with which somebody is elected; null where whoever has more votes is</param>
/// <param name="Lines">by votes, from high to low</param>
public sealed record ReleasedResult(
    DateTime At,
    long Issued,
    long Collected,
    long Valid,
    long Base,
    long? Needed,
    IReadOnlyList<ReleasedLine> Lines
);

/// <param name="Share">as tables print it: "99,77 %"</param>
public sealed record ReleasedLine(string Name, long Votes, DaiHoi.Rules.Words Share, bool IsElected);

/// <summary>
/// What elections a congress holds. Elections know congresses and not the other way, so they answer here; of what is not released
/// there is nothing to be asked.
/// </summary>
public interface IElectionsOfTheDay
{
    Task<IReadOnlyList<ElectionOfTheDay>> OfAsync(long congress, CancellationToken stop);
}
