using System.Collections.Concurrent;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.Personnel;
using DaiHoi.Rules.RuleSets.Parts;

namespace DaiHoi.Rules.RuleSets;

/// <summary>
/// What the regulations of an association say, for one time: every value with the article that it comes from. The program
/// brings some; others are read from files of the same format (<c>schema.json</c>).
/// </summary>
public sealed record RuleSet
{
    private static readonly string[] Brought = ["vn-2015", "vn-2020", "vn-2025", "youth", "union", "association"];
    private static readonly ConcurrentDictionary<string, RuleSet> Loaded = new(StringComparer.Ordinal);

    /// <summary>Its key in files: vn-2020.</summary>
    public required string Id { get; init; }
    public required Words Name { get; init; }

    /// <summary>The campaign for which it holds; it cites only law of this time.</summary>
    public required Period InForce { get; init; }
    public required IReadOnlyDictionary<string, Document> Documents { get; init; }
    public required Terms Terms { get; init; }

    /// <summary>The ladder, from the top down.</summary>
    public required Cited<IReadOnlyList<Level>> Levels { get; init; }

    /// <summary>Kinds of organisations; none where nothing is said.</summary>
    public IReadOnlyList<OrganisationKind> Kinds { get; init; } = [];
    public required CampaignRules Campaign { get; init; }
    public required CongressRules Congress { get; init; }
    public required DelegateRules Delegates { get; init; }
    public required ElectionRules Elections { get; init; }
    public required IReadOnlyList<AimRule> Aims { get; init; }

    /// <summary>Limits of age by month of birth; none where nothing is said.</summary>
    public IReadOnlyList<AgeRule> Ages { get; init; } = [];

    /// <summary>Months of service that must be left; none where nothing is said.</summary>
    public IReadOnlyList<ServiceRule> Service { get; init; } = [];

    /// <summary>Cited where the rule set is silent.</summary>
    public Article Unwritten => new(Id, null, null, null, null, Standing.Unverified, null);

    /// <exception cref="InvalidOperationException">the ladder has no such level</exception>
    public Level Level(string code) => Levels.Value.First(level => level.Code == code);

    /// <summary>The ids of the rule sets that the program brings.</summary>
    public static IReadOnlyList<string> Known => Brought;

    /// <summary>A rule set that the program brings.</summary>
    /// <returns>null for an id that it does not know</returns>
    public static RuleSet? Named(string id) =>
        Brought.Contains(id)
            ? Loaded.GetOrAdd(id, static id => Read(Resource($"{id}.json")) is { RuleSet: { } rules } ? rules : throw Broken(id))
            : null;

    /// <summary>Reads a rule set, or tells all that is wrong with it, each with its place.</summary>
    public static RuleSetReading Read(ReadOnlyMemory<byte> json) => RuleSetReader.Read(json);

    /// <summary>The JSON Schema of the format.</summary>
    public static byte[] Schema => Resource("schema.json");

    internal static byte[] Resource(string name)
    {
        using var stream = typeof(RuleSet).Assembly.GetManifestResourceStream(name) ?? throw Broken(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static InvalidOperationException Broken(string name) => new($"the program's own «{name}» cannot be read");
}

/// <summary>A rule set, or why it was refused.</summary>
/// <param name="RuleSet">null where it was refused</param>
/// <param name="Problems">none where it was read</param>
/// <param name="Articles">every article that it cites, in the order of the file; none where it was refused</param>
public sealed record RuleSetReading(RuleSet? RuleSet, IReadOnlyList<Problem> Problems, IReadOnlyList<ArticleAt> Articles);

/// <summary>An article and where in the rule set it is cited.</summary>
public sealed record ArticleAt(string Place, Article Article);
