using System.Globalization;
using System.Runtime.InteropServices;
using DaiHoi.Benchmarks;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.References;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is [BareEndpoint.Word, .. var endpoint])
    return await BareEndpoint.ServeAsync(endpoint);

IRow[] rows =
[
    new ArticlePage(),
    new RenderedPage(),
    new VisitStatistics(),
    new RankedSearch(),
    new ElectionCount(),
    new ComparedBallots(),
    new CheckIns(),
    new NationalReport(),
    new OpenedReport(),
    new NationalFigures(),
    new OrganisationImporting(),
    new StartUp(),
    new IdleMemory(),
    new PageWeight(),
];
if (Asked.Read(args, rows) is not { } asked)
    return 2;

// Whoever breaks off leaves no server behind.
using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

List<Result> results = [];
var failed = false;
await using (var workshop = new Workshop(asked.Made))
{
    foreach (var row in asked.Rows)
    {
        workshop.Say(row.Name);
        try
        {
            results.AddRange(await row.MeasureAsync(workshop, stopping.Token));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 130;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            workshop.Say($"{row.Name} failed: {problem}");
            failed = true;
        }
    }
}
ResultTable.Write(results, Console.Out);
if (asked.Json is not null)
    ResultFile.Write(results, asked.Json);
return failed || results.Exists(result => result.Met == false) ? 1 : 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
