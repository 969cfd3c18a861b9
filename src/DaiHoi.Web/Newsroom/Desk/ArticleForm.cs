using System.Globalization;
using System.Text.Json;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using Markup = DaiHoi.Web.Newsroom.Import.Markup;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>An article as it stands in the fields of its form, exactly as typed.</summary>
internal sealed class ArticleForm
{
    public const int LongestTitle = 300;
    public const int LongestLead = 2000;
    public const int LongestDateline = 60;
    public const int LongestSource = 300;
    public const int LongestName = 100;
    public const int MostAuthors = 10;
    public const int MostTags = 20;
    public const int LastFeatured = 9;

    public string? Headline { get; set; }
    public string? Dateline { get; set; }
    public string? Lead { get; set; }

    /// <summary>The body where it was written without JavaScript; otherwise it is in <see cref="Html"/>.</summary>
    public string? Markdown { get; set; }
    public string? Html { get; set; }
    public string? Source { get; set; }
    public long? Section { get; set; }

    /// <summary>Names, parted by commas.</summary>
    public string? Authors { get; set; }
    public string? Tags { get; set; }
    public string? Featured { get; set; }

    /// <summary>Numbers or addresses of articles, one a line.</summary>
    public string? Related { get; set; }

    /// <summary>The version of the article on which it was begun.</summary>
    public int Version { get; set; }

    /// <summary>The fields of an article as it is.</summary>
    public static ArticleForm Of(Article article) =>
        new()
        {
            Headline = article.Title,
            Dateline = article.Dateline,
            Lead = article.Lead,
            Markdown = BodyMarkdown.Write(WrittenBody.AsKept(article.BodyHtml, article.Photos)),
            Html = BodyForEditor.Of(WrittenBody.AsKept(article.BodyHtml, article.Photos), article.Pictures),
            Source = article.Source,
            Section = article.CategoryId,
            Authors = string.Join(", ", article.Authors.OrderBy(a => a.Position).Select(a => a.Author!.Name)),
            Tags = string.Join(", ", article.Tags.OrderBy(tag => tag.Position).Select(tag => tag.Tag!.Name)),
            Featured = article.Featured?.ToString(CultureInfo.InvariantCulture),
            Related = string.Join('\n', article.Related.OrderBy(r => r.Position).Select(r => r.OtherId)),
            Version = article.Version,
        };

    public static ArticleForm? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ArticleForm>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The body that was written. What was not touched stays as it is kept, to the letter.</summary>
    /// <param name="article">as it is now</param>
    public WrittenBody Body(Article article)
    {
        var asKept = WrittenBody.AsKept(article.BodyHtml, article.Photos);
        var untouched = WrittenBody.OfHtml(BodyForEditor.Of(asKept, article.Pictures));
        var markdown = (Markdown ?? "").ReplaceLineEndings("\n").Trim();
        var written =
            Html is not null ? WrittenBody.OfHtml(Html)
            : markdown == BodyMarkdown.Write(asKept).Trim() ? untouched
            : BodyMarkdown.Read(Fold.Clean(markdown));
        return written.Html == untouched.Html && written.Photos.SequenceEqual(untouched.Photos) ? asKept : written;
    }

    /// <summary>What is wrong, by field; nothing where it can be saved.</summary>
    public Dictionary<string, string> Problems(IEnumerable<long> sections, Texts t)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var title = LineOf(Headline);
        if (title.Length == 0)
            problems["headline"] = t["article-title-missing"];
        else if (title.Length > LongestTitle)
            problems["headline"] = t["article-title-long", title.Length, LongestTitle];
        Long("dateline", Dateline, LongestDateline);
        Long("lead", Lead, LongestLead);
        Long("source", Source, LongestSource);
        if ((Html ?? Markdown ?? "").Length > WrittenBody.Longest)
            problems["body"] = t["field-long", (Html ?? Markdown)!.Length, WrittenBody.Longest];
        if (Section is not { } section || !sections.Contains(section))
            problems["section"] = t["article-section-missing"];
        Names("authors", Authors, MostAuthors);
        Names("tags", Tags, MostTags);
        if (!string.IsNullOrWhiteSpace(Featured) && FeaturedPlace is null)
            problems["featured"] = t["article-featured-bad", Featured, LastFeatured];
        foreach (var line in Lines(Related).Where(line => NumberIn(line) is null))
            problems["related"] = t["article-related-bad", line];
        return problems;

        void Long(string field, string? value, int most)
        {
            if (LineOf(value).Length is var length && length > most)
                problems[field] = t["field-long", length, most];
        }

        void Names(string field, string? value, int most)
        {
            var names = NamesIn(value);
            if (names.Count > most)
                problems[field] = t["names-many", names.Count, most];
            else if (names.Find(name => name.Length > LongestName) is { } name)
                problems[field] = t["name-long", name, LongestName];
        }
    }

    /// <summary>What was typed as the article is to be; asked only where there are no problems.</summary>
    public ArticleEdit Edit(WrittenBody body) =>
        new(
            new(LineOf(Headline), NullIfEmpty(LineOf(Dateline)), LineOf(Lead), body.Html),
            body.Photos,
            NullIfEmpty(LineOf(Source)),
            Section!.Value,
            NamesIn(Authors),
            NamesIn(Tags),
            FeaturedPlace,
            RelatedNumbers
        );

    /// <summary>Of the articles put beside it by hand.</summary>
    public List<long> RelatedNumbers => [.. Lines(Related).Select(NumberIn).OfType<long>().Distinct()];

    /// <summary>Text of one line: composed, single spaces, none at the ends.</summary>
    public static string LineOf(string? typed) => Markup.FoldSpace(Fold.Clean(typed ?? ""));

    private int? FeaturedPlace =>
        int.TryParse(Featured?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place is >= 1 and <= LastFeatured
            ? place
            : null;

    /// <summary>Names that are parted by commas, each once.</summary>
    public static List<string> NamesIn(string? typed) =>
        [
            .. (typed ?? "")
                .Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Select(LineOf)
                .Where(name => name.Length > 0)
                .DistinctBy(Slug.Of),
        ];

    private static string[] Lines(string? typed) =>
        (typed ?? "").Split(['\n', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // "12", "/bai-viet/ten-bai-12" and the whole address of the latter.
    private static long? NumberIn(string line)
    {
        var path = line.Split('?', '#')[0].TrimEnd('/');
        var end = path.AsSpan(path.LastIndexOfAny(['-', '/']) + 1);
        return long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
