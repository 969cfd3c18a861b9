using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DaiHoi.Web.Data;
using DaiHoi.Web.Tests.Builders;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Newsroom.Desk.Killed;

/// <summary>Browsers that stay signed in, whatever becomes of the program.</summary>
internal sealed class People : IDisposable
{
    public static readonly string[] Names = ["minhluan", "thuha", "vannam", "thuhien", "quangminh"];

    private readonly List<Visitor> visitors = [];

    /// <summary>The program has been started, perhaps again.</summary>
    public async Task ArriveAsync(Uri address)
    {
        visitors.ForEach(visitor => visitor.Address = address);
        foreach (var name in Names.Skip(visitors.Count))
        {
            visitors.Add(new(address));
            using var answer = await visitors[^1].SignInAsync(name, Visitor.Password);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    public Visitor this[int number] => visitors[number];

    public void Dispose() => visitors.ForEach(visitor => visitor.Dispose());
}

/// <summary>
/// One who uploads and the others who write and publish, each as fast as the program answers, until it is gone: with so many
/// at once, a kill finds nearly always somebody in the midst of a change.
/// </summary>
internal sealed partial class BusyNewsroom(People people, Sql sql, Remembered remembered, long section, int seed)
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task FirstAnswer => first.Task;

    /// <summary>Ends when the program has been killed.</summary>
    public Task WorkAsync() =>
        Task.WhenAll(
            People
                .Names.Skip(1)
                .Select((name, i) => UntilGoneAsync(round => WriteAsync(people[i + 1], round, name)))
                .Append(UntilGoneAsync(UploadAsync))
        );

    private async Task UntilGoneAsync(Func<int, Task> workAsync)
    {
        try
        {
            for (var round = 1; ; round++)
                await workAsync(round);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The program was killed in the midst of this.
        }
    }

    private async Task WriteAsync(Visitor visitor, int round, string hand)
    {
        var word = $"{hand}{seed}{round}";
        var token = await visitor.TokenAsync("/ban-bien-tap/bai-moi");
        var place = await TakesAsync(
            visitor,
            "/ban-bien-tap/bai-moi",
            token,
            ("headline", $"Bài {word}"),
            ("section", $"{section}")
        );
        var id = long.Parse(Number().Match(place).Value, System.Globalization.CultureInfo.InvariantCulture);
        var article = remembered.Begun(id, word);
        first.TrySetResult();
        await SaveAsync(visitor, token, article, word + "x");
        foreach (var (kind, status) in Way)
            await remembered.ChangeAsync(article.Status, status, () => StepAsync(visitor, token, id, kind));
        await SaveAsync(visitor, token, article, word + "y");
        if (round % 2 == 0)
            await remembered.ChangeAsync(article.Status, "Withdrawn", () => StepAsync(visitor, token, id, "Withdrawn"));
    }

    private static readonly (string Kind, string Status)[] Way =
    [
        ("Submitted", "Submitted"),
        ("Approved", "Approved"),
        ("Published", "Published"),
    ];

    // Every field says the same word: a text that is put together of two saves would show.
    private Task SaveAsync(Visitor visitor, string token, RememberedArticle article, string word) =>
        remembered.ChangeAsync(
            article.Text,
            word,
            async () =>
                await TakesAsync(
                    visitor,
                    $"/ban-bien-tap/bai/{article.Id}/sua",
                    token,
                    ("version", await VersionAsync(article.Id)),
                    ("headline", $"Bài {word}"),
                    ("lead", $"Sapo {word}"),
                    ("markdown", string.Concat(Enumerable.Repeat($"Thân {word}.\n\n", 20))),
                    ("authors", $"Người {word}"),
                    ("tags", $"từ {word}"),
                    ("section", $"{section}")
                )
        );

    private async Task StepAsync(Visitor visitor, string token, long id, string kind) =>
        await TakesAsync(
            visitor,
            $"/ban-bien-tap/bai/{id}",
            token,
            ("kind", kind),
            ("version", await VersionAsync(id)),
            ("reason", "Có lý do")
        );

    private async Task UploadAsync(int round)
    {
        using var answer = await people[0]
            .UploadAsync("/ban-bien-tap/bai-moi", "/ban-bien-tap/anh", Picture(seed, round), $"anh-{seed}-{round}.jpg");
        var told = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, told);
        using var json = JsonDocument.Parse(told);
        remembered.Uploaded(json.RootElement.GetProperty("src").GetString()!);
    }

    // Wider than the first width, so that it has two files.
    private static byte[] Picture(int seed, int round)
    {
        using var bitmap = new SKBitmap(600, 400);
        bitmap.Erase(new SKColor((byte)seed, (byte)round, (byte)(round >> 8)));
        using var canvas = new SKCanvas(bitmap);
        canvas.DrawText(
            $"{seed} {round}",
            40,
            200,
            SKTextAlign.Left,
            new SKFont { Size = 90 },
            new SKPaint { Color = SKColors.White }
        );
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    private async Task<string> VersionAsync(long id) =>
        await sql.FirstAsync(
            "select version from article where id = @id",
            row => $"{row.GetInt32(0)}",
            CancellationToken.None,
            ("id", id)
        ) ?? "0";

    /// <summary>Sends a form that is taken, and answers where it leads.</summary>
    private static async Task<string> TakesAsync(
        Visitor visitor,
        string path,
        string token,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await visitor.SendWithoutTokenAsync(path, [.. fields, (Visitor.TokenField, token)]);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"{path} {fields[0]}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return answer.Headers.Location!.ToString();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
