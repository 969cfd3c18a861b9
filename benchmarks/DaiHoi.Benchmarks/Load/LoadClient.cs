using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace DaiHoi.Benchmarks.Load;

/// <summary>
/// Many readers on connections that are kept: each sends a request, reads the whole answer, and sends the next visitor's.
/// One thread that asks the system which connections have something, because the server works on the same processors
/// and whatever this spends is taken from it.
/// </summary>
internal sealed partial class LoadClient : IDisposable
{
    private const short Readable = 1;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private readonly Connection[] connections;
    private readonly Poll[] polls;
    private readonly byte[][] requests;
    private int next;

    public LoadClient(int port, int connections, byte[][] requests)
    {
        this.requests = requests;
        this.connections = [.. Enumerable.Range(0, connections).Select(_ => new Connection(port))];
        polls = Array.ConvertAll(this.connections, connection => new Poll { Handle = connection.Handle, Events = Readable });
    }

    /// <summary>Answers that were read whole, since the client was made.</summary>
    public long Answers { get; private set; }

    /// <summary>Loads the server for a while and answers how many answers it gave in a second.</summary>
    /// <exception cref="InvalidOperationException">an answer was not 200, or none came for some seconds</exception>
    public double Run(TimeSpan duration, CancellationToken stop)
    {
        var before = Answers;
        var clock = Stopwatch.StartNew();
        foreach (var connection in connections)
            Ask(connection);
        while (clock.Elapsed < duration)
        {
            stop.ThrowIfCancellationRequested();
            ReadWhatIsThere(askAgain: true);
        }
        var perSecond = (Answers - before) / clock.Elapsed.TotalSeconds;
        // Each connection is left idle, for the next round.
        while (Array.Exists(connections, connection => connection.Waits))
            ReadWhatIsThere(askAgain: false);
        return perSecond;
    }

    public void Dispose()
    {
        foreach (var connection in connections)
            connection.Dispose();
    }

    private void ReadWhatIsThere(bool askAgain)
    {
        if (Wait(polls, (nuint)polls.Length, (int)Silence.TotalMilliseconds) <= 0)
            throw new InvalidOperationException($"no answer for {Silence.TotalSeconds} s");
        for (var i = 0; i < polls.Length; i++)
        {
            if (polls[i].Returned == 0 || !connections[i].ReadToEnd())
                continue;
            Answers++;
            if (askAgain)
                Ask(connections[i]);
        }
    }

    private void Ask(Connection connection)
    {
        connection.Send(requests[next]);
        next = next + 1 == requests.Length ? 0 : next + 1;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Wait([In, Out] Poll[] polls, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Poll
    {
        public int Handle;
        public short Events;
        public short Returned;
    }

    private sealed class Connection : IDisposable
    {
        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] buffer = new byte[128 * 1024];
        private int inHeaders;
        private int left;

        public Connection(int port)
        {
            socket.Connect(IPAddress.Loopback, port);
            socket.Blocking = false;
        }

        public int Handle => (int)socket.Handle;

        /// <summary>A request was sent, and its answer is not here whole.</summary>
        public bool Waits { get; private set; }

        public void Send(byte[] request)
        {
            if (socket.Send(request) != request.Length)
                throw new InvalidOperationException("a request did not fit into the connection");
            Waits = true;
        }

        /// <summary>Reads once; answers whether the answer is whole now.</summary>
        public bool ReadToEnd()
        {
            // The body is not looked at: it is read over what was read before.
            var read = socket.Receive(buffer.AsSpan(left > 0 ? 0 : inHeaders), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
                return false;
            if (read == 0)
                throw new InvalidOperationException($"a connection was closed: {error}");
            if (left > 0)
                left -= read;
            else if (!ReadHeaders(read))
                return false;
            Waits = left > 0;
            return !Waits;
        }

        public void Dispose() => socket.Dispose();

        private bool ReadHeaders(int read)
        {
            inHeaders += read;
            var answer = buffer.AsSpan(0, inHeaders);
            var end = answer.IndexOf("\r\n\r\n"u8);
            if (end < 0)
                return false;
            if (!answer.StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException(System.Text.Encoding.ASCII.GetString(answer[..end]));
            left = end + 4 + LengthIn(answer[..end]) - inHeaders;
            inHeaders = 0;
            return true;
        }

        private static int LengthIn(ReadOnlySpan<byte> headers)
        {
            var at = headers.IndexOf("Content-Length: "u8);
            if (at < 0)
                throw new InvalidOperationException("an answer without Content-Length");
            var value = 0;
            foreach (var digit in headers[(at + "Content-Length: ".Length)..])
            {
                if (digit is < (byte)'0' or > (byte)'9')
                    break;
                value = value * 10 + digit - '0';
            }
            return value;
        }
    }
}
