using System.Net;
using System.Text.RegularExpressions;

namespace DaiHoi.Benchmarks.Programs;

/// <summary>Somebody who has signed in, reads, and sends what scripts of the desk send.</summary>
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

    /// <summary>The token for forms that a page gives.</summary>
    public async Task<string> TokenAsync(string path, CancellationToken stop) =>
        Token().Match(await browser.GetStringAsync(path, stop)).Groups["token"].Value;

    /// <summary>Sends a form as a script does, and reads the answer.</summary>
    /// <param name="token">of a page that was read before</param>
    public async Task<HttpStatusCode> SendAsync(
        string path,
        string token,
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken stop
    )
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        using var asked = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        asked.Headers.Accept.ParseAdd("application/json");
        using var answer = await browser.SendAsync(asked, stop);
        await answer.Content.ReadAsByteArrayAsync(stop);
        return answer.StatusCode;
    }

    public void Dispose() => browser.Dispose();

    [GeneratedRegex(
        "__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}
