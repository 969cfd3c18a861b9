using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>The words and the order of levels that a tree has, from the rule set of its root.</summary>
internal sealed class TreeRules
{
    /// <summary>Of a tree whose root says nothing.</summary>
    public const string Usual = "vn-2025";

    private static readonly Dictionary<string, TreeRules> Known = RuleSet.Known.ToDictionary(
        id => id,
        id => new TreeRules(RuleSet.Named(id)!),
        StringComparer.Ordinal
    );

    private readonly RuleSet rules;
    private readonly HashSet<(string Above, string Below)> orders;

    private readonly Dictionary<string, string> writtenLevels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> writtenKinds = new(StringComparer.Ordinal);

    private TreeRules(RuleSet rules)
    {
        this.rules = rules;
        foreach (var level in rules.Levels.Value)
            Learn(writtenLevels, level.Code, level.Name.Vietnamese, level.Name.English);
        foreach (var kind in rules.Kinds)
            Learn(writtenKinds, kind.Code, kind.Name.Vietnamese, kind.Name.English);
        orders = [.. rules.Levels.Value.SelectMany(level => level.Under.Select(above => (above, level.Code)))];
    }

    public static TreeRules Of(string? ruleSet) => Known.GetValueOrDefault(ruleSet ?? Usual) ?? Known[Usual];

    public static bool Has(string ruleSet) => Known.ContainsKey(ruleSet);

    public string Id => rules.Id;

    /// <summary>Top to base.</summary>
    public IEnumerable<string> Levels => rules.Levels.Value.Select(level => level.Code);

    public IReadOnlyList<OrganisationKind> Kinds => rules.Kinds;

    public bool HasLevel(string level) => rules.Levels.Value.Any(known => known.Code == level);

    /// <summary>Whether an organisation of one level may stand directly below one of another.</summary>
    public bool MayStand(string below, string above) => orders.Contains((above, below));

    /// <summary>Every pair that may stand, "province&gt;district", for a query.</summary>
    public IEnumerable<string> Orders => orders.Select(order => $"{order.Above}>{order.Below}");

    /// <summary>The level that somebody has written, by its code or its name in either language; null for none.</summary>
    public string? LevelWritten(string written) => writtenLevels.GetValueOrDefault(Fold.Letters(written));

    /// <summary>The kind that somebody has written, by its code or its name in either language; null for none at the level.</summary>
    public string? KindWritten(string written, string level) =>
        writtenKinds.GetValueOrDefault(Fold.Letters(written)) is { } kind && HasKind(kind, level) ? kind : null;

    private static void Learn(Dictionary<string, string> words, string code, params ReadOnlySpan<string> names)
    {
        words[Fold.Letters(code)] = code;
        // Where two are called alike, the first of them is meant.
        foreach (var name in names)
            words.TryAdd(Fold.Letters(name), code);
    }

    public bool HasKind(string kind, string level) =>
        rules.Kinds.Any(known => known.Code == kind && known.Levels.Contains(level));

    /// <summary>The kind that follows from level and name; empty where the rule set has none for it.</summary>
    public string KindOf(string level, string name) => OrganisationKind.Of(rules, level, name)?.Code ?? "";

    public string LevelName(string level, Texts t) =>
        rules.Levels.Value.FirstOrDefault(known => known.Code == level) is { } found
            ? t.English
                ? found.Name.English
                : found.Name.Vietnamese
            : level;

    public string KindName(string kind, Texts t) =>
        rules.Kinds.FirstOrDefault(known => known.Code == kind) is { } found
            ? t.English
                ? found.Name.English
                : found.Name.Vietnamese
            : kind;
}
