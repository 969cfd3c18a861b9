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
    /// <returns>the name of the organisation that needs him; null where none does</returns>
    Task<string?> NeededByAsync(IReadOnlyCollection<long> records, CancellationToken stop);
}
