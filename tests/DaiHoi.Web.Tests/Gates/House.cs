namespace DaiHoi.Web.Tests.Gates;

/// <summary>The rooms of the program and the arrows between them, as drawn in <c>docs/architecture.md</c>.</summary>
internal static class House
{
    /// <summary>Puts the rooms together, and so knows them all.</summary>
    public const string Composition = "Composition";

    // What every room of the domain may call.
    private static readonly string[] Open = ["Platform", "Data", "Ui", "CommandLine"];

    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Data"] = [],
        ["Platform"] = ["Data"],
        ["Ui"] = ["Platform"],
        // Verbs work with all rooms put together.
        ["CommandLine"] = ["Platform", "Data", "Ui", Composition],
        ["Organisations"] = [.. Open],
        ["People"] = [.. Open, "Organisations"],
        ["Accounts"] = [.. Open, "Organisations"],
        ["Visits"] = [.. Open],
        ["Campaigns"] = [.. Open, "Organisations", "Accounts"],
        ["Congresses"] = [.. Open, "Organisations", "People", "Campaigns"],
        ["Elections"] = [.. Open, "People", "Campaigns", "Congresses"],
        ["Reports"] = [.. Open, "Organisations", "Campaigns"],
        ["MyWork"] = [.. Open],
        ["Newsroom"] = [.. Open, "Organisations", "Accounts", "Visits", "Reports"],
        ["Portal"] = [.. Open, "Newsroom", "Campaigns", "Visits"],
    };

    public static bool IsDrawn(string from, string to) =>
        from == Composition || (Arrows.TryGetValue(from, out var drawn) && drawn.Contains(to, StringComparer.Ordinal));
}
