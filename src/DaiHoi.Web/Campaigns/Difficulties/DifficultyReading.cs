using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>What somebody looks for among difficulties and lessons.</summary>
/// <param name="Words">all must occur, in any order, with or without marks</param>
/// <param name="Lessons">null for both</param>
/// <param name="Answered">null for both</param>
internal sealed record DifficultyQuestion(string? Words, bool? Lessons, DifficultyTopic? Topic, bool? Answered, bool MostFrequent)
{
    public static DifficultyQuestion All { get; } = new(null, null, null, null, false);
}

/// <summary>Finds difficulties and lessons for who may read them (<see cref="DifficultyRights"/>).</summary>
internal sealed class DifficultyReading(Sql sql)
{
    /// <summary>On one page of a list.</summary>
    public const int PageSize = 50;
    private const int MostWords = 12;

    // Those that say the same are one. Of an organisation: what was met at or below it, and what was answered above it.
    private const string Reached = """
        d.campaign_id = @c and d.merged_into_id is null and d.withdrawn_at is null and (
            o.path like @path
            or d.answered_for_id in ({0})
            or exists (
                select 1 from difficulty m join organisation mo on mo.id = m.organisation_id
                where m.merged_into_id = d.id and mo.path like @path))
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
        var count = await sql.FirstAsync(
            $"select count(*) from difficulty d join organisation o on o.id = d.organisation_id where {where}",
            row => row.GetInt64(0),
            stop,
            [.. parameters]
        );
        var order = asked.MostFrequent ? "13 desc, d.id desc" : "d.id desc";
        var rows = await sql.ListAsync(
            $"select {ListedDifficulty.Columns} {ListedDifficulty.From} where {where} order by {order} limit @n offset @skip",
            ListedDifficulty.Of,
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
            $"select {ListedDifficulty.Columns} {ListedDifficulty.From} where {where} and d.id <> @x and ({string.Join(" or ", likes)}) order by d.id desc limit 2000",
            ListedDifficulty.Of,
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
                .Select(one => (Row: one, Score: SimilarWords.Score(pairs, Difficulty.WordsOf(one.Text))))
                .Where(one => one.Score > 0)
                .OrderByDescending(one => one.Score)
                .ThenByDescending(one => one.Row.Sources)
                .Take(most)
                .Select(one => one.Row),
        ];
    }

    /// <summary>Lessons of model congresses that an organisation above has spread, from the nearest of them, the newest first.</summary>
    public Task<List<ListedDifficulty>> LessonsForAsync(long campaign, string path, int most, CancellationToken stop) =>
        sql.ListAsync(
            $"""
            select {ListedDifficulty.Columns} {ListedDifficulty.From}
            where d.campaign_id = @c and d.is_lesson = @yes and d.merged_into_id is null and d.answered_for_id in ({TreePath.Listed(
                path
            )})
                and o.path <> @own and exists (
                    select 1 from congress c join congress_event e on e.congress_id = c.id
                    where c.organisation_id = d.organisation_id and c.campaign_id = d.campaign_id
                        and e.model = @yes and e.withdrawn_on is null)
            order by length(a.path) desc, d.answered_at desc limit @n
            """,
            ListedDifficulty.Of,
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
            select {ListedDifficulty.Columns} {ListedDifficulty.From}
            where d.holder_id = @o and d.campaign_id = @c and d.answered_at is null and d.merged_into_id is null
                and d.withdrawn_at is null
            order by d.id
            """,
            ListedDifficulty.Of,
            stop,
            ("o", place.Id),
            ("c", campaign.Id)
        );

    private static (string Where, List<(string, object?)> Parameters) Where(
        KnownCampaign campaign,
        CampaignPlace place,
        DifficultyQuestion asked
    )
    {
        // At the top everything is below.
        var where = new List<string>
        {
            place.Id == campaign.Root
                ? "d.campaign_id = @c and d.merged_into_id is null and d.withdrawn_at is null"
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
        // What another source of it says is found too, where the person reads that source.
        var sources =
            place.Id == campaign.Root ? "" : " join organisation so on so.id = s.organisation_id and so.path like @path";
        // Words are letters and digits alone: nothing in them has a meaning of its own in a pattern.
        var words = Difficulty.WordsOf(asked.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();
        foreach (var (word, i) in words.Take(MostWords).Select((word, i) => (word, i)))
            Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"(d.search_text like @w{i} or exists (select 1 from difficulty s{sources} where s.merged_into_id = d.id and s.search_text like @w{i}))"
                ),
                $"w{i}",
                $"% {word}%"
            );
        return (string.Join(" and ", where), parameters);

        void Add(string condition, string name, object value)
        {
            where.Add(condition);
            parameters.Add((name, value));
        }
    }
}
