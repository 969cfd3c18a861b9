using System.Collections.Concurrent;
using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>A difficulty or a lesson as it stands in a list.</summary>
/// <param name="Path">of the organisation at whose congress it was met</param>
/// <param name="Sources">at how many congresses it was met, with those merged into it</param>
internal sealed record ListedDifficulty(
    long Id,
    bool IsLesson,
    DifficultyTopic Topic,
    string Text,
    string Organisation,
    string Path,
    DateOnly RecordedOn,
    string Holder,
    string? Answer,
    string? Article,
    DateTime? AnsweredAt,
    string? AnsweredFor,
    long Sources
)
{
    public bool IsAnswered => AnsweredAt is not null;

    public string Address => DifficultyAddress.Of(Id);
}

/// <summary>One difficulty with all that belongs to it.</summary>
/// <param name="One">the one that stands for all that say the same</param>
/// <param name="Others">those that are merged into it and lie where the person may see them, the oldest first</param>
/// <param name="Hidden">how many more are merged into it</param>
internal sealed record OpenDifficulty(
    ListedDifficulty One,
    string Campaign,
    string OrganisationCode,
    string HolderPath,
    string HolderCode,
    int Version,
    string RecordedByName,
    string? AnsweredByName,
    IReadOnlyList<ListedDifficulty> Others,
    long Hidden,
    IReadOnlyList<AttachedFile> Files,
    IReadOnlyList<TakenStep> Steps
);

/// <param name="Difficulty">to which of those that say the same it was attached</param>
internal sealed record AttachedFile(long Id, long Difficulty, bool IsPicture, string Name, long Length)
{
    public string Address => FormattableString.Invariant($"/kho-khan/tep/{Id}");
}

internal sealed record TakenStep(DifficultyStepKind Kind, DateTime At, string ByName, string Holder, string? Note);

/// <summary>What somebody looks for among difficulties and lessons.</summary>
/// <param name="Words">all must occur, in any order, with or without marks</param>
/// <param name="Lessons">null for both</param>
/// <param name="Answered">null for both</param>
internal sealed record DifficultyQuestion(string? Words, bool? Lessons, DifficultyTopic? Topic, bool? Answered, bool MostFrequent)
{
    public static DifficultyQuestion All { get; } = new(null, null, null, null, false);
}

/// <summary>Finds difficulties and lessons for who may read them (<see cref="DifficultyRights"/>).</summary>
internal sealed class DifficultyReading
{
    // Boards are looked at far more often than a difficulty is recorded.
    private const int MostKept = 500;
    private readonly ConcurrentDictionary<
        (long Campaign, string? Below, DateOnly Until, int Most),
        List<FrequentDifficulty>
    > kept = [];
    private readonly Sql sql;
    private int changes;

    public DifficultyReading(Sql sql, ChangeFeed feed)
    {
        this.sql = sql;
        feed.Listen(keys =>
        {
            if (!keys.Contains(Difficulty.ChangeKey) && !keys.Contains(OrganisationTree.ChangeKey))
                return;
            Interlocked.Increment(ref changes);
            kept.Clear();
        });
    }

    /// <summary>On one page of a list.</summary>
    public const int PageSize = 50;
    private const int MostWords = 12;

    private const string Columns = """
        d.id, d.is_lesson, d.topic, d.text, o.name, o.path, d.recorded_on, h.name, d.answer, d.article, d.answered_at, a.name,
        1 + (select count(*) from difficulty m where m.merged_into_id = d.id)
        """;

    private const string From = """
        from difficulty d
        join organisation o on o.id = d.organisation_id
        join organisation h on h.id = d.holder_id
        left join organisation a on a.id = d.answered_for_id
        """;

    // Of an organisation: what lies at and below it, each thing once; and what was answered above it, for it too.
    private const string Reached = """
        d.campaign_id = @c and (
            (o.path like @path and (d.merged_into_id is null or not exists (
                select 1 from difficulty r join organisation ro on ro.id = r.organisation_id
                where r.id = d.merged_into_id and ro.path like @path)))
            or (d.merged_into_id is null and d.answered_for_id in ({0})))
        """;

