namespace DaiHoi.Web.Congresses;

/// <summary>
/// Who stands in an election of a congress. Elections know congresses and not the other way, so they answer here, before somebody
/// is given a duty of the counting board.
/// </summary>
public interface IStandsInElections
{
    /// <returns>the title of an election in which somebody of this name stands; null where he stands in none</returns>
    Task<string?> WhereAsync(long congress, string name, CancellationToken stop);

    /// <param name="line">a name among other words: "đồng chí Nguyễn Văn An, Trưởng ban"</param>
    /// <returns>whom it names of those who stand, and in which election; null where it names none</returns>
    Task<(string Name, string Election)?> NamedAsync(long congress, string line, CancellationToken stop);
}
