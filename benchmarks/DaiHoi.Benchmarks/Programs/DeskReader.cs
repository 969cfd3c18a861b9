using System.Net;
using System.Text.RegularExpressions;

namespace DaiHoi.Benchmarks.Programs;

/// <summary>Somebody who has signed in, and reads.</summary>
internal sealed partial class DeskReader(int port) : IDisposable
{
    private readonly HttpClient browser = new(
        new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
            UseProxy = false,
        }
    )
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
    };

    public async Task SignInAsync(string name, string password, CancellationToken stop)
    {
        const string path = "/dang-nhap";
        var form = new Dictionary<string, string>
        {
            ["name"] = name,
            ["password"] = password,
            ["__RequestVerificationToken"] = Token().Match(await browser.GetStringAsync(path, stop)).Groups["token"].Value,
        };
        using var content = new FormUrlEncodedContent(form);
        using var answer = await browser.PostAsync(path, content, stop);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"nobody could sign in: {answer.StatusCode}");
    }

    /// <summary>Reads an answer to its last byte.</summary>
    public async Task ReadAsync(string path, CancellationToken stop)
    {
        using var answer = await browser.GetAsync(path, stop);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{path}: {answer.StatusCode}");
        await answer.Content.ReadAsByteArrayAsync(stop);
    }

    public void Dispose() => browser.Dispose();

    [GeneratedRegex(
        "__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}
