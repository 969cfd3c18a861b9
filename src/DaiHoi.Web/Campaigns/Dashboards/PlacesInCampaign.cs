using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>An organisation in a campaign, as it is called on the day that is looked at.</summary>
internal sealed record PlaceInCampaign(CampaignFrame Frame, long Id, string Code, string Name, string ShortName, string Path);

/// <summary>A campaign that somebody may follow, and the organisations at which he enters it.</summary>
internal sealed record FollowedCampaign(CampaignFrame Frame, IReadOnlyList<PlaceInCampaign> Entrances);

/// <summary>Which campaigns and organisations a person may follow; everything else is not found.</summary>
internal sealed class PlacesInCampaign(Sql sql)
{
    private const string Named = """
        select o.id, o.code, v.name, coalesce(v.short_name, v.name), o.path
        from organisation o join organisation_version v on v.organisation_id = o.id
        where {0} and v.valid_from = coalesce(
            (select max(x.valid_from) from organisation_version x where x.organisation_id = o.id and x.valid_from <= @d),
            (select min(x.valid_from) from organisation_version x where x.organisation_id = o.id))
        """;

    /// <returns>null where there is no such campaign, no such organisation in it, or it is none of the person's business</returns>
    public async Task<PlaceInCampaign?> FindAsync(
        Person person,
        string campaign,
        string organisation,
        Func<CampaignFrame, DateOnly> day,
        CancellationToken stop
    )
    {
        if (await FrameAsync(campaign, stop) is not { } frame)
            return null;
        var found = await sql.FirstAsync(
            Named.Replace("{0}", "o.code = @o", StringComparison.Ordinal),
            row => Place(frame, row),
            stop,
            ("o", organisation),
            ("d", day(frame))
        );
        return
            found is not null
            && StepRights.MaySee(person, found.Path)
            && found.Path.Contains($"/{frame.Root}/", StringComparison.Ordinal)
            ? found
            : null;
    }

    /// <summary>All that the person may follow, the newest campaign first.</summary>
    public async Task<List<FollowedCampaign>> ListAsync(Person person, DateOnly day, CancellationToken stop)
    {
        var followed = new List<FollowedCampaign>();
        foreach (var frame in await FramesAsync(stop))
        {
            var entrances = await EntrancesAsync(person, frame, day, stop);
            if (entrances.Count > 0)
                followed.Add(new(frame, entrances));
        }
        return followed;
    }

    /// <returns>null where there is no such campaign or the person has nothing to do with it</returns>
    public async Task<CampaignFrame?> FollowedAsync(Person person, string campaign, DateOnly day, CancellationToken stop) =>
        await FrameAsync(campaign, stop) is { } frame && (await EntrancesAsync(person, frame, day, stop)).Count > 0
            ? frame
            : null;

    /// <summary>The organisations above one, from the root of the campaign down, as far as the person may see them.</summary>
    public async Task<List<PlaceInCampaign>> AboveAsync(
        Person person,
        PlaceInCampaign place,
        DateOnly day,
        CancellationToken stop
    )
    {
        var above = TreePath.Ids(place.Path).SkipWhile(id => id != place.Frame.Root).SkipLast(1).ToList();
        if (above.Count == 0)
            return [];
        var found = await sql.ListAsync(
            Named.Replace("{0}", $"o.id in ({string.Join(',', above)})", StringComparison.Ordinal),
            row => Place(place.Frame, row),
            stop,
            ("d", day)
        );
        return [.. found.Where(one => StepRights.MaySee(person, one.Path)).OrderBy(one => one.Path.Length)];
    }

    private async Task<List<PlaceInCampaign>> EntrancesAsync(
        Person person,
        CampaignFrame frame,
        DateOnly day,
        CancellationToken stop
    )
    {
        var root = await sql.FirstAsync(
            Named.Replace("{0}", "o.id = @o", StringComparison.Ordinal),
            row => Place(frame, row),
            stop,
            ("o", frame.Root),
            ("d", day)
        );
        if (root is null)
            return [];
        if (StepRights.MaySee(person, root.Path))
            return [root];
        var granted = person
            .Grants.Select(grant => grant.Path)
            .Where(path => path.StartsWith(root.Path, StringComparison.Ordinal) && StepRights.MaySee(person, path))
            .Select(TreePath.Id)
            .Distinct()
            .ToList();
        if (granted.Count == 0)
            return [];
        var found = await sql.ListAsync(
            Named.Replace("{0}", $"o.id in ({string.Join(',', granted)})", StringComparison.Ordinal),
            row => Place(frame, row),
            stop,
            ("d", day)
        );
        return [.. found.OrderBy(one => one.Path, StringComparer.Ordinal)];
    }

    private async Task<CampaignFrame?> FrameAsync(string code, CancellationToken stop) =>
        (await FramesAsync(stop)).FirstOrDefault(frame => frame.Code == code);

    private async Task<IReadOnlyList<CampaignFrame>> FramesAsync(CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        return await CampaignFrame.ReadAllAsync(connection, null, stop);
    }

    private static PlaceInCampaign Place(CampaignFrame frame, System.Data.Common.DbDataReader row) =>
        new(frame, row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));
}
