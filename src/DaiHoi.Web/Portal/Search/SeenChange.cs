namespace DaiHoi.Web.Portal.Search;

/// <summary>The last note in change_log that the index has carried over.</summary>
/// <param name="Number">its number; -1 where the index must be built from nothing, 0 before the first note</param>
/// <param name="Note">
/// what it says and when: another database in the same folder has notes of the same numbers, but not the same ones
/// </param>
internal sealed record SeenChange(long Number, string Note)
{
    public static SeenChange None { get; } = new(-1, "");
}
