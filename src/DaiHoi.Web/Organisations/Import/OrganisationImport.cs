using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>How a file of organisations is to be taken.</summary>
/// <param name="RuleSet">whose words new trees use</param>
/// <param name="On">the day from which changes hold; null is today</param>
/// <param name="Encoding">how the bytes of CSV are to be read</param>
/// <param name="Decision">number of the decision</param>
internal sealed record ImportWish(
    string RuleSet = TreeRules.Usual,
    DateOnly? On = null,
    EncodingChoice Encoding = EncodingChoice.Auto,
    string? Decision = null
);

/// <summary>Reads a file of organisations into the tree: whole, or not at all, whatever happens meanwhile.</summary>
internal sealed class OrganisationImport(
    DatabaseFactory databases,
    OrganisationTree tree,
    RecordedChanges changes,
    SiteClock clock,
    Lazy<IEnumerable<IFollowTheTree>> followers
)
{
    /// <summary>What the file would make of the tree; nothing is changed.</summary>
    public async Task<ImportPlan> PlanAsync(Stream file, ImportWish wish, CancellationToken stop)
    {
        await tree.RootAsync(stop);
        var faults = new ImportFaults();
        var rows = ImportRows.Read(file, wish.Encoding, faults, stop);
        await using var database = databases.Create();
        return await PlanAsync(database, rows, wish, faults, stop);
    }

    /// <summary>Imports a file that has no fault; of one that has, nothing.</summary>
    /// <param name="name">of the file, for the record</param>
    /// <param name="progress">rows written, and how many there are</param>
    public async Task<ImportPlan> RunAsync(
        Actor actor,
        Stream file,
        string name,
        ImportWish wish,
        Action<int, int> progress,
        CancellationToken stop
    )
    {
        await tree.RootAsync(stop);
        var faults = new ImportFaults();
        var rows = ImportRows.Read(file, wish.Encoding, faults, stop);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await TreeLock.HoldAsync(database, stop);
        var plan = await PlanAsync(database, rows, wish, faults, stop);
        if (faults.Count > 0)
            return plan;
        var counts = new
        {
            Founded = plan.Founded.Count(),
            Changed = plan.Changed.Count(),
            Moved = plan.Moved.Count(),
            Closed = plan.Closed.Count(),
        };
        // What changes nothing leaves no trace.
        if (counts is { Founded: 0, Changed: 0, Moved: 0, Closed: 0 })
            return plan;
        var change = new OrganisationChange
        {
            OnDay = On(wish),
            Kind = TreeChanges.Imported,
            Decision = TreeFields.Tidy(wish.Decision),
            Note = name.Length <= OrganisationChange.LongestNote ? name : name[..OrganisationChange.LongestNote],
            AccountId = actor.Id,
            AccountName = actor.Name,
            RecordedAt = clock.UtcNow,
        };
        database.Add(change);
        await database.SaveChangesAsync(stop);
        await new ImportWriter(database, change, progress).WriteAsync(plan, stop);
        await FollowAsync(database, plan, On(wish), stop);
        var deed = new Deed("organisation.imported", "organisations", name, null, counts);
        await changes.CommitAsync(database, actor, deed, [OrganisationDesk.Key], stop);
        return plan;
    }

    private DateOnly On(ImportWish wish) => wish.On ?? clock.Today;

    private async Task<ImportPlan> PlanAsync(
        Database database,
        ImportRows rows,
        ImportWish wish,
        ImportFaults faults,
        CancellationToken stop
    )
    {
        if (On(wish) > clock.Today)
            faults.Add(0, null, On(wish).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "tree-day-future", clock.Today);
        var existing = await ExistingOrganisations.ListAsync(database, stop);
        return new ImportPlanner(rows, existing, wish.RuleSet, On(wish), clock.Today).Plan(faults, stop);
    }

    private async Task FollowAsync(Database database, ImportPlan plan, DateOnly on, CancellationToken stop)
    {
        if (!followers.Value.Any())
            return;
        var touched = plan
            .Nodes.Where(node =>
                node.Known is not { } known
                || node.IsMoved
                || node.Level != known.Level
                || node.From != known.From
                || node.To != known.To
            )
            .ToList();
        if (touched.Count == 0)
            return;
        var from = touched.Min(node => FirstDay(node, on));
        List<long> ids = touched.ConvertAll(node => node.Id);
        foreach (var follower in followers.Value)
            await follower.FollowAsync(database, ids, from, stop);
    }

    // The first day on which something about it is not what it was.
    private static DateOnly FirstDay(ImportNode node, DateOnly on)
    {
        if (node.Known is not { } known)
            return node.Begins;
        var first = on;
        if (node.From != known.From)
            first = Earlier(first, Earlier(node.From ?? DateOnly.MinValue, known.From ?? DateOnly.MinValue));
        if (node.To != known.To)
            first = Earlier(first, Earlier(node.To ?? DateOnly.MaxValue, known.To ?? DateOnly.MaxValue).AddDays(1));
        return first;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
