using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.References;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Portal.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace DaiHoi.Benchmarks;

/// <summary>
/// One to three common words in 100,000 articles, the twenty best: the program's index, which serves both databases, against
/// the ranked search that each of them brings. What was built for it is kept between runs.
/// </summary>
internal sealed class RankedSearch : IRow
{
    private const int Articles = 100_000;
    private const int Rounds = 5;
    private const int QuestionsOfRound = 40;
    private const int CommonWords = 60;
    private const int Found = 20;
    private const double P95 = 0.95;
    private static readonly Target Plain = Target.AtMost(10, "ms");
    private static readonly Target WithSnippets = Target.AtMost(20, "ms");
    private static readonly Target Faster = Target.RatioAtLeast(15, "× faster");

    public string Name => "search";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var articles = new MadeUpArticles();
        using var index = await IndexAsync(workshop, articles, stop);
        await using var sqlite = await SqliteSearch.OpenAsync(workshop, articles, Articles, stop);
        await using var postgres = await PostgresSearch.OpenAsync(workshop, articles, Articles, stop);
        var questions = Questions(articles).Take(QuestionsOfRound * (Rounds + 1)).Chunk(QuestionsOfRound).ToList();
        List<double> plain = [];
        List<double> snippets = [];
        List<double> fts5 = [];
        List<double> tsRank = [];
        for (var round = 0; round <= Rounds; round++)
        {
            workshop.Say($"{Name}: round {round} of {Rounds}");
            var measured = new Times();
            foreach (var words in questions[round])
            {
                stop.ThrowIfCancellationRequested();
                var text = string.Join(' ', words);
                var total = 0;
                measured.Plain.Add(Milliseconds(() => total = index.Find(Question(text, snippets: false)).Total));
                measured.Snippets.Add(Milliseconds(() => index.Find(Question(text, snippets: true))));
                measured.Sqlite.Add(Milliseconds(() => sqlite.Find(words, Found)));
                if (postgres is not null)
                    measured.Postgres.Add(Milliseconds(() => postgres.Find(words, Found)));
                if (round == 0 && sqlite.Count(words) is var matching && matching != total)
                    throw new InvalidOperationException($"«{text}»: {total} articles found, FTS5 finds {matching}");
            }
            // The first round warms everybody up.
            if (round == 0)
                continue;
            plain.Add(Samples.Percentile(measured.Plain, P95));
            snippets.Add(Samples.Percentile(measured.Snippets, P95));
            fts5.Add(Samples.Percentile(measured.Sqlite, P95));
            if (postgres is not null)
                tsRank.Add(Samples.Percentile(measured.Postgres, P95));
        }
        return
        [
            new($"{Name}/p95", "ms", Plain) { Value = new(plain) },
            new($"{Name}/p95-with-snippets", "ms", WithSnippets) { Value = new(snippets) },
            Against("fts5", plain, fts5),
            postgres is null
                ? Result.NotMeasured($"{Name}/ts-rank", "ms", Faster, PostgresSearch.WhatToInstall)
                : Against("ts-rank", plain, tsRank),
        ];
    }

    private Result Against(string reference, List<double> own, List<double> theirs) =>
        new($"{Name}/{reference}", "ms", Faster)
        {
            Value = new(own),
            Reference = new(theirs),
            Ratio = Samples.Ratio(theirs, own),
        };

    private static SearchQuestion Question(string text, bool snippets) =>
        new(text, Category: null, From: null, To: null, PageSize: Found, Snippets: snippets);

    private static IEnumerable<string[]> Questions(MadeUpArticles articles)
    {
        var common = articles.Common(CommonWords).ToArray();
        var chance = new Random(7);
        while (true)
        {
            var words = new string[chance.Next(1, 4)];
            for (var i = 0; i < words.Length; i++)
                words[i] = common[chance.Next(common.Length)];
            yield return [.. words.Distinct()];
        }
    }

    private static async Task<ArticleIndex> IndexAsync(Workshop workshop, MadeUpArticles articles, CancellationToken stop)
    {
        var folder = workshop.Kept($"search-{MadeUpArticles.Version}-{IndexedFields.Format}");
        var clock = new SiteClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        var index = new ArticleIndex(folder, clock, NullLogger<ArticleIndex>.Instance);
        if (index.Count == Articles)
            return index;
        workshop.Say($"indexing {Articles:#,0} articles");
        await index.RebuildAsync(articles.Take(Articles).ToAsyncEnumerable(), new SeenChange(1, ""), stop);
        return index;
    }

    private static double Milliseconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private sealed class Times
    {
        public List<double> Plain { get; } = [];
        public List<double> Snippets { get; } = [];
        public List<double> Sqlite { get; } = [];
        public List<double> Postgres { get; } = [];
    }
}
