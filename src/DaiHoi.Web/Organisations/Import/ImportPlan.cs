using DaiHoi.Web.Organisations.Changing;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>What a file would make of the tree.</summary>
/// <param name="Nodes">the whole tree as it would be, each behind what it stands below; empty where something is wrong</param>
internal sealed record ImportPlan(IReadOnlyList<ImportNode> Nodes, ImportFaults Faults)
{
    public IEnumerable<ImportNode> Founded => Nodes.Where(node => node.Known is null);
    public IEnumerable<ImportNode> Changed => Nodes.Where(node => node.IsChanged);
    public IEnumerable<ImportNode> Moved => Nodes.Where(node => node.IsMoved);
    public IEnumerable<ImportNode> Closed => Nodes.Where(node => node.IsClosed);
    public IEnumerable<ImportNode> Unchanged =>
        Nodes.Where(node => node is { Row: not null, Known: not null, IsChanged: false, IsMoved: false, IsClosed: false });
}

/// <summary>An organisation of the tree as it would be.</summary>
internal sealed class ImportNode
{
    /// <summary>What the file says; null where it says nothing.</summary>
    public ImportRow? Row { get; init; }

    /// <summary>What is kept; null where it is new.</summary>
    public ExistingOrganisation? Known { get; init; }

    /// <summary>Null for the root of a tree.</summary>
    public ImportNode? Parent { get; set; }

    public long Id { get; set; }
    public string Path { get; set; } = "";
    public string Level { get; set; } = "";
    public string Kind { get; set; } = "";
    public TreeRules Rules { get; set; } = null!;
    public int? Members { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>First day on which it can stand where the file says.</summary>
    public DateOnly Begins { get; set; }

    public string Code => Row?.Code ?? Known!.Code;
    public string Name => Row?.Name ?? Known!.Name;

    public bool IsMoved { get; set; }

    /// <summary>It has another name, kind, level, number of members or first day, or is open again.</summary>
    public bool IsChanged =>
        Known is { } known
        && Row is not null
        && (HasNewWords || Members != known.Members || From != known.From || (To is null && known.To is not null));

    public bool HasNewWords => Known is { } known && (Name != known.Name || Kind != known.Kind || Level != known.Level);

    public bool IsClosed => Known is not null && To is not null && To != Known.To;

    /// <summary>Another version of it begins.</summary>
    public bool BeginsAnew => HasNewWords || IsMoved;
}
