using System.Data.Common;
using System.Text.RegularExpressions;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Campaigns.Opening;

/// <summary>
/// Opens a campaign: from the tree as it stands on the opening day it freezes one expected congress for each organisation in
/// scope and level, all in one transaction.
/// </summary>
internal sealed partial class CampaignOpening(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>What opening it would do: how many congresses would be expected, or why it cannot be opened. Nothing is written.</summary>
    public async Task<OpeningResult> TryAsync(CampaignPlan plan, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var (prepared, problems) = await PrepareAsync(database, transaction.GetDbTransaction(), plan, stop);
        return prepared is null ? OpeningResult.Refused(problems) : new(0, prepared.ByLevel, []);
    }

    /// <summary>Opens it.</summary>
    public async Task<OpeningResult> OpenAsync(CampaignPlan plan, Actor actor, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var (prepared, problems) = await PrepareAsync(database, transaction.GetDbTransaction(), plan, stop);
        if (prepared is null)
            return OpeningResult.Refused(problems);
        var (rules, root, tree, expected, levels) = prepared;
        var connection = database.Database.GetDbConnection();
        var campaign = new Campaign
        {
            Code = plan.Code,
            Name = plan.Name.Trim(),
            Term = plan.Term,
            Rules = plan.Rules,
            RootId = root,
            OpenedOn = plan.On,
            OpenedAt = clock.UtcNow,
        };
        database.Add(campaign);
        await database.SaveChangesAsync(stop);
        foreach (var (code, place) in levels)
        {
            if (plan.UsualChecklist)
                database.AddRange(UsualItems(campaign.Id, place));
            var window = DaiHoi.Rules.Campaigns.Window.Of(rules, code)?.Period ?? plan.Windows.GetValueOrDefault(code);
            database.Add(
                new CampaignLevel
                {
                    CampaignId = campaign.Id,
                    Ordinal = place,
                    Code = code,
                    WindowFrom = window?.From,
                    WindowUntil = window?.Until,
                }
            );
        }
        await database.SaveChangesAsync(stop);
        await FreezeAsync(connection, transaction.GetDbTransaction(), campaign.Id, tree, expected, levels, plan.On, stop);
        await changes.CommitAsync(
            database,
            actor,
            new("campaign.opened", CampaignFrame.KeyOf(campaign.Id), campaign.Name, After: Shown(plan)),
            ["campaigns"],
            stop
        );
        return new(campaign.Id, prepared.ByLevel, []);
    }

    private static object Shown(CampaignPlan plan) =>
        new
        {
            plan.Code,
            plan.Name,
            plan.Term,
            plan.Rules,
            plan.Root,
            plan.On,
            plan.Levels,
            plan.UsualChecklist,
            Windows = plan.Windows.Select(window => new
            {
                Level = window.Key,
                window.Value.From,
                window.Value.Until,
            }),
        };

    private static IEnumerable<ChecklistItem> UsualItems(long campaign, int level) =>
        UsualChecklist.Items.Select(
            (item, i) =>
                new ChecklistItem
                {
                    CampaignId = campaign,
                    Level = level,
                    Place = i,
                    Text = item.Text,
                    Days = item.Days,
                    Responsible = item.Responsible,
                    EvidenceWanted = item.Evidence,
                }
        );

    private async Task<(Prepared?, IReadOnlyList<OpeningProblem>)> PrepareAsync(
        Database database,
        DbTransaction transaction,
        CampaignPlan plan,
        CancellationToken stop
    )
    {
        var problems = new List<OpeningProblem>();
        var rules = RuleSet.Named(plan.Rules);
        if (rules is null)
            problems.Add(new("rules", "campaign-no-rules", plan.Rules, string.Join(", ", RuleSet.Known)));
        var root = await database.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Code == plan.Root, stop);
        if (root is null || root.Code == OrganisationTree.RootCode)
            problems.Add(new("root", "campaign-no-root", plan.Root));
        if (!CodeForm().IsMatch(plan.Code))
            problems.Add(new("code", "campaign-code-form", plan.Code));
        else if (await database.Set<Campaign>().AnyAsync(c => c.Code == plan.Code, stop))
            problems.Add(new("code", "campaign-code-taken", plan.Code));
        if (string.IsNullOrWhiteSpace(plan.Name) || plan.Name.Length > 300)
            problems.Add(new("name", "campaign-name-form"));
        if (plan.On > clock.Today)
            problems.Add(new("on", "campaign-on-future", plan.On));
        foreach (var code in plan.Levels.Where(code => rules is not null && rules.Levels.Value.All(level => level.Code != code)))
            problems.Add(new("levels", "campaign-no-level", code, string.Join(", ", rules!.Levels.Value.Select(l => l.Code))));
        if (problems.Count > 0)
            return (null, problems);
        var tree = await TreeInTime.WholeAsync(database.Database.GetDbConnection(), transaction, stop);
        var scope = TreeScope.Of(tree, root!.Id, plan.On);
        if (scope.Count == 0)
            return (null, [new("root", "campaign-root-not-there", plan.Root, plan.On)]);
        var ladder = rules!
            .Levels.Value.Select((level, place) => (level.Code, Place: place))
            .ToDictionary(l => l.Code, l => l.Place);
        if (scope.FirstOrDefault(span => !ladder.ContainsKey(span.Level)) is { } strange)
        {
            var code = await CodeOfAsync(database, strange.Organisation, stop);
            return (null, [new("rules", "campaign-strange-level", code, strange.Level, plan.Rules)]);
        }
        var levels = (plan.Levels.Count > 0 ? plan.Levels : [.. ladder.Keys])
            .Distinct()
            .ToDictionary(code => code, code => ladder[code]);
        var expected = scope.Where(span => levels.ContainsKey(span.Level)).ToList();
        return expected.Count == 0
            ? (null, [new("levels", "campaign-nothing-expected", plan.Root)])
            : (new(rules, root.Id, tree, expected, levels), []);
    }

    /// <summary>A plan that can be opened, with the tree on which it rests.</summary>
    private sealed record Prepared(
        RuleSet Rules,
        long Root,
        TreeInTime Tree,
        List<OrganisationSpan> Expected,
        Dictionary<string, int> Levels
    )
    {
        public IReadOnlyList<(string Level, int Expected)> ByLevel =>
            [
                .. Levels
                    .OrderBy(level => level.Value)
                    .Select(level => (level.Key, Expected.Count(span => span.Level == level.Key)))
                    .Where(level => level.Item2 > 0),
            ];
    }

    private static async Task FreezeAsync(
        DbConnection connection,
        DbTransaction transaction,
        long campaign,
        TreeInTime tree,
        List<OrganisationSpan> expected,
        Dictionary<string, int> levels,
        DateOnly on,
        CancellationToken stop
    )
    {
        await using (var writer = new Statements(connection, transaction))
        {
            foreach (var some in expected.Chunk(500))
            {
                // Ids and places are numbers: nothing in this text comes from a person.
                var rows = string.Join(
                    ", ",
                    some.Select(span =>
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"({campaign}, {span.Organisation}, {levels[span.Level]}, @on, @no)"
                        )
                    )
                );
                await using var insert = Sql.Command(
                    connection,
                    $"insert into congress (campaign_id, organisation_id, level, expected_from, model) values {rows}",
                    ("on", on),
                    ("no", false)
                );
                insert.Transaction = transaction;
                await insert.ExecuteNonQueryAsync(stop);
            }
        }
        var frame = (await CampaignFrame.ReadAllAsync(connection, transaction, stop)).First(known => known.Id == campaign);
        var batch = new ProgressBatch(campaign);
        foreach (var span in expected)
        {
            var level = levels[span.Level];
            batch.Add(
                level,
                new(on.DayNumber, tree.EndedFrom(span.Organisation)?.DayNumber, []),
                Scope.Of(tree, span.Organisation, level, frame.Root, frame.LastDays)
            );
            if (batch.Rows > 200_000)
                await batch.WriteDeltasAsync(connection, transaction, stop);
        }
        await batch.WriteDeltasAsync(connection, transaction, stop);
        await batch.AddUpAllAsync(connection, transaction, stop);
    }

    private static async Task<string> CodeOfAsync(Database database, long id, CancellationToken stop) =>
        (await database.Set<Organisation>().AsNoTracking().FirstAsync(o => o.Id == id, stop)).Code;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}

/// <summary>Who stands in a tree on one day.</summary>
internal static class TreeScope
{
    /// <summary>The organisations at and below a root that exist on a day, each as it stands then.</summary>
    public static IReadOnlyList<OrganisationSpan> Of(TreeInTime tree, long root, DateOnly day)
    {
        var below = new List<OrganisationSpan>();
        var inside = new Dictionary<long, bool> { [root] = true };
        foreach (var organisation in tree.Organisations)
        {
            var span = tree.On(organisation, day);
            if (span.From <= day && !(span.To < day) && IsInside(tree, organisation, day, inside))
                below.Add(span);
        }
        return below;
    }

    private static bool IsInside(TreeInTime tree, long organisation, DateOnly day, Dictionary<long, bool> inside)
    {
        if (inside.TryGetValue(organisation, out var known))
            return known;
        var found = tree.On(organisation, day).Parent is { } parent && IsInside(tree, parent, day, inside);
        inside.Add(organisation, found);
        return found;
    }
}
