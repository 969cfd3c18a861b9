using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.References;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Organisations.Import;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Benchmarks;

/// <summary>
/// 250,000 organisations from CSV with everything that an import checks, against the same rows written by one prepared
/// statement for each table, into the same tables with the same indexes, in one transaction.
/// </summary>
internal sealed class OrganisationImporting : IRow
{
    private const int Organisations = 250_000;
    private const int Rounds = 3;

    public string Name => "import";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        List<double> imported = [];
        List<double> raw = [];
        for (var round = 0; round <= Rounds; round++)
        {
            workshop.Say($"{Name}: round {round} of {Rounds}");
            var (took, rows) = await ImportAsync(DatabaseAddress.Of(workshop.NewFolder(), postgres: null), stop);
            var reference = await RawInsertAsync(DatabaseAddress.Of(workshop.NewFolder(), postgres: null), rows, stop);
            // The first round is compiled on the way.
            if (round == 0)
                continue;
            imported.Add(took);
            raw.Add(reference);
        }
        return
        [
            new($"{Name}/250000-organisations", "ms", Target.RatioAtMost(3))
            {
                Value = new(imported),
                Reference = new(raw),
                Ratio = Samples.Ratio(imported, raw),
            },
        ];
    }

    private static async Task<(double Milliseconds, RawRows Rows)> ImportAsync(DatabaseAddress address, CancellationToken stop)
    {
        var clock = new SiteClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        var databases = new DatabaseFactory(address);
        await using var sql = new Sql(address);
        await DatabaseSetup.PrepareAsync(databases, sql, static _ => Task.FromResult(""), stop);
        Lazy<IEnumerable<IFollowTheTree>> nobody = new([]);
        var changes = new RecordedChanges(new AuditLog(clock), new ChangeFeed(), clock);
        var import = new OrganisationImport(databases, new OrganisationTree(databases, nobody), changes, clock, nobody);
        using var file = MadeUpTree.Csv(Organisations);
        var from = Stopwatch.GetTimestamp();
        var plan = await import.RunAsync(Actor.Program, file, "made up", new(), static (_, _) => { }, stop);
        var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        if (plan.Faults.Count > 0 || plan.Founded.Count() != Organisations)
            throw new InvalidOperationException("not everything was imported");
        return (took, await RawRows.ReadAsync(sql, stop));
    }

    private static async Task<double> RawInsertAsync(DatabaseAddress address, RawRows rows, CancellationToken stop)
    {
        await using var sql = new Sql(address);
        await DatabaseSetup.PrepareAsync(new DatabaseFactory(address), sql, static _ => Task.FromResult(""), stop);
        return await rows.InsertAsync(sql, stop);
    }
}
