using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace DaiHoi.Web.Portal.Search;

/// <summary>What the index holds of an article, and the form of each field.</summary>
internal static class IndexedFields
{
    /// <summary>Goes up whenever a field or the way of taking text apart changes: an older index is then built anew.</summary>
    public const string Format = "2";

    /// <summary>Every word without accents. All words of a question must occur here.</summary>
    public const string Folded = "folded";

    /// <summary>Every word with its accents.</summary>
    public const string Exact = "exact";

    /// <summary>
    /// Every two neighbouring words without accents, as one term. Most Vietnamese words have two syllables, so this is
    /// near to an index of words; and a phrase costs what a rare word costs, also where its syllables are in every article.
    /// </summary>
    public const string Pairs = "pairs";

    public const string Key = "key";
    public const string Id = "id";
    public const string Category = "category";
    public const string Published = "published";
    public const string Title = "title";
    public const string Lead = "lead";
    public const string Text = "text";

    public static readonly FieldType Counted = Type(IndexOptions.DOCS_AND_FREQS, withLength: true);
    public static readonly FieldType Placed = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, withLength: false);

    public static string Pair(Spelling first, Spelling second) => first.Folded + " " + second.Folded;

    private static FieldType Type(IndexOptions options, bool withLength)
    {
        var type = new FieldType
        {
            IsIndexed = true,
            IsTokenized = true,
            OmitNorms = !withLength,
            IndexOptions = options,
        };
        type.Freeze();
        return type;
    }
}
