using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DaiHoi.Web.Campaigns.Demo;

/// <summary>Makes the made-up countries and their campaigns.</summary>
internal sealed class NationalDemo(DatabaseFactory databases, OrganisationTree tree, CampaignOpening opening, SiteClock clock)
{
    public const string Rules = "vn-2020";

    /// <summary>The whole country of 2020.</summary>
    /// <returns>how many organisations and how many entries there are now</returns>
    public async Task<(int Organisations, int Entries)> MakeAsync(CancellationToken stop)
    {
        var organisations = NationalCountry.Make(whole: null);
        var ids = await PlantAsync(organisations, Rules, stop);
        var entries = NationalCampaign.Of(organisations, ids);
        await TellAsync(National, entries, NationalCampaign.Closed, stop);
        return (organisations.Count, entries.Count);
    }

    /// <summary>One province of it in full, of the others the districts and what the 295 of 2 March 2020 are made of.</summary>
    public async Task MakeProvinceAsync(string province, CancellationToken stop)
    {
        var entries = await NationalCampaign.OfModelsAndOneProvinceAsync(
            NationalCountry.Make(province),
            province,
            kept => PlantAsync(kept, Rules, stop)
        );
        await TellAsync(National, entries, NationalCampaign.Closed, stop);
    }

    /// <summary>A small trade union in the middle of its congresses, around today.</summary>
    public async Task MakeUnionAsync(CancellationToken stop)
    {
        var union = new MadeUpUnion(clock.Today);
        var ids = await PlantAsync(union.Organisations, MadeUpUnion.Rules, stop);
        await TellAsync(union.Plan, union.EntriesOf(ids), closed: null, stop);
        await TickAsync(stop);
    }

    // What was due by now is done nearly everywhere.
    private async Task TickAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        var campaign = await database.Set<Campaign>().SingleAsync(one => one.Code == MadeUpUnion.Code, stop);
        var items = await database.Set<ChecklistItem>().Where(one => one.CampaignId == campaign.Id).ToListAsync(stop);
        var congresses = await database
            .Set<Congress>()
            .Where(one => one.CampaignId == campaign.Id && one.Day != null)
            .ToListAsync(stop);
        foreach (var congress in congresses)
        {
            foreach (var item in items.Where(item => item.Level == congress.Level))
            {
                var due = congress.Day!.Value.AddDays(item.Days);
                if (due >= clock.Today || (congress.Id + (item.Place * 5)) % 13 == 0)
                    continue;
                database.Add(
                    new ChecklistMark
                    {
                        CongressId = congress.Id,
                        ItemId = item.Id,
                        DoneOn = due < campaign.OpenedOn ? campaign.OpenedOn : due,
                        RecordedAt = clock.UtcNow,
                        RecordedByName = Actor.Program.Name,
                    }
                );
            }
        }
        await database.SaveChangesAsync(stop);
    }

    private static CampaignPlan National =>
        new(
            NationalCampaign.Code,
            "Đại hội đảng bộ các cấp nhiệm kỳ 2020–2025 (minh họa)",
            "2020–2025",
            Rules,
            NationalCountry.RootCode,
            NationalCampaign.Opened,
            []
        );

    private async Task<long[]> PlantAsync(IReadOnlyList<PlantedOrganisation> organisations, string rules, CancellationToken stop)
    {
        var owner = await tree.RootAsync(stop);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var ids = await TreePlanting.PlantAsync(
            database.Database.GetDbConnection(),
            transaction.GetDbTransaction(),
            owner,
            rules,
            organisations,
            null,
            stop
        );
        await transaction.CommitAsync(stop);
        return ids;
    }

    private async Task TellAsync(CampaignPlan plan, List<EventEntry> entries, DateOnly? closed, CancellationToken stop)
    {
        var opened = await opening.OpenAsync(plan, Actor.Program, stop);
        if (opened.Problems.Count > 0)
            throw new InvalidOperationException(opened.Problems[0].Text);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var (connection, inside) = (database.Database.GetDbConnection(), transaction.GetDbTransaction());
        var frame = (await CampaignFrame.ReadAllAsync(connection, inside, stop)).First(known => known.Id == opened.Campaign);
        await new EventWriting(connection, inside, frame, clock.Today).WriteAsync(
            entries,
            new(null, Actor.Program.Name, clock.UtcNow),
            null,
            stop
        );
        if (closed is { } on)
        {
            (await database.Set<Campaign>().FirstAsync(c => c.Id == opened.Campaign, stop)).Close(on);
            await database.SaveChangesAsync(stop);
        }
        await transaction.CommitAsync(stop);
    }
}
