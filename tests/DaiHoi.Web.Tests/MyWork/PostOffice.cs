using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DaiHoi.Web.Tests.MyWork;

/// <summary>A mail server on a port of its own that keeps what it takes.</summary>
internal sealed class PostOffice : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();

    public PostOffice()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Serving = Task.Run(ServeAsync);
    }

    public int Port { get; }

    /// <summary>Each as it went over the wire: recipient, then headers and body.</summary>
    public List<(string To, string Message)> Letters { get; } = [];

    /// <summary>What it answers to a recipient: 250 takes him.</summary>
    public Func<string, string> AnswerTo { get; set; } = _ => "250 OK";

    private Task Serving { get; }

    public void Dispose()
    {
        closed.Cancel();
        listener.Dispose();
        closed.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await SpeakAsync(await listener.AcceptTcpClientAsync(closed.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task SpeakAsync(TcpClient client)
    {
        using (client)
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 post office");
            var to = "";
            while (await reader.ReadLineAsync(closed.Token) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (verb == "RCPT")
                {
                    to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                    await writer.WriteLineAsync(AnswerTo(to));
                }
                else if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var message = new StringBuilder();
                    while (await reader.ReadLineAsync(closed.Token) is { } text && text != ".")
                        message.AppendLine(text);
                    Letters.Add((to, message.ToString()));
                    await writer.WriteLineAsync("250 taken");
                }
                else if (verb == "QUIT")
                {
                    await writer.WriteLineAsync("221 bye");
                    return;
                }
                else
                    await writer.WriteLineAsync("250 OK");
            }
        }
    }
}
