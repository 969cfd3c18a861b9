using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Media;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Newsroom.Desk.Killed;

/// <summary>What a killed program has left in its database and its folder.</summary>
internal static class LeftBehind
{
    /// <summary>What was answered is there; every article is of one piece with its history, its audit rows and its words.</summary>
    public static async Task IsWholeAsync(TestDatabase database, Remembered remembered, string when, CancellationToken stop)
    {
        var rows = (await ArticlesAsync(database.Sql, stop)).ToDictionary(row => row.Id);
        foreach (var article in remembered.Articles)
        {
            Assert.True(rows.TryGetValue(article.Id, out var row), $"{when}: article {article.Id} is gone");
            Assert.True(
                article.Text.All.Contains(row.Word),
                $"{when}: article {article.Id} has text {row.Word}, not {article.Text}"
            );
            Assert.True(
                article.Status.All.Contains(row.Status),
                $"{when}: article {article.Id} is {row.Status}, not {article.Status}"
            );
        }
        Assert.All(rows.Values, row => Assert.True(row.IsWhole, $"{when}: {row}"));
        var pictures = await PicturesAsync(database, stop);
        foreach (var address in remembered.Pictures)
            Assert.True(pictures.GetValueOrDefault(address), $"{when}: {address} is gone");
        await EveryPictureHasItsFilesAsync(database, when, stop);
    }

    /// <summary>Comes back as soon as something in an article is not what it was, or nobody is at work any more.</summary>
    public static async Task AChangeIsSeenAsync(Sql sql, Task work, CancellationToken stop)
    {
        var before = await VersionsAsync();
        while (!work.IsCompleted && await VersionsAsync() == before)
            await Task.Yield();

        Task<long> VersionsAsync() =>
            sql.FirstAsync("select cast(sum(version) as bigint) from article", row => row.GetInt64(0), stop);
    }

    public static async Task<bool> IsPublicAsync(Sql sql, long article, CancellationToken stop) =>
        await sql.FirstAsync("select status from article where id = @id", row => row.GetString(0), stop, ("id", article))
        == "Published";

    /// <summary>The address of each file of the media folder, and whether somebody was told of it.</summary>
    public static async Task<Dictionary<string, bool>> PicturesAsync(TestDatabase database, CancellationToken stop)
    {
        var known = await database.Sql.ListAsync("select sha256 from picture", row => row.GetString(0), stop);
        var folder = Path.Combine(database.Address.Folder, "media");
        return Directory.Exists(folder)
            ? Directory
                .GetFiles(folder, "*.webp", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(file))
                .ToDictionary(name => "/anh/" + name, name => known.Contains(name.Split('-')[0]))
            : [];
    }

    private static async Task EveryPictureHasItsFilesAsync(TestDatabase database, string when, CancellationToken stop)
    {
        var rows = await database.Sql.ListAsync(
            "select sha256, width from picture",
            row => (Sha256: row.GetString(0), Width: row.GetInt32(1)),
            stop
        );
        foreach (var (sha256, full) in rows)
        foreach (var width in PictureWidths.Of(full))
        {
            var path = Path.Combine(database.Address.Folder, "media", sha256[..2], $"{sha256}-{width}.webp");
            Assert.True(File.Exists(path), $"{when}: {path} is missing");
            using var bitmap = SKBitmap.Decode(path);
            Assert.True(bitmap?.Width == Math.Min(width, full), $"{when}: {path} is not whole");
        }
    }

    private static Task<List<Row>> ArticlesAsync(Sql sql, CancellationToken stop) =>
        sql.ListAsync(
            """
            select a.id, a.title, a.lead, a.body_html, a.status, a.version, a.last_revision,
                   r.title, r.lead, r.body_html,
                   (select count(*) from article_revision x where x.article_id = a.id),
                   (select count(*) from audit_entry e where e.subject = 'article:' || a.id),
                   (select count(*) from change_log c where c.key = 'article:' || a.id),
                   (select s.kind from article_step s where s.article_id = a.id order by s.id desc limit 1),
                   (select string_agg(w.name, ',') from article_author l join author w on w.id = l.author_id where l.article_id = a.id),
                   (select string_agg(t.name, ',') from article_tag l join tag t on t.id = l.tag_id where l.article_id = a.id)
            from article a left join article_revision r on r.article_id = a.id and r.number = a.last_revision
            """,
            row => new Row(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.GetInt32(5),
                row.GetInt32(6),
                new(row.TextOrNull(7), row.TextOrNull(8), row.TextOrNull(9)),
                row.GetInt64(10),
                row.GetInt64(11),
                row.GetInt64(12),
                row.TextOrNull(13),
                new(row.TextOrNull(14), row.TextOrNull(15), null)
            ),
            stop
        );

    /// <param name="Newest">the text of the newest revision</param>
    /// <param name="Deeds">rows of the audit log</param>
    /// <param name="Notes">told to readers' pages</param>
    /// <param name="Names">author and tag</param>
    private sealed record Row(
        long Id,
        string Title,
        string Lead,
        string Body,
        string Status,
        int Version,
        int LastRevision,
        Texts Newest,
        long Revisions,
        long Deeds,
        long Notes,
        string? LastStep,
        Texts Names
    )
    {
        public override string ToString() =>
            $"article {Id}: {Status} after {LastStep}, text {LastRevision} of {Revisions} «{Title}», version {Version} with {Deeds} deeds and {Notes} notes";

        public string Word => Title["Bài ".Length..];

        /// <summary>Each change is one version, one row of the audit log and, but for the first, one note.</summary>
        public bool IsWhole =>
            (LastRevision == 1 || SaysOneWord)
            && Newest == new Texts(Title, Lead, Body)
            && Revisions == LastRevision
            && Deeds == Version
            && Notes == Version - 1
            && (LastStep == Status || LastStep == "Written" && Status == "Draft");

        private bool SaysOneWord =>
            Lead == $"Sapo {Word}"
            && Body == string.Concat(Enumerable.Repeat($"<p>Thân {Word}.</p>", 20))
            && Names == new Texts($"Người {Word}", $"từ {Word}", null);
    }

    private sealed record Texts(string? First, string? Second, string? Third);
}
