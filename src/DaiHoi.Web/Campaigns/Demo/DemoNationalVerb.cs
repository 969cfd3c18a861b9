using System.CommandLine;
using System.Diagnostics;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Text;

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
        var (organisations, entries) = await run.Services.GetRequiredService<NationalDemo>().MakeAsync(stop);
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
