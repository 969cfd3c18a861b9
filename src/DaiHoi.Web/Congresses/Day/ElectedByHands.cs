using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>The names of a body that is elected by show of hands, one in each line, as somebody typed them.</summary>
internal static class ElectedByHands
{
    /// <summary>Its members are taken from those who are summoned; guests of honour may sit in a presidium.</summary>
    public static bool IsOfDelegates(AgendaStep on) =>
        on is AgendaStep.Presidium or AgendaStep.Secretariat or AgendaStep.CredentialCommittee or AgendaStep.CountingBoard;

    /// <summary>A line that stands there twice, however it is written (Hoà, HÒA); null where none does.</summary>
    public static string? Twice(string? names) =>
        names is null
            ? null
            : Lines(names).GroupBy(SortKey.Of, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.First();

    /// <summary>Lines in which no name of the list stands; none where the list is empty.</summary>
    public static List<string> OffList(string names, IReadOnlyList<string> listed)
    {
        if (listed.Count == 0)
            return [];
        // "đồng chí Nguyễn Văn An, Bí thư Đảng ủy" is the Nguyễn Văn An of the list.
        var known = listed.Select(name => $" {SortKey.Of(name)} ").Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. Lines(names)
                .Where(line => !known.Exists(name => $" {SortKey.Of(line)} ".Contains(name, StringComparison.Ordinal))),
        ];
    }

    /// <summary>Whether a line names somebody: "đồng chí Nguyễn Văn An, Trưởng ban" names Nguyễn Văn An.</summary>
    public static bool Names(string line, string name) =>
        $" {SortKey.Of(line)} ".Contains($" {SortKey.Of(name)} ", StringComparison.Ordinal);

    public static string[] Lines(string names) =>
        names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
