using System.CommandLine;
using System.Diagnostics;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DaiHoi.Web.Campaigns.Demo;

/// <summary><c>demo national</c>: a made-up campaign of the whole country, with the real counts of 2020.</summary>
internal sealed class DemoNationalVerb : IVerb
{
    public string? Group => "demo";

    public Command Command()
    {
        var command = new Command(
            "national",
            "a made-up campaign of 303,000 organisations, 2020 / đợt đại hội minh họa trên toàn quốc năm 2020"
        )
        {
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = await VerbRun.OpenAsync(parsed, stop, empty: true);
        var clock = Stopwatch.StartNew();
        if (await run.Services.GetRequiredService<OrganisationTree>().FindAsync(NationalCountry.RootCode, stop) is not null)
        {
            await Console.Error.WriteLineAsync(t["demo-national-there", NationalCountry.RootCode]);
            return Verbs.Refused;
        }
        var (organisations, entries) = await run.Services.GetRequiredService<NationalDemo>().MakeAsync(null, stop);
        await Console.Out.WriteLineAsync(
            t[
                "demo-national-made",
                Formats.Number(organisations, t.English),
                Formats.Number(entries, t.English),
                Formats.Number((long)clock.Elapsed.TotalSeconds, t.English),
                NationalCampaign.Code
            ]
        );
        return 0;
    }
}

/// <summary>Makes the made-up country and its campaign.</summary>
internal sealed class NationalDemo(DatabaseFactory databases, OrganisationTree tree, CampaignOpening opening, SiteClock clock)
{
    public const string Rules = "vn-2020";

    /// <param name="whole">down to the branches below this province only; null below all</param>
    /// <returns>how many organisations and how many entries there are now</returns>
    public async Task<(int Organisations, int Entries)> MakeAsync(string? whole, CancellationToken stop)
    {
        var owner = await tree.RootAsync(stop);
        var organisations = NationalCountry.Make(whole);
        long[] ids;
        await using (var database = databases.Create())
        {
            await using var transaction = await database.Database.BeginTransactionAsync(stop);
            ids = await TreePlanting.PlantAsync(
                database.Database.GetDbConnection(),
                transaction.GetDbTransaction(),
                owner,
                Rules,
                organisations,
                null,
                stop
            );
            await transaction.CommitAsync(stop);
        }
        var opened = await opening.OpenAsync(
            new(
                NationalCampaign.Code,
                "Đại hội đảng bộ các cấp nhiệm kỳ 2020–2025 (minh họa)",
                "2020–2025",
                Rules,
                NationalCountry.RootCode,
                NationalCampaign.Opened,
                []
            ),
            Actor.Program,
            stop
        );
        if (opened.Problems.Count > 0)
            throw new InvalidOperationException(opened.Problems[0].Text);
        var entries = NationalCampaign.Of(organisations, ids);
        await using (var database = databases.Create())
        {
            await using var transaction = await database.Database.BeginTransactionAsync(stop);
            var (connection, inside) = (database.Database.GetDbConnection(), transaction.GetDbTransaction());
            var frame = (await CampaignFrame.ReadAllAsync(connection, inside, stop)).First(known => known.Id == opened.Campaign);
            await new EventWriting(connection, inside, frame, clock.Today).WriteAsync(
                entries,
                new(null, Actor.Program.Name, clock.UtcNow),
                null,
                stop
            );
            (await database.Set<Campaign>().FirstAsync(c => c.Id == opened.Campaign, stop)).Close(NationalCampaign.Closed);
            await database.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }
        return (organisations.Count, entries.Count);
    }
}
