using DaiHoi.Benchmarks.Programs;

namespace DaiHoi.Benchmarks.Load;

/// <summary>A server that is loaded in turns with others, with the same requests.</summary>
internal sealed class Contestant : IAsyncDisposable
{
    private const int Connections = 64;
    private readonly RunningProgram server;
    private readonly LoadClient client;
    private readonly List<double> rates = [];
    private long answersBefore;
    private TimeSpan timeBefore;

    public Contestant(RunningProgram server, string path, int visitors)
    {
        this.server = server;
        client = new LoadClient(server.Port, Connections, Visitors.Requests(visitors, path, server.Port));
    }

    /// <summary>Answers in a second, round by round.</summary>
    public IReadOnlyList<double> Rates => rates;

    public long Answers => client.Answers;

    /// <summary>
    /// Processor time of the server for one answer after the warm-up, its share of the system's work included: steadier than
    /// the rates where others use the machine.
    /// </summary>
    public double MicrosecondsPerAnswer =>
        (server.ProcessorTime - timeBefore).TotalMicroseconds / (client.Answers - answersBefore);

    /// <summary>Warms each up, then loads one after another in every round, so that a busy machine is busy for all of them.</summary>
    public static void Compete(
        IReadOnlyList<Contestant> contestants,
        int rounds,
        TimeSpan warmUp,
        TimeSpan turn,
        CancellationToken stop
    )
    {
        foreach (var contestant in contestants)
            contestant.WarmUp(warmUp, stop);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contestant in contestants)
                contestant.rates.Add(contestant.client.Run(turn, stop));
        }
    }

    private void WarmUp(TimeSpan duration, CancellationToken stop)
    {
        client.Run(duration, stop);
        answersBefore = client.Answers;
        timeBefore = server.ProcessorTime;
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return server.DisposeAsync();
    }
}
