using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace DaiHoi.Web.Portal.Search;

/// <summary>Turns articles into documents of the index, one after the other: the document is used again for the next.</summary>
internal sealed class ArticleDocument
{
    private const int TitleWeight = 6;
    private const int LeadWeight = 2;
    private const int TagWeight = 2;

    private readonly WordStream folded = WordStream.OfWords(static spelling => spelling.Folded);
    private readonly WordStream exact = WordStream.OfWords(static spelling => spelling.Exact);
    private readonly WordStream pairs = WordStream.OfPairs();

    public static Term KeyOf(long article) =>
        new(IndexedFields.Key, article.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Document Of(ArticleToIndex article)
    {
        IReadOnlyList<(List<Word>, int)> texts =
        [
            (Words.In(article.Title), TitleWeight),
            (Words.In(article.Lead), LeadWeight),
            (Words.In(article.Text), 1),
            .. Lines(article.Authors, 1),
            .. Lines(article.Tags, TagWeight),
        ];
        folded.Read(texts);
        exact.Read(texts);
        pairs.Read(texts);
        var key = KeyOf(article.Id);
        return
        [
            new StringField(key.Field, key.Text, Field.Store.NO),
            new Field(IndexedFields.Folded, folded, IndexedFields.Counted),
            new Field(IndexedFields.Exact, exact, IndexedFields.Counted),
            new Field(IndexedFields.Pairs, pairs, IndexedFields.Placed),
            new NumericDocValuesField(IndexedFields.Id, article.Id),
            new NumericDocValuesField(IndexedFields.Published, SecondsOf(article.PublishedAtUtc)),
            new SortedDocValuesField(IndexedFields.Category, new Lucene.Net.Util.BytesRef(article.Category)),
            new StoredField(IndexedFields.Title, article.Title),
            new StoredField(IndexedFields.Lead, article.Lead),
            new StoredField(IndexedFields.Text, article.Text),
        ];
    }

    // Each for itself: no phrase reaches from one name into the next.
    private static IEnumerable<(List<Word>, int)> Lines(string names, int weight) =>
        names.Split('\n').Select(name => (Words.In(name), weight));

    /// <summary>Whole seconds since the year 1, the measure of time in the index.</summary>
    public static long SecondsOf(DateTime utc) => utc.Ticks / TimeSpan.TicksPerSecond;
}
