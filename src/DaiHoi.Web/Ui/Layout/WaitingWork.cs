using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Ui.Layout;

/// <summary>What waits for somebody. Each room says of its own; the page of all asks every one.</summary>
public interface IWaitingWork
{
    /// <returns>groups that are not empty, the most urgent first</returns>
    Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop);
}

/// <summary>Work of one kind.</summary>
/// <param name="Title">"Chờ tiếp nhận"</param>
/// <param name="Count">how much there is</param>
/// <param name="Lines">the first of it</param>
/// <param name="Path">where all of it stands; null where <paramref name="Lines"/> are all</param>
public sealed record WorkGroup(string Title, long Count, IReadOnlyList<WorkLine> Lines, string? Path);

/// <param name="Path">where it is done</param>
/// <param name="Title">in Vietnamese, as it was entered</param>
/// <param name="Note">what it is about, in the language of the page; null where the title says all</param>
/// <param name="Due">null without a day</param>
public sealed record WorkLine(string Path, string Title, string? Note, DateOnly? Due);
