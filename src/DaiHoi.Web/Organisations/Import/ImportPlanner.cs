using DaiHoi.Web.Organisations.Changing;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>
/// Holds a file against the tree as it is, and finds everything that could not be. The tree is looked at as a whole: what
/// the file does not name may come to stand below what it moves or ends.
/// </summary>
/// <param name="ruleSet">whose words new trees use</param>
/// <param name="on">the day from which changes hold</param>
internal sealed class ImportPlanner(
    ImportRows file,
    IReadOnlyList<ExistingOrganisation> existing,
    string ruleSet,
    DateOnly on,
    DateOnly today
)
{
    private readonly Dictionary<string, ImportNode> byCode = new(file.Rows.Count + existing.Count, StringComparer.Ordinal);
    private readonly Dictionary<long, ImportNode> byId = new(existing.Count);
    private readonly List<ImportNode> ordered = new(file.Rows.Count + existing.Count);

    public ImportPlan Plan(ImportFaults faults, CancellationToken stop)
    {
        Gather();
        stop.ThrowIfCancellationRequested();
        foreach (var node in byCode.Values)
            FindParent(node, faults);
        Order(faults);
        stop.ThrowIfCancellationRequested();
        foreach (var node in ordered)
            Judge(node, faults);
        foreach (var row in file.Apart)
        {
            var node = new ImportNode { Row = row };
            FindParent(node, faults);
            Judge(node, faults);
        }
        return new(faults.Count == 0 ? ordered : [], faults);
    }

    private void Gather()
    {
        var kept = new Dictionary<string, ExistingOrganisation>(existing.Count, StringComparer.Ordinal);
        foreach (var one in existing)
        {
            // The owner of the portal stands above all trees and in none.
            if (one.ParentId is not null)
                kept.Add(one.Code, one);
        }
        foreach (var row in file.Rows)
        {
            kept.Remove(row.Code, out var known);
            Add(new() { Row = row, Known = known });
        }
        foreach (var one in kept.Values)
            Add(new() { Known = one });
    }

    private void Add(ImportNode node)
    {
        byCode.Add(node.Code, node);
        if (node.Known is { } known)
            byId.Add(known.Id, node);
    }

    private void FindParent(ImportNode node, ImportFaults faults)
    {
        if (node.Row is null || (node.Known is not null && !file.Has.Contains(ImportColumn.ParentCode)))
        {
            node.Parent = byId.GetValueOrDefault(node.Known!.ParentId!.Value);
            return;
        }
        if (node.Row.Parent is not { } code)
            return;
        if (code == node.Code)
            faults.Add(node.Row.Number, ImportColumn.ParentCode, code, "import-own-parent");
        else if (byCode.TryGetValue(code, out var parent))
            node.Parent = parent;
        // What is wrong with the row of the upper one is told there.
        else if (!file.Known.ContainsKey(code))
            faults.Add(node.Row.Number, ImportColumn.ParentCode, code, "import-parent-unknown", code);
    }

    // Each behind what it stands below; what stands below itself is told and left out.
    private void Order(ImportFaults faults)
    {
        var done = new HashSet<ImportNode>(byCode.Count);
        var way = new List<ImportNode>();
        var onWay = new HashSet<ImportNode>();
        foreach (var start in byCode.Values)
        {
            for (var node = start; node is not null && !done.Contains(node); node = node.Parent)
            {
                if (!onWay.Add(node))
                {
                    TellCycle(way.Skip(way.IndexOf(node)).ToList(), faults);
                    break;
                }
                way.Add(node);
            }
            for (var i = way.Count - 1; i >= 0; i--)
            {
                if (done.Add(way[i]))
                    ordered.Add(way[i]);
            }
            way.Clear();
            onWay.Clear();
        }
    }

    private static void TellCycle(List<ImportNode> cycle, ImportFaults faults)
    {
        var told =
            string.Join(" → ", cycle.Take(5).Select(node => node.Code)) + (cycle.Count > 5 ? " → …" : " → " + cycle[0].Code);
        foreach (var node in cycle.Where(node => node.Row is not null))
            faults.Add(node.Row!.Number, ImportColumn.ParentCode, node.Row.Parent, "import-cycle", told);
        // So that what stands below is judged, each once.
        foreach (var node in cycle)
            node.Parent = null;
    }

    private void Judge(ImportNode node, ImportFaults faults)
    {
        var (row, known, parent) = (node.Row, node.Known, node.Parent);
        node.Rules = parent?.Rules ?? TreeRules.Of(known?.RuleSet ?? ruleSet);
        node.From = Has(ImportColumn.ValidFrom) ? row!.From : known?.From;
        node.To = Has(ImportColumn.ValidTo) ? row!.To : known?.To;
        node.Members = Has(ImportColumn.Members) ? row!.Members : known?.Members;
        Words(node, faults);
        var ever = node.From ?? OrganisationVersion.SinceEver;
        // Where something new has stood before that began below which it stands, nobody says.
        node.Begins = known is not null || parent is null || parent.Begins < ever ? ever : parent.Begins;
        node.IsMoved = known is not null && row is not null && known.ParentId != (parent is null ? Owner : parent.Known?.Id ?? 0);
        if (row is null)
        {
            JudgeBelow(node, faults);
            return;
        }
        Days(node, faults);
        if (
            parent is not null
            && node.Level.Length > 0
            && parent.Level.Length > 0
            && !node.Rules.MayStand(node.Level, parent.Level)
        )
            faults.Add(
                row.Number,
                ImportColumn.Level,
                row.Level,
                "import-level-order",
                new TreeWord(node.Rules, node.Level),
                parent.Code,
                new TreeWord(node.Rules, parent.Level)
            );
        if (parent?.To is { } ended && (node.To is null || node.To > ended))
            faults.Add(row.Number, ImportColumn.ParentCode, row.Parent, "import-parent-ended", parent.Code, ended);
        if (known is not null)
            Changes(node, known, faults);

        bool Has(ImportColumn column) => row is not null && file.Has.Contains(column);
    }

    private long Owner => owner ??= existing.First(one => one.ParentId is null).Id;
    private long? owner;

    private void Words(ImportNode node, ImportFaults faults)
    {
        if (node.Row is not { } row)
        {
            (node.Level, node.Kind) = (node.Known!.Level, node.Known.Kind);
            return;
        }
        if (node.Rules.LevelWritten(row.Level) is not { } level)
        {
            // One that is missing is told where it was read.
            if (row.Level.Length > 0)
                faults.Add(
                    row.Number,
                    ImportColumn.Level,
                    row.Level,
                    "import-level-unknown",
                    string.Join(", ", node.Rules.Levels)
                );
            return;
        }
        node.Level = level;
        if (row.Kind is { } written)
        {
            if (node.Rules.KindWritten(written, level) is { } kind)
                node.Kind = kind;
            else
                faults.Add(row.Number, ImportColumn.Kind, written, "import-kind-unknown", new TreeWord(node.Rules, level));
            return;
        }
        // What somebody chose stays as long as it can.
        node.Kind =
            node.Known is { } known && known.Level == level && known.Name == row.Name && node.Rules.HasKind(known.Kind, level)
                ? known.Kind
                : node.Rules.KindOf(level, row.Name);
    }

    // What the file does not name, below what it changes.
    private static void JudgeBelow(ImportNode node, ImportFaults faults)
    {
        if (node.Parent is not { Row: { } above } parent)
            return;
        if (parent.Level.Length > 0 && !node.Rules.MayStand(node.Level, parent.Level) && parent.Level != parent.Known?.Level)
            faults.Add(
                above.Number,
                ImportColumn.Level,
                above.Level,
                "import-below-level",
                node.Code,
                new TreeWord(node.Rules, node.Level)
            );
        if (parent.To is { } ended && (node.To is null || node.To > ended))
            faults.Add(above.Number, ImportColumn.ValidTo, null, "import-below-open", node.Code, ended);
    }

    private void Days(ImportNode node, ImportFaults faults)
    {
        var row = node.Row!;
        if (row.From > today)
            faults.Add(row.Number, ImportColumn.ValidFrom, Written(row.From), "tree-day-future", today);
        if (row.To > today)
            faults.Add(row.Number, ImportColumn.ValidTo, Written(row.To), "tree-day-future", today);
        if (node.To < node.From)
            faults.Add(row.Number, ImportColumn.ValidTo, Written(node.To), "import-days-order");
        else if (node.Known is null && node.To < node.Begins)
            faults.Add(row.Number, ImportColumn.ParentCode, row.Parent, "import-parent-later", row.Parent, node.Begins);
    }

    private void Changes(ImportNode node, ExistingOrganisation known, ImportFaults faults)
    {
        var row = node.Row!;
        // What it is to become nobody knows before the row is mended.
        if (row.Name.Length == 0 || node.Level.Length == 0)
            return;
        if (node.BeginsAnew)
        {
            var column =
                node.IsMoved ? ImportColumn.ParentCode
                : node.Level != known.Level ? ImportColumn.Level
                : node.Name != known.Name ? ImportColumn.Name
                : ImportColumn.Kind;
            if (known.To is { } ended)
                faults.Add(row.Number, column, null, "import-ended", ended);
            else if (node.IsClosed)
                faults.Add(row.Number, column, null, "import-ends-and-changes");
            else if (known.LastChange > on)
                faults.Add(row.Number, column, null, "import-later-change", known.LastChange, on);
            else if (node.Parent?.From > on)
                faults.Add(row.Number, ImportColumn.ParentCode, row.Parent, "import-parent-later", row.Parent, node.Parent.From);
        }
        if (node.IsClosed && node.To < known.LastChange)
            faults.Add(row.Number, ImportColumn.ValidTo, Written(node.To), "import-ends-before-change", known.LastChange);
        if (node.From != known.From && node.From > known.FirstEnd)
            faults.Add(row.Number, ImportColumn.ValidFrom, Written(node.From), "import-begins-after-change", known.FirstEnd);
    }

    private static string Written(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
