using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses;

/// <summary>A congress as one person finds it.</summary>
/// <param name="Congress">its id</param>
/// <param name="Kind">who meets: as it was recorded, else as the rule set has it for its level and size</param>
/// <param name="KindKnown">from where that is known</param>
internal sealed record OpenedCongress(
    long Congress,
    KnownCampaign Campaign,
    CampaignPlace Place,
    RuleSet Rules,
    CongressKind Kind,
    KnownKind KindKnown,
    CongressRights Rights
)
{
    /// <summary>Under which everything that happens in its hall is announced.</summary>
    public string Key => KeyOf(Congress);

    /// <summary>Code of its level in the rule set.</summary>
    public string Level => Campaign.Levels.First(level => level.Ordinal == Place.Level).Code;

    public static string KeyOf(long congress) => FormattableString.Invariant($"congress:{congress}");
}

/// <summary>Finds congresses for a person; what he has nothing to do with is not found.</summary>
internal sealed class CongressBook(CampaignPlaces places, CongressDuties duties, SiteClock clock)
{
    public async Task<OpenedCongress?> OpenAsync(Person person, string campaign, string organisation, CancellationToken stop) =>
        await places.FindAsync(campaign, organisation, clock.Today, stop) is var (known, place)
            ? await OpenAsync(person, known, place, stop)
            : null;

    public async Task<OpenedCongress?> OpenAsync(Person person, long congress, CancellationToken stop) =>
        await places.OfCongressAsync(congress, clock.Today, stop) is var (known, place)
            ? await OpenAsync(person, known, place, stop)
            : null;

    private async Task<OpenedCongress?> OpenAsync(
        Person person,
        KnownCampaign campaign,
        CampaignPlace place,
        CancellationToken stop
    )
    {
        if (
            place.Congress is not { } congress
            || CongressRights.Of(person, place, await duties.OfAsync(congress, person.Id, stop)) is not { MayRead: true } rights
        )
            return null;
        var kind = await places.KnownKindAsync(campaign, place, stop);
        return new(congress, campaign, place, RulesOf(campaign), kind.Kind, kind, rights);
    }

    public static RuleSet RulesOf(KnownCampaign campaign) =>
        RuleSet.Named(campaign.Rules)
        ?? throw new InvalidOperationException($"The campaign «{campaign.Code}» has no rule set «{campaign.Rules}»");

    /// <summary>A congress within a transaction that changes what belongs to it: nobody else does until its end.</summary>
    public static async Task HoldAsync(Database database, long congress, CancellationToken stop)
    {
        // On SQLite a transaction is the only one that writes.
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from congress where id = {congress} for update", stop);
    }
}
