namespace DaiHoi.Web.People;

/// <summary>
/// Needs people of an organisation longer than they would be kept by themselves, as a campaign does until its time is over. This
/// room knows of no campaign; whoever does answers here, before somebody is taken away.
/// </summary>
public interface IKeepsPeople
{
    /// <param name="path">of the organisation</param>
    /// <returns>the last day on which they are needed; null where nothing needs them</returns>
    Task<DateOnly?> UntilAsync(string path, CancellationToken stop);

    /// <summary>What needs somebody now, so that nobody may take him away by hand.</summary>
    /// <param name="records">his number, and those that were merged into it</param>
    /// <returns>what needs him, in words; null where nothing does</returns>
    Task<PersonNeeded?> NeededByAsync(IReadOnlyCollection<long> records, CancellationToken stop);
}

/// <summary>Why somebody may not be taken away.</summary>
/// <param name="Text">key of its words in <c>Ui/Texts</c></param>
/// <param name="Values">where he stands: names of an organisation, of an election</param>
public sealed record PersonNeeded(string Text, params IReadOnlyList<object> Values);
