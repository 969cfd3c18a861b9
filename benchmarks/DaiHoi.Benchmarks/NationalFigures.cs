using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;
using DaiHoi.Benchmarks.References;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Benchmarks;

/// <summary>
/// Figures of the whole country, 303,473 organisations, on SQLite: as of now, as of any day and by what was known then,
/// against the same sums by a recursive query; and one status change with everything that follows from it against a
/// transaction that updates one row. The campaign is made once and kept between runs.
/// </summary>
internal sealed class NationalFigures : IRow
{
    private const int Rounds = 200;
    private const int RecursiveRounds = 5;
    private const int Changes = 100;
    private static readonly DateOnly Day = new(2020, 6, 12);

    public string Name => "figures";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var folder = await KeptCampaign.FolderAsync(workshop, stop);
        await using var services = KeptCampaign.Open(folder);
        var sql = services.GetRequiredService<Sql>();
        var sums = services.GetRequiredService<ProgressSums>();
        var root = await services.GetRequiredService<OrganisationTree>().FindAsync(NationalCountry.RootCode, stop);
        CampaignFrame frame;
        await using (var connection = await sql.OpenAsync(stop))
            frame = (await CampaignFrame.ReadAllAsync(connection, null, stop)).Single(one => one.Code == NationalCampaign.Code);
        var closed = frame.ClosedOn!.Value;
        List<double> now = [];
        List<double> asOf = [];
        List<double> knownOn = [];
        for (var round = -20; round < Rounds; round++)
        {
            var day = Day.AddDays(round % 60);
            var first = await TimeAsync(() => sums.ByLevelAsync(frame, root!.Id, closed, null, stop));
            var second = await TimeAsync(() => sums.ByLevelAsync(frame, root!.Id, day, null, stop));
            var third = await TimeAsync(() => sums.ByLevelAsync(frame, root!.Id, day, day.AddDays(2), stop));
            if (round < 0)
                continue;
            now.Add(first);
            asOf.Add(second);
            knownOn.Add(third);
        }
        var held = (await sums.ByLevelAsync(frame, root!.Id, closed, null, stop)).ToDictionary(
            level => level.Key,
            level =>
                level.Value[(int)Measure.Held] + level.Value[(int)Measure.ResultReported] + level.Value[(int)Measure.Ratified]
        );
        List<double> recursive = [];
        for (var round = 0; round < RecursiveRounds; round++)
        {
            var counted = new Dictionary<int, long>();
            recursive.Add(
                await TimeAsync(async () => counted = await RecursiveFigures.HeldByLevelAsync(sql, frame.Id, root.Id, stop))
            );
            if (!counted.OrderBy(one => one.Key).SequenceEqual(held.OrderBy(one => one.Key)))
                throw new InvalidOperationException("the recursive query counts different congresses");
        }
        return
        [
            new($"{Name}/root", "ms", Target.AtMost(0.5, "ms")) { Value = new(now) },
            new($"{Name}/root-recursive", "ms", Target.RatioAtLeast(1000, "× faster"))
            {
                Value = new(now),
                Reference = new(recursive),
                Ratio = Samples.Ratio(recursive, now),
            },
            new($"{Name}/as-of", "ms", Target.AtMost(1, "ms")) { Value = new(asOf) },
            new($"{Name}/known-on", "ms", Target.AtMost(20, "ms")) { Value = new(knownOn) },
            await ChangeAsync(workshop, folder, stop),
        ];
    }

    // Mistakes at the leaves, entered and withdrawn: on a copy, because the campaign is kept.
    private async Task<Result> ChangeAsync(Workshop workshop, string folder, CancellationToken stop)
    {
        var copy = KeptCampaign.Copy(workshop, folder);
        await using var services = KeptCampaign.Open(copy);
        var (sql, recording) = (services.GetRequiredService<Sql>(), services.GetRequiredService<EventRecording>());
        var codes = await sql.ListAsync(
            """
            select o.code, c.id from congress c join organisation o on o.id = c.organisation_id
            where c.status = 'Ratified' and o.level = 'branch' order by c.id % 9973, c.id limit @most
            """,
            row => (Code: row.GetString(0), Congress: row.GetInt64(1)),
            stop,
            ("most", Changes + 10)
        );
        var person = new Person(1, "đo", [new(Role.Checker, "/")]);
        var actor = new Actor(1, "đo", null);
        List<double> changed = [];
        List<double> one = [];
        for (var i = 0; i < codes.Count; i++)
        {
            var spent = await TimeAsync(async () =>
            {
                var result = await recording.RecordAsync(
                    person,
                    actor,
                    NationalCampaign.Code,
                    codes[i].Code,
                    new(CongressStatus.Annulled, new(2020, 12, 1), new HashSet<Demand>()) { Note = "đo thời gian" },
                    null,
                    null,
                    stop
                );
                if (result.Outcome != Recorded.Done)
                    throw new InvalidOperationException(
                        result.Problems.Count > 0 ? result.Problems[0].Words.English : $"{result.Outcome}"
                    );
            });
            var reference = await TimeAsync(() => RecursiveFigures.UpdateOneRowAsync(sql, codes[i].Congress, stop));
            if (i < 10)
                continue;
            changed.Add(spent);
            one.Add(reference);
        }
        return new($"{Name}/status-change", "ms", Target.RatioAtMost(3))
        {
            Value = new(changed),
            Reference = new(one),
            Ratio = Samples.Ratio(changed, one),
        };
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var from = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
