namespace DaiHoi.Web.Portal.Search;

/// <summary>What a reader asks.</summary>
/// <param name="Text">as typed: anything at all; all words must occur, "words in quotes" stand side by side</param>
/// <param name="Category">slug of a section; null or empty searches all</param>
/// <param name="From">first day of the site on which found articles were published</param>
/// <param name="To">last such day</param>
/// <param name="Page">from 1; smaller counts as 1</param>
/// <param name="PageSize">1 to <see cref="MaximumPageSize"/></param>
/// <param name="Snippets">without them hits carry only the number of the article, and cost less</param>
internal sealed record SearchQuestion(
    string Text,
    string? Category,
    DateOnly? From,
    DateOnly? To,
    int Page = 1,
    int PageSize = 20,
    bool Snippets = true
)
{
    public const int MaximumPageSize = 100;

    /// <summary>Hits that can be paged to. The total counts all; nobody reads on after so many.</summary>
    public const int Reach = 10_000;
}

/// <summary>What was found.</summary>
/// <param name="Total">articles that match, on all pages together</param>
/// <param name="Hits">those of the page, best first</param>
/// <param name="Words">the words and phrases that were searched, as typed; empty where the text held none</param>
internal sealed record SearchAnswer(int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyList<string> Words);

/// <summary>One found article.</summary>
/// <param name="Article">its number in the database</param>
/// <param name="Title">the whole title with the words marked</param>
/// <param name="Snippet">the part of lead or body that shows best why it was found; "…" where the text was cut</param>
internal sealed record SearchHit(long Article, IReadOnlyList<SnippetPart> Title, IReadOnlyList<SnippetPart> Snippet);

/// <summary>A run of original text, to be encoded by whoever shows it.</summary>
/// <param name="Marked">it is one or more words of the question</param>
internal sealed record SnippetPart(string Text, bool Marked);
