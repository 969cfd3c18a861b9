using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DaiHoi.Benchmarks.Programs;

/// <summary>Waits for the first page of a program that is starting: the status line of a whole answer, nothing more.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(1);

    /// <summary>Asks until the answer is 200, and reads it to its end.</summary>
    /// <param name="patience">after which it is given up</param>
    /// <exception cref="InvalidOperationException">the program ended, or said nothing in time</exception>
    public static async Task WaitAsync(RunningProgram program, string path, TimeSpan patience, CancellationToken stop)
    {
        var since = Stopwatch.StartNew();
        while (!await AnswersAsync(program.Port, path, stop))
        {
            if (program.HasEnded || since.Elapsed > patience)
                throw new InvalidOperationException($"no page within {since.Elapsed.TotalSeconds:0.0} s: {program.LastWords}");
            await Task.Delay(BetweenTries, stop);
        }
    }

    private static async Task<bool> AnswersAsync(int port, string path, CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Not async: whoever is refused is told by an exception, and one costs more than a thousand refused tries.
            if (!TryConnect(socket, port))
                return false;
            await socket.SendAsync(
                Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"),
                stop
            );
            using var answer = new MemoryStream();
            await using var stream = new NetworkStream(socket);
            await stream.CopyToAsync(answer, stop);
            return answer.Length > 12 && Encoding.ASCII.GetString(answer.GetBuffer(), 0, 12) == "HTTP/1.1 200";
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            return false;
        }
    }

    private static bool TryConnect(Socket socket, int port)
    {
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        using var done = new ManualResetEventSlim();
        attempt.Completed += (_, _) => done.Set();
        if (socket.ConnectAsync(attempt))
            done.Wait();
        return attempt.SocketError == SocketError.Success;
    }
}