    /// <summary>What is at, below and above an organisation, the newest first, and how many there are.</summary>
    /// <param name="page">from 0</param>
    public async Task<(List<ListedDifficulty> Rows, long Count)> ListAsync(
        KnownCampaign campaign,
        CampaignPlace place,
        DifficultyQuestion asked,
        int page,
        CancellationToken stop
    )
    {
        var (where, parameters) = Where(campaign, place, asked);
        var count = await sql.FirstAsync($"select count(*) {From} where {where}", row => row.GetInt64(0), stop, [.. parameters]);
        var order = asked.MostFrequent ? "13 desc, d.id desc" : "d.id desc";
        var rows = await sql.ListAsync(
            $"select {Columns} {From} where {where} order by {order} limit @n offset @skip",
            Listed,
            stop,
            [.. parameters, ("n", PageSize), ("skip", page * (long)PageSize)]
        );
        return (rows, count);
    }

    /// <summary>
    /// Those nearest to a text in its words, best first: of two texts the pairs of words that both have, by the number of the
    /// shorter's. At least two pairs and a third of them are common.
    /// </summary>
    public async Task<List<ListedDifficulty>> SimilarAsync(
        KnownCampaign campaign,
        CampaignPlace place,
        string text,
        bool lessons,
        long? except,
        int most,
        CancellationToken stop
    )
    {
        var pairs = SimilarWords.PairsOf(Difficulty.WordsOf(text));
        var rare = SimilarWords.Telling(pairs);
        if (rare.Count == 0)
            return [];
        var (where, parameters) = Where(campaign, place, DifficultyQuestion.All with { Lessons = lessons });
        var likes = rare.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"d.search_text like @s{i}"));
        var found = await sql.ListAsync(
            $"select {Columns}, d.search_text {From} where {where} and d.merged_into_id is null and d.id <> @x and ({string.Join(" or ", likes)}) order by d.id desc limit 2000",
            row => (Row: Listed(row), Words: row.GetString(13)),
            stop,
            [
                .. parameters,
                ("x", except ?? 0),
                .. rare.Select((pair, i) => (string.Create(CultureInfo.InvariantCulture, $"s{i}"), (object?)$"% {pair} %")),
            ]
        );
        return
        [
            .. found
                .Select(one => (one.Row, Score: SimilarWords.Score(pairs, Difficulty.WordsOf(one.Row.Text))))
                .Where(one => one.Score > 0)
                .OrderByDescending(one => one.Score)
                .ThenByDescending(one => one.Row.Sources)
                .Take(most)
                .Select(one => one.Row),
        ];
    }

    /// <summary>Those that were met at most congresses, with at how many.</summary>
    /// <param name="below">path of the organisation at and below which they are counted; null for the whole campaign</param>
    /// <param name="until">recorded on or before this day</param>
    public async Task<List<FrequentDifficulty>> MostFrequentAsync(
        long campaign,
        string? below,
        DateOnly until,
        int most,
        CancellationToken stop
    )
    {
        var asked = (campaign, below, until, most);
        if (kept.TryGetValue(asked, out var known))
            return known;
        var before = Volatile.Read(ref changes);
        var found = await CountFrequentAsync(campaign, below, until, most, stop);
        if (kept.Count >= MostKept)
            kept.Clear();
        // What changed while it was counted is counted again.
        kept[asked] = found;
        if (before != Volatile.Read(ref changes))
            kept.TryRemove(asked, out _);
        return found;
    }

    private Task<List<FrequentDifficulty>> CountFrequentAsync(
        long campaign,
        string? below,
        DateOnly until,
        int most,
        CancellationToken stop
    ) =>
        sql.ListAsync(
            $"""
            select r.id, r.text, r.answer, r.article, n.met from (
                select coalesce(d.merged_into_id, d.id) as id, count(distinct d.organisation_id) as met
                from difficulty d{(below is null ? "" : " join organisation o on o.id = d.organisation_id and o.path like @path")}
                where d.campaign_id = @c and d.is_lesson = @no and d.recorded_on <= @until
                group by coalesce(d.merged_into_id, d.id)
            ) n join difficulty r on r.id = n.id
            order by n.met desc, r.id desc limit @n
            """,
            row => new FrequentDifficulty(
                row.GetInt64(0),
                row.GetString(1),
                row.TextOrNull(2),
                row.TextOrNull(3),
                row.GetInt64(4)
            ),
            stop,
            below is null
                ? [("c", campaign), ("no", false), ("until", until), ("n", most)]
                : [("c", campaign), ("no", false), ("until", until), ("n", most), ("path", below + "%")]
        );

    /// <summary>Lessons of model congresses that an organisation above has spread, from the nearest of them, the newest first.</summary>
    public Task<List<ListedDifficulty>> LessonsForAsync(long campaign, string path, int most, CancellationToken stop) =>
        sql.ListAsync(
            $"""
            select {Columns} {From}
            where d.campaign_id = @c and d.is_lesson = @yes and d.merged_into_id is null and d.answered_for_id in ({IdsIn(path)})
                and o.path <> @own and exists (
                    select 1 from congress c join congress_event e on e.congress_id = c.id
                    where c.organisation_id = d.organisation_id and c.campaign_id = d.campaign_id
                        and e.model = @yes and e.withdrawn_on is null)
            order by length(a.path) desc, d.answered_at desc limit @n
            """,
            Listed,
            stop,
            ("c", campaign),
            ("yes", true),
            ("own", path),
            ("n", most)
        );

    /// <summary>What lies at an organisation and waits for an answer; lessons wait to be spread.</summary>
    public Task<List<ListedDifficulty>> WaitingAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop) =>
        sql.ListAsync(
            $"""
            select {Columns} {From}
            where d.holder_id = @o and d.campaign_id = @c and d.answered_at is null and d.merged_into_id is null
            order by d.id
            """,
            Listed,
            stop,
            ("o", place.Id),
            ("c", campaign.Id)
        );

    /// <summary>One, or that into which it was merged.</summary>
    /// <returns>null where there is none that the person may read</returns>
    public async Task<OpenDifficulty?> OneAsync(Person person, long id, CancellationToken stop)
    {
        var asked = await HeadAsync(id, stop);
        if (asked is null)
            return null;
        var head = asked.MergedInto is { } into ? await HeadAsync(into, stop) : asked;
        // Who recorded one that was merged reads the answer of the one, and not where else it was met.
        if (head is null || !(MaySee(person, head) || MaySee(person, asked)))
            return null;
        var merged = await sql.ListAsync(
            $"select {Columns} {From} where d.merged_into_id = @id order by d.id",
            Listed,
            stop,
            ("id", head.One.Id)
        );
        var seen = merged.Where(one => DifficultyRights.MaySee(person, one.Path)).ToList();
        var ids = seen.Select(one => one.Id).Append(head.One.Id);
        var files = await sql.ListAsync(
            $"select id, difficulty_id, is_picture, name, length from difficulty_file where difficulty_id in ({string.Join(',', ids)}) order by id",
            row => new AttachedFile(row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2), row.GetString(3), row.GetInt64(4)),
            stop
        );
        var steps = await sql.ListAsync(
            """
            select s.kind, s.at, s.by_name, h.name, s.note from difficulty_step s join organisation h on h.id = s.holder_id
            where s.difficulty_id = @id order by s.id
            """,
            row => new TakenStep(
                Enum.Parse<DifficultyStepKind>(row.GetString(0)),
                row.Utc(1),
                row.GetString(2),
                row.GetString(3),
                row.TextOrNull(4)
            ),
            stop,
            ("id", head.One.Id)
        );
        return new(
            head.One,
            head.Campaign,
            head.Code,
            head.HolderPath,
            head.HolderCode,
            head.Version,
            head.By,
            head.AnsweredBy,
            seen,
            merged.Count - seen.Count,
            files,
            steps
        );
    }

    /// <summary>Of a file that is attached to something that the person may read.</summary>
    public async Task<(string Sha256, bool IsPicture, string Name)?> FileAsync(Person person, long id, CancellationToken stop)
    {
        var found = await sql.FirstAsync(
            "select sha256, is_picture, name, difficulty_id from difficulty_file where id = @id",
            row => (Sha256: row.GetString(0), IsPicture: row.GetBoolean(1), Name: row.GetString(2), Of: row.GetInt64(3)),
            stop,
            ("id", id)
        );
        return
            found.Sha256 is not null && await OneAsync(person, found.Of, stop) is { } one && one.Files.Any(file => file.Id == id)
            ? (found.Sha256, found.IsPicture, found.Name)
            : null;
    }

    private static bool MaySee(Person person, Head head) =>
        DifficultyRights.MaySee(person, head.One.Path)
        || (head.AnsweredForPath is { } answered && DifficultyRights.IsReached(person, answered));

    private Task<Head?> HeadAsync(long id, CancellationToken stop) =>
        sql.FirstAsync(
            $"""
            select {Columns}, k.code, o.code, h.path, h.code, d.version, d.recorded_by_name, d.answered_by_name, d.merged_into_id, a.path
            {From} join campaign k on k.id = d.campaign_id where d.id = @id
            """,
            row => new Head(
                Listed(row),
                row.GetString(13),
                row.GetString(14),
                row.GetString(15),
                row.GetString(16),
                row.GetInt32(17),
                row.GetString(18),
                row.TextOrNull(19),
                row.NumberOrNull(20),
                row.TextOrNull(21)
            ),
            stop,
            ("id", id)
        );

    private static (string Where, List<(string, object?)> Parameters) Where(
        KnownCampaign campaign,
        CampaignPlace place,
        DifficultyQuestion asked
    )
    {
        // At the top everything is below, and what is merged is merged into something there.
        var where = new List<string>
        {
            place.Id == campaign.Root
                ? "d.campaign_id = @c and d.merged_into_id is null"
                : Reached.Replace("{0}", place.Ids, StringComparison.Ordinal),
        };
        var parameters = new List<(string, object?)> { ("c", campaign.Id) };
        if (place.Id != campaign.Root)
            parameters.Add(("path", place.Path + "%"));
        if (asked.Lessons is { } lessons)
            Add("d.is_lesson = @lesson", "lesson", lessons);
        if (asked.Topic is { } topic)
            Add("d.topic = @topic", "topic", topic.ToString());
        if (asked.Answered is { } answered)
            where.Add(answered ? "d.answered_at is not null" : "d.answered_at is null");
        // Words are letters and digits alone: nothing in them has a meaning of its own in a pattern.
        var words = Difficulty.WordsOf(asked.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();
        foreach (var (word, i) in words.Take(MostWords).Select((word, i) => (word, i)))
            Add(string.Create(CultureInfo.InvariantCulture, $"d.search_text like @w{i}"), $"w{i}", $"% {word}%");
        return (string.Join(" and ", where), parameters);

        void Add(string condition, string name, object value)
        {
            where.Add(condition);
            parameters.Add((name, value));
        }
    }

    private static string IdsIn(string path) => string.Join(',', path.Split('/', StringSplitOptions.RemoveEmptyEntries));

    private static ListedDifficulty Listed(System.Data.Common.DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetBoolean(1),
            Enum.Parse<DifficultyTopic>(row.GetString(2)),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.Day(6),
            row.GetString(7),
            row.TextOrNull(8),
            row.TextOrNull(9),
            row.UtcOrNull(10),
            row.TextOrNull(11),
            row.GetInt64(12)
        );

    private sealed record Head(
        ListedDifficulty One,
        string Campaign,
        string Code,
        string HolderPath,
        string HolderCode,
        int Version,
        string By,
        string? AnsweredBy,
        long? MergedInto,
        string? AnsweredForPath
    );
}

/// <summary>A difficulty that is met often.</summary>
/// <param name="Congresses">at how many it was met, among those that were asked about</param>
public sealed record FrequentDifficulty(long Id, string Text, string? Answer, string? Article, long Congresses);
