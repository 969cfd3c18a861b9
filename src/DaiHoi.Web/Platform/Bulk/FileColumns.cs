using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Platform.Bulk;

/// <summary>What the columns of a kind of file are called: as they are documented, and as offices head them.</summary>
/// <param name="names">as they are documented and exported, in this order</param>
/// <param name="others">by name, how else a heading may name it</param>
public sealed class FileColumns(IReadOnlyList<string> names, params IReadOnlyList<(string Name, string[] Headings)> others)
{
    private readonly Dictionary<string, int> byHeading = Headings(names, others);

    public IReadOnlyList<string> Names => names;

    /// <summary>The place among the names of what a heading names, whatever case and marks; null for none.</summary>
    public int? PlaceOf(string heading) => byHeading.TryGetValue(Plain(heading), out var place) ? place : null;

    private static string Plain(string heading) => Fold.Letters(heading).Replace('_', ' ').Trim();

    private static Dictionary<string, int> Headings(
        IReadOnlyList<string> names,
        IReadOnlyList<(string Name, string[] Headings)> others
    )
    {
        var known = names.Index().ToDictionary(name => Plain(name.Item), name => name.Index, StringComparer.Ordinal);
        foreach (var (name, headings) in others)
        {
            foreach (var heading in headings)
                known.Add(Plain(heading), known[Plain(name)]);
        }
        return known;
    }
}
