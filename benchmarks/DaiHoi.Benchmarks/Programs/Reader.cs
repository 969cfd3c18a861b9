using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace DaiHoi.Benchmarks.Programs;

/// <summary>Reads pages one by one, as a browser does, but under a robot's name: what it reads is not counted.</summary>
internal sealed partial class Reader : IDisposable
{
    private static readonly TimeSpan UntilIdle = TimeSpan.FromSeconds(6);

    private readonly HttpClient http;

    public Reader(int port)
    {
        http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
            }
        )
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DaiHoi-bench-robot/1.0 (crawler)");
    }

    /// <summary>The answer as it came over the wire, still packed.</summary>
    public async Task<(byte[] Body, string ContentType)> PackedAsync(string path, CancellationToken stop)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, path);
        question.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await http.SendAsync(question, stop);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync(stop), answer.Content.Headers.ContentType?.ToString() ?? "");
    }

    public Task<string> TextAsync(string path, CancellationToken stop) => http.GetStringAsync(path, stop);

    public async Task<string> FirstArticleAsync(CancellationToken stop)
    {
        var home = await TextAsync("/", stop);
        return ArticleLink().Match(home) is { Success: true } link
            ? link.Groups["path"].Value
            : throw new InvalidOperationException("the home page links no article");
    }

    /// <summary>The odometer, the visitors online and the article's views, as its page shows them.</summary>
    public async Task<ShownNumbers> NumbersAsync(string article, CancellationToken stop)
    {
        // Without the tags that may stand inside a number.
        var text = Tag().Replace(await TextAsync(article, stop), "");
        return new(Number(Odometer(), text), Number(Online(), text), Number(Views(), text));
    }

    /// <summary>Reads a few pages, waits until nothing is left to do, and answers the memory of the process.</summary>
    public async Task<long> IdleBytesAsync(RunningProgram program, string article, CancellationToken stop)
    {
        for (var i = 0; i < 3; i++)
        {
            foreach (var path in (string[])["/", article, article + "/in", "/thong-ke", "/tim-kiem?q=dai+hoi", "/van-ban", "/en"])
                await PackedAsync(path, stop);
        }
        await Task.Delay(UntilIdle, stop);
        return program.ResidentBytes;
    }

    public void Dispose() => http.Dispose();

    private static long Number(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } found
            ? long.Parse(found.Groups["n"].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"no number found by {pattern}");

    [GeneratedRegex("""href="(?<path>/bai-viet/[^"/]+)" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ArticleLink();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"Tổng lượt truy cập: (?<n>\d{9})", RegexOptions.ExplicitCapture)]
    private static partial Regex Odometer();

    [GeneratedRegex(@"Đang online\D*(?<n>[\d.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Online();

    [GeneratedRegex(@"Lượt xem: (?<n>[\d.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Views();
}

/// <summary>What a page shows of its readers.</summary>
internal sealed record ShownNumbers(long Odometer, long Online, long Views);
