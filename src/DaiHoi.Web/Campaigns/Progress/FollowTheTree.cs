using System.Data.Common;
using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// Carries a change of the tree into every campaign: what moved counts elsewhere from its day on, what was founded is
/// expected from its day on, what has gone before its congress was held is exempt.
/// </summary>
internal sealed class FollowTheTree(Sql sql) : IFollowTheTree
{
    private const int Portion = 4000;

    public async Task FollowAsync(
        Database database,
        IReadOnlyCollection<long> organisations,
        DateOnly from,
        CancellationToken stop
    )
    {
        var (connection, transaction) = (
            database.Database.GetDbConnection(),
            database.Database.CurrentTransaction!.GetDbTransaction()
        );
        await CampaignLock.TakeAllAsync(connection, transaction, stop);
        var frames = await CampaignFrame.ReadAllAsync(connection, transaction, stop);
        if (frames.Count == 0)
            return;
        // Outside this transaction the tree is still what it was: by it is taken back what was added up.
        await using var outside = await sql.OpenAsync(stop);
        var affected = await EverBelowAsync(outside, null, organisations, stop);
        affected.UnionWith(await EverBelowAsync(connection, transaction, organisations, stop));
        if (affected.Count == 0)
            return;
        var before = await TreeInTime.WholeAsync(outside, null, stop);
        var after = await TreeInTime.WholeAsync(connection, transaction, stop);
        foreach (var frame in frames)
            await FollowAsync(connection, transaction, frame, before, after, organisations, affected, stop);
    }

    private static async Task FollowAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        TreeInTime before,
        TreeInTime after,
        IReadOnlyCollection<long> changed,
        HashSet<long> affected,
        CancellationToken stop
    )
    {
        var batch = new ProgressBatch(frame.Id);
        var founded = changed.Where(id => IsExpected(frame, after, id)).Order().ToList();
        var added = new HashSet<long>();
        foreach (var portion in founded.Chunk(Portion))
        {
            var expected = await ExpectAsync(connection, transaction, frame, after, portion, stop);
            added.UnionWith(expected);
            await foreach (var congress in ReckonedCongress.ReadAsync(connection, transaction, frame, after, expected, stop))
                batch.Add(congress.Level, congress.History, congress.Scope);
        }
        // What has just become expected was never added up before, so there is nothing to take back.
        await Rereckoning.RunAsync(connection, transaction, (frame, before), (frame, after), affected.Except(added), batch, stop);
    }

    // Founded while the campaign was open, at one of its levels, below its root.
    private static bool IsExpected(CampaignFrame frame, TreeInTime tree, long organisation)
    {
        if (tree.Of(organisation).Count == 0)
            return false;
        var founded = tree.FoundedOn(organisation);
        return founded > frame.OpenedOn
            && !(founded > frame.ClosedOn)
            && frame.Level(tree.On(organisation, founded).Level) is not null
            && IsBelow(tree, organisation, frame.Root, founded);
    }

    private static bool IsBelow(TreeInTime tree, long organisation, long root, DateOnly day)
    {
        for (long? at = organisation; at is { } here; at = tree.On(here, day).Parent)
        {
            if (here == root)
                return true;
        }
        return false;
    }

    /// <returns>the organisations that were not expected yet</returns>
    private static async Task<IReadOnlyCollection<long>> ExpectAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        TreeInTime tree,
        long[] organisations,
        CancellationToken stop
    )
    {
        await using var writer = new Statements(connection, transaction);
        var expected = new List<long>();
        foreach (var organisation in organisations)
        {
            var founded = tree.FoundedOn(organisation);
            var written = await writer.RunAsync(
                """
                insert into congress (campaign_id, organisation_id, level, expected_from, model) values (@c, @o, @l, @d, @no)
                on conflict (campaign_id, organisation_id) do nothing
                """,
                stop,
                ("c", frame.Id),
                ("o", organisation),
                ("l", frame.Level(tree.On(organisation, founded).Level)!.Ordinal),
                ("d", founded),
                ("no", false)
            );
            if (written == 1)
                expected.Add(organisation);
        }
        return expected;
    }

    private static async Task<HashSet<long>> EverBelowAsync(
        DbConnection connection,
        DbTransaction? transaction,
        IReadOnlyCollection<long> organisations,
        CancellationToken stop
    )
    {
        await using var command = Sql.Command(
            connection,
            $"""
            with recursive below (id) as (
                select id from organisation
                where id in ({string.Join(",", organisations.Select(id => id.ToString(CultureInfo.InvariantCulture)))})
                union
                select v.organisation_id from below b cross join organisation_version v where v.parent_id = b.id
            )
            select id from below
            """
        );
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var below = new HashSet<long>();
        while (await reader.ReadAsync(stop))
            below.Add(reader.GetInt64(0));
        return below;
    }
}
