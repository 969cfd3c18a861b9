using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Share = DaiHoi.Rules.Share;

namespace DaiHoi.Web.Campaigns.Releasing;

/// <summary>One row of a released dashboard: a level, or an organisation directly below.</summary>
public sealed record ReleasedRow(string Name, long Expected, long Held, long ModelHeld, Share? Share);

/// <summary>Where a campaign stands at one organisation, as the public may read it: sums only, no name of anybody who entered them.</summary>
/// <param name="Level">"cơ sở", in the middle of a sentence</param>
/// <param name="Map">an <c>svg</c> element; null where there is no map</param>
/// <param name="Curve">an <c>svg</c> element; null where nothing was held yet</param>
/// <param name="CampaignId">whose signals say that it is not what it was</param>
public sealed record ReleasedProgress(
    string CampaignName,
    string OrganisationName,
    DateOnly Day,
    string Level,
    long Held,
    long Due,
    string? Map,
    string? Curve,
    IReadOnlyList<ReleasedRow> Levels,
    IReadOnlyList<ReleasedRow> Below,
    long CampaignId
)
{
    /// <summary>The signals that what it shows may have changed.</summary>
    public string[] ChangeKeys => [CampaignFrame.KeyOf(CampaignId), OrganisationTree.ChangeKey, ReleasedDashboards.ChangeKey];
}

/// <summary>Dashboards that a publisher has released to the public.</summary>
public sealed class ReleasedDashboards
{
    /// <summary>The signal that one was released or taken back.</summary>
    public const string ChangeKey = "released-dashboards";

    private readonly DatabaseFactory databases;
    private readonly Sql sql;
    private readonly DashboardReading reading;
    private readonly OrganisationTree tree;
    private readonly RecordedChanges changes;
    private readonly SiteClock clock;

    internal ReleasedDashboards(
        DatabaseFactory databases,
        Sql sql,
        DashboardReading reading,
        OrganisationTree tree,
        RecordedChanges changes,
        SiteClock clock
    ) =>
        (this.databases, this.sql, this.reading, this.tree, this.changes, this.clock) = (
            databases,
            sql,
            reading,
            tree,
            changes,
            clock
        );

    /// <summary>Where the public reads it.</summary>
    public static string PathOf(string campaign, string organisation) =>
        $"/tien-do/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}";

    /// <returns>null where nothing of that name was released</returns>
    public async Task<ReleasedProgress?> ReadAsync(string campaign, string organisation, Texts t, CancellationToken stop)
    {
        if (await PlaceAsync(campaign, organisation, stop) is not { } place)
            return null;
        var released = await sql.FirstAsync(
            "select 1 from released_dashboard where campaign_id = @c and organisation_id = @o",
            row => row.GetInt32(0),
            stop,
            ("c", place.Frame.Id),
            ("o", place.Id)
        );
        if (released == 0)
            return null;
        var board = await reading.ReadAsync(place, place.Frame.DayOf(clock.Today), level: null, comparedTo: null, stop);
        if (board is null)
            return null;
        string NameOf(FrameLevel level) => LevelWords.Of(place.Frame, level, t);
        return new(
            place.Frame.Name,
            place.Name,
            board.Day,
            NameOf(board.Level).ToLower(t.Culture),
            board.Now.Held,
            board.Now.Due,
            board.Tiles.Count > 0 ? TileMap.Svg(board, t, links: false) : null,
            board.Course.Days.Count > 0 ? new CourseCurve(board, t, NameOf).Svg() : null,
            [.. board.Levels.Select(level => RowOf(NameOf(level.Level), level.Now))],
            [
                .. board
                    .Children.OrderBy(child => SortKey.Of(child.Name), StringComparer.Ordinal)
                    .Select(child => RowOf(child.Name, child.Now)),
            ],
            place.Frame.Id
        );
    }

    /// <summary>What is released now, the newest campaign first.</summary>
    internal Task<List<ReleasedPlace>> ListAsync(CancellationToken stop) =>
        sql.ListAsync(
            """
            select c.code, c.name, o.code, o.name, o.path, r.released_at, r.released_by_name
            from released_dashboard r
            join campaign c on c.id = r.campaign_id join organisation o on o.id = r.organisation_id
            order by c.opened_on desc, c.id desc, o.path
            """,
            row => new ReleasedPlace(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.Utc(5),
                row.GetString(6)
            ),
            stop
        );

    /// <summary>Releases one, or does nothing where it is released already.</summary>
    /// <returns>whether there is such a place in such a campaign</returns>
    internal Task<bool> ReleaseAsync(Person person, Actor actor, string campaign, string organisation, CancellationToken stop) =>
        ChangeAsync(person, actor, campaign, organisation, release: true, stop);

    /// <summary>Takes one back: from the next request on nobody finds it.</summary>
    internal Task<bool> TakeBackAsync(Person person, Actor actor, string campaign, string organisation, CancellationToken stop) =>
        ChangeAsync(person, actor, campaign, organisation, release: false, stop);

    private async Task<bool> ChangeAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        bool release,
        CancellationToken stop
    )
    {
        // What belongs to another organisation is not found.
        if (await PlaceAsync(campaign, organisation, stop) is not { } place || !person.Is(place.Path, Role.Publisher))
            return false;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var known = await database
            .Set<ReleasedDashboard>()
            .FirstOrDefaultAsync(one => one.CampaignId == place.Frame.Id && one.OrganisationId == place.Id, stop);
        if (known is not null == release)
            return true;
        if (known is not null)
            database.Remove(known);
        else
            database.Add(
                new ReleasedDashboard
                {
                    CampaignId = place.Frame.Id,
                    OrganisationId = place.Id,
                    ReleasedAt = clock.UtcNow,
                    ReleasedById = person.Id,
                    ReleasedByName = person.Name,
                }
            );
        await changes.CommitAsync(
            database,
            actor,
            new(
                release ? "campaign.dashboard-released" : "campaign.dashboard-taken-back",
                place.Frame.ChangeKey,
                place.Frame.Name,
                After: new { Organisation = place.Code, place.Name }
            ),
            [ChangeKey],
            stop
        );
        return true;
    }

    private async Task<PlaceInCampaign?> PlaceAsync(string campaign, string organisation, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        if (await CampaignFrame.ReadAsync(connection, null, campaign, stop) is not { } frame)
            return null;
        return
            await tree.FindAsync(organisation, stop) is { } found
            && found.Path.Contains(FormattableString.Invariant($"/{frame.Root}/"), StringComparison.Ordinal)
            ? new(frame, found.Id, found.Code, found.Name, found.ShortName ?? found.Name, found.Path)
            : null;
    }

    private static ReleasedRow RowOf(string name, Standing now) =>
        new(name, now.Expected, now.Held, now[Measure.ModelHeld], now.Percent);
}

/// <summary>One that the public may read.</summary>
internal sealed record ReleasedPlace(
    string Campaign,
    string CampaignName,
    string Organisation,
    string Name,
    string Path,
    DateTime At,
    string By
);
