using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns;

/// <summary>A campaign as rooms see it that work beside it.</summary>
/// <param name="Root">id of the organisation at its top</param>
/// <param name="Association">whose papers it issues: "party", "youth", "plain"</param>
/// <param name="Levels">from the top down</param>
/// <param name="Rules">id of the rule set under which it is held</param>
public sealed record KnownCampaign(
    long Id,
    string Code,
    string Name,
    string? Term,
    long Root,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    string Association,
    IReadOnlyList<CampaignStep> Levels,
    string Rules
)
{
    /// <summary>The signal that something was entered in it.</summary>
    public string ChangeKey => CampaignFrame.KeyOf(Id);
}

/// <summary>A level of a campaign.</summary>
/// <param name="Ordinal">its place in the ladder of the rule set, from 0 at the top</param>
/// <param name="Code">"grassroots"</param>
/// <param name="Vietnamese">"Cơ sở"</param>
public sealed record CampaignStep(int Ordinal, string Code, string Vietnamese, string English)
{
    public string NameIn(Texts t) => t.English ? English : Vietnamese;
}

/// <summary>An organisation in a campaign, as it is called on the day that is looked at.</summary>
/// <param name="Level">of its own congress; null where it has none</param>
/// <param name="PathAbove">of the organisation directly above; at the top of the campaign its own</param>
/// <param name="EndedOn">its last day where that had passed; null where it was still there</param>
/// <param name="FoundedOn">its first day where that had not come; null where it was there already</param>
public sealed record CampaignPlace(
    long Id,
    string Code,
    string Name,
    string Path,
    int? Level,
    string PathAbove,
    DateOnly? EndedOn,
    DateOnly? FoundedOn
)
{
    /// <summary>It stood on the day that is looked at.</summary>
    public bool Stands => EndedOn is null && FoundedOn is null;

    /// <summary>Id of its own congress; null where it has none.</summary>
    public long? Congress { get; init; }

    /// <summary>Ids of everything above it and its own, for a query (<see cref="TreePath.Listed"/>).</summary>
    public string Ids => TreePath.Listed(Path);
}

/// <summary>Which organisations of which campaigns somebody has to do with; everything else is not found.</summary>
public sealed class CampaignPlaces
{
    private const string Placed = """
        select o.id, o.code, v.name, o.path, c.level, v.valid_to, v.valid_from, c.id
        from organisation o
        join organisation_version v on v.organisation_id = o.id
        left join congress c on c.organisation_id = o.id and c.campaign_id = @c
        where {0} and v.valid_from = coalesce(
            (select max(x.valid_from) from organisation_version x where x.organisation_id = o.id and x.valid_from <= @d),
            (select min(x.valid_from) from organisation_version x where x.organisation_id = o.id))
        """;

    private readonly Sql sql;

    internal CampaignPlaces(Sql sql) => this.sql = sql;

    /// <summary>All campaigns, the newest first.</summary>
    public async Task<IReadOnlyList<KnownCampaign>> CampaignsAsync(CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        return [.. (await CampaignFrame.ReadAllAsync(connection, null, stop)).Select(Known)];
    }

    /// <summary>An organisation by its code; null where the campaign does not hold it.</summary>
    public async Task<CampaignPlace?> FindAsync(KnownCampaign campaign, string code, DateOnly day, CancellationToken stop) =>
        Within(campaign, await OneAsync(campaign, "o.code = @o", code, day, stop));

    /// <summary>A campaign and an organisation in it, by their codes as an address names them; null where either is not there.</summary>
    public async Task<(KnownCampaign Campaign, CampaignPlace Place)?> FindAsync(
        string campaign,
        string organisation,
        DateOnly day,
        CancellationToken stop
    ) =>
        (await CampaignsAsync(stop)).FirstOrDefault(one => one.Code == campaign) is { } known
        && await FindAsync(known, organisation, day, stop) is { } place
            ? (known, place)
            : null;

    /// <inheritdoc cref="FindAsync(KnownCampaign, string, DateOnly, CancellationToken)"/>
    public async Task<CampaignPlace?> FindAsync(KnownCampaign campaign, long id, DateOnly day, CancellationToken stop) =>
        Within(campaign, await OneAsync(campaign, "o.id = @o", id, day, stop));

    /// <summary>The campaign and the organisation of a congress; null where it is not there.</summary>
    public async Task<(KnownCampaign Campaign, CampaignPlace Place)?> OfCongressAsync(
        long congress,
        DateOnly day,
        CancellationToken stop
    )
    {
        var (campaign, organisation) = await sql.FirstAsync(
            "select campaign_id, organisation_id from congress where id = @id",
            row => (row.GetInt64(0), row.GetInt64(1)),
            stop,
            ("id", congress)
        );
        return
            (await CampaignsAsync(stop)).FirstOrDefault(one => one.Id == campaign) is { } known
            && await FindAsync(known, organisation, day, stop) is { } place
            ? (known, place)
            : null;
    }

