using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Templates;

/// <summary>A template that somebody keeps: he opens its periods, corrects them, renames and ends it.</summary>
internal sealed record OwnedTemplate(ReportTemplate Template, KnownCampaign Campaign, CampaignPlace Place)
{
    /// <summary>Reads a template and holds it, so that of two who keep it at once the second sees what the first did.</summary>
    /// <returns>null where there is none that the person keeps</returns>
    public static async Task<OwnedTemplate?> HoldAsync(
        Data.Database database,
        CampaignPlaces places,
        SiteClock clock,
        Person person,
        long id,
        CancellationToken stop
    )
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from report_template where id = {id} for update", stop);
        if (await database.Set<ReportTemplate>().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } template)
            return null;
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        return
            await places.FindAsync(campaign, template.OrganisationId, clock.Today, stop) is { } place
            && ReportRights.MayArrange(person, place)
            ? new(template, campaign, place)
            : null;
    }
}
