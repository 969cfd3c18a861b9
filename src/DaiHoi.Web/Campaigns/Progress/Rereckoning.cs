using System.Data.Common;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// Takes back what congresses added to the sums as tree and windows were, and adds what they add as they are now. The caller
/// holds the campaign's lock.
/// </summary>
internal static class Rereckoning
{
    private const int Portion = 4000;

    /// <param name="before">campaign and tree by which the sums were added up</param>
    /// <param name="after">as they are inside the transaction</param>
    /// <param name="organisations">whose congresses; those that the tree before did not know are passed by</param>
    /// <param name="batch">what else is to be written with them</param>
    public static async Task RunAsync(
        DbConnection connection,
        DbTransaction transaction,
        (CampaignFrame Frame, TreeInTime Tree) before,
        (CampaignFrame Frame, TreeInTime Tree) after,
        IEnumerable<long> organisations,
        ProgressBatch batch,
        CancellationToken stop
    )
    {
        var known = organisations.Where(before.Tree.Knows).Order().ToList();
        var touched = new HashSet<(long, int)>();
        foreach (var portion in known.Chunk(Portion))
        {
            await foreach (
                var congress in ReckonedCongress.ReadAsync(connection, transaction, before.Frame, before.Tree, portion, stop)
            )
                batch.TakeBack(congress.Level, congress.History, congress.Scope);
            await foreach (
                var congress in ReckonedCongress.ReadAsync(connection, transaction, after.Frame, after.Tree, portion, stop)
            )
                batch.Add(congress.Level, congress.History, congress.Scope);
            if (known.Count > Portion)
                touched.UnionWith(await batch.WriteDeltasAsync(connection, transaction, stop));
        }
        if (touched.Count == 0)
        {
            await batch.WriteAsync(connection, transaction, stop);
            return;
        }
        touched.UnionWith(await batch.WriteDeltasAsync(connection, transaction, stop));
        await batch.AddUpAsync(connection, transaction, touched, stop);
    }
}
