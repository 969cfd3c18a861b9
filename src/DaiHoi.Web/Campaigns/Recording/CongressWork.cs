using System.Data.Common;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>A held campaign, and the file of one of its congresses as nobody changes it meanwhile.</summary>
/// <param name="file">null where no such congress is expected</param>
internal sealed class CongressWork(HeldCampaign campaign, CongressFile? file) : IAsyncDisposable
{
    public Database Database => campaign.Database;
    public DbConnection Connection => campaign.Connection;
    public DbTransaction Transaction => campaign.Transaction;
    public CampaignFrame Frame => campaign.Frame;
    public CongressFile? File => file;

    public EventWriting Writing(SiteClock clock) => new(Connection, Transaction, Frame, clock.Today);

    /// <returns>null where there is no such campaign</returns>
    public static async Task<CongressWork?> BeginAsync(
        DatabaseFactory databases,
        string campaign,
        string organisation,
        CancellationToken stop
    ) =>
        await HeldCampaign.BeginAsync(databases, campaign, stop) is { } held
            ? new(held, await CongressFile.ReadAsync(held.Connection, held.Transaction, held.Frame, organisation, stop))
            : null;

    public ValueTask DisposeAsync() => campaign.DisposeAsync();
}