    /// <summary>The organisations of a campaign on which roles were granted to somebody; its top where they were granted above.</summary>
    public async Task<IReadOnlyList<CampaignPlace>> GrantedAsync(
        KnownCampaign campaign,
        Person person,
        IReadOnlyList<Role> roles,
        DateOnly day,
        CancellationToken stop
    )
    {
        if (await OneAsync(campaign, "o.id = @o", campaign.Root, day, stop) is not { } root)
            return [];
        var ids = person
            .Grants.Where(grant => roles.Contains(grant.Role))
            .Select(grant => root.Path.StartsWith(grant.Path, StringComparison.Ordinal) ? root.Path : grant.Path)
            .Where(path => path.StartsWith(root.Path, StringComparison.Ordinal))
            .Select(TreePath.Id)
            .Distinct()
            .ToList();
        if (ids.Count == 0)
            return [];
        // Parts of paths are ids: nothing in this text comes from a person.
        var found = await ListAsync(campaign, $"o.id in ({string.Join(',', ids)})", null, day, stop);
        return [.. found.OrderBy(place => place.Path, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Those that stood directly below an organisation on a day and hold a congress of their own, by code; what had ended by
    /// then or was founded later is left out.
    /// </summary>
    public async Task<IReadOnlyList<CampaignPlace>> BelowAsync(
        KnownCampaign campaign,
        long organisation,
        DateOnly day,
        CancellationToken stop
    )
    {
        var found = await ListAsync(campaign, "v.parent_id = @o and c.level is not null", organisation, day, stop);
        return [.. found.Where(place => place.Stands).OrderBy(place => place.Code, StringComparer.Ordinal)];
    }

    /// <summary>Who meets at the congress of an organisation: as it was last recorded, else as the rule set has it for its level and size.</summary>
    /// <param name="place">one that has a congress</param>
    public async Task<CongressKind> KindAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop) =>
        (await KnownKindAsync(campaign, place, stop)).Kind;

    /// <summary>The same, with whether somebody has recorded it and what the rules have.</summary>
    /// <param name="place">one that has a congress</param>
    public async Task<KnownKind> KnownKindAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop)
    {
        var (recorded, members) = await RecordedKindAsync(place.Congress!.Value, stop);
        var level = campaign.Levels.First(level => level.Ordinal == place.Level).Code;
        var ruled = RuleSet.Named(campaign.Rules) is { } rules ? KindOfCongress.Of(rules, level, members ?? 0) : null;
        return new(recorded ?? ruled?.Value ?? CongressKind.Delegates, recorded is not null, ruled);
    }

    /// <summary>Whether an organisation of this size elects a committee, by the members that the tree has.</summary>
    /// <returns>null where the rule set has no such limit, or nobody has said how many members there are</returns>
    public async Task<Decision<bool>?> HasCommitteeAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop) =>
        (await RecordedKindAsync(place.Congress!.Value, stop)).Members is { } members
        && RuleSet.Named(campaign.Rules) is { } rules
            ? KindOfCongress.HasCommittee(rules, members)
            : null;

    /// <summary>Where a congress stands, as it is recorded; null where nothing is.</summary>
    public async Task<CongressStatus?> StatusAsync(long congress, CancellationToken stop)
    {
        var status = await sql.ListAsync(
            "select status from congress where id = @id",
            row => row.IsDBNull(0) ? (CongressStatus?)null : Enum.Parse<CongressStatus>(row.GetString(0)),
            stop,
            ("id", congress)
        );
        return status.FirstOrDefault();
    }

    private Task<(CongressKind? Recorded, int? Members)> RecordedKindAsync(long congress, CancellationToken stop) =>
        sql.FirstAsync(
            """
            select (select e.kind from congress_event e
                    where e.congress_id = c.id and e.kind is not null and e.withdrawn_on is null
                    order by e.effective_on desc, e.id desc limit 1), o.members
            from congress c join organisation o on o.id = c.organisation_id where c.id = @id
            """,
            row => (row.IsDBNull(0) ? null : CongressKinds.Of(row.GetString(0)), row.IsDBNull(1) ? (int?)null : row.GetInt32(1)),
            stop,
            ("id", congress)
        );

    private static CampaignPlace? Within(KnownCampaign campaign, CampaignPlace? place) =>
        place is not null && place.Path.Contains($"/{campaign.Root}/", StringComparison.Ordinal) ? place : null;

    private async Task<CampaignPlace?> OneAsync(
        KnownCampaign campaign,
        string which,
        object value,
        DateOnly day,
        CancellationToken stop
    ) => (await ListAsync(campaign, which, value, day, stop)).FirstOrDefault();

    private Task<List<CampaignPlace>> ListAsync(
        KnownCampaign campaign,
        string which,
        object? value,
        DateOnly day,
        CancellationToken stop
    ) =>
        sql.ListAsync(
            Placed.Replace("{0}", which, StringComparison.Ordinal),
            row =>
            {
                var (id, path) = (row.GetInt64(0), row.GetString(3));
                var above = id == campaign.Root ? path : path[..(path[..^1].LastIndexOf('/') + 1)];
                return new CampaignPlace(
                    id,
                    row.GetString(1),
                    row.GetString(2),
                    path,
                    row.IsDBNull(4) ? null : row.GetInt32(4),
                    above,
                    row.DayOrNull(5) is { } last && last < day ? last : null,
                    row.Day(6) is var first && first > day ? first : null
                )
                {
                    Congress = row.NumberOrNull(7),
                };
            },
            stop,
            value is null ? [("c", campaign.Id), ("d", day)] : [("c", campaign.Id), ("d", day), ("o", value)]
        );

    private static KnownCampaign Known(CampaignFrame frame) =>
        new(
            frame.Id,
            frame.Code,
            frame.Name,
            frame.Term,
            frame.Root,
            frame.OpenedOn,
            frame.ClosedOn,
            AssociationOf(frame.Rules),
            [
                .. frame.Levels.Select(level => new CampaignStep(
                    level.Ordinal,
                    level.Code,
                    LevelWords.Of(frame, level, Texts.Vietnamese),
                    LevelWords.Of(frame, level, Texts.In(english: true))
                )),
            ],
            frame.Rules
        );

    // The rule sets of the Party are named for the years of its regulations.
    private static string AssociationOf(string rules) =>
        rules.StartsWith("vn-", StringComparison.Ordinal) ? "party"
        : rules == "youth" ? "youth"
        : "plain";
}
