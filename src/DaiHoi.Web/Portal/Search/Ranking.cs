using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DaiHoi.Web.Portal.Search;

/// <summary>What matches a question, and what stands before what.</summary>
/// <remarks>
/// All words must occur, accents aside. Among what matches, in steps that no other difference outweighs:
/// where the question has accents, articles that hold every word with just these accents come first, and among equals in this
/// those that hold the words side by side; where it has none, side by side weighs more than the letter, because then
/// "hai quan" means hải quan rather than any "hai" and any "quan". Within a step: BM25.
/// </remarks>
internal static class Ranking
{
    // Above the sum of BM25 over the most words that are searched; small enough for a float to keep differences of 0.001.
    private const float Step = 2_048;

    public static Query Of(UnderstoodQuestion question)
    {
        var (exactness, nearness) = question.HasAccents ? (2 * Step, Step) : (Step, 2 * Step);
        var query = new BooleanQuery(disableCoord: true);
        var words = question.Parts.SelectMany(part => part.Words).ToList();
        foreach (var folded in words.Select(word => word.Folded).Distinct(StringComparer.Ordinal))
            query.Add(new TermQuery(new Term(IndexedFields.Folded, folded)), Occur.MUST);
        foreach (var phrase in question.Parts.Where(part => part.IsPhrase))
            query.Add(Unscored(Phrase(phrase)), Occur.MUST);
        query.Add(new Bonus(AllExact(words), exactness), Occur.SHOULD);

        var pairs = NeighboursIn(question).Distinct(StringComparer.Ordinal).ToList();
        foreach (var pair in pairs)
        {
            var near = new ConstantScoreQuery(new TermQuery(new Term(IndexedFields.Pairs, pair))) { Boost = nearness / pairs.Count };
            query.Add(near, Occur.SHOULD);
        }
        return query;
    }

    private static Query AllExact(IReadOnlyList<Spelling> words)
    {
        var terms = words.Select(word => word.Exact).Distinct(StringComparer.Ordinal).ToList();
        if (terms.Count == 1)
            return new TermQuery(new Term(IndexedFields.Exact, terms[0]));
        var all = new BooleanQuery(disableCoord: true);
        foreach (var exact in terms)
            all.Add(new TermQuery(new Term(IndexedFields.Exact, exact)), Occur.MUST);
        return all;
    }

    /// <summary>Words side by side are neighbouring pairs that follow each other.</summary>
    private static Query Phrase(Sought sought)
    {
        if (sought.Words.Count == 2)
            return new TermQuery(new Term(IndexedFields.Pairs, IndexedFields.Pair(sought.Words[0], sought.Words[1])));
        var phrase = new PhraseQuery();
        for (var i = 1; i < sought.Words.Count; i++)
            phrase.Add(new Term(IndexedFields.Pairs, IndexedFields.Pair(sought.Words[i - 1], sought.Words[i])));
        return phrase;
    }

    /// <summary>Pairs that would stand side by side if the whole question were a phrase; inside phrases they must anyway.</summary>
    private static IEnumerable<string> NeighboursIn(UnderstoodQuestion question)
    {
        for (var i = 1; i < question.Parts.Count; i++)
            yield return IndexedFields.Pair(question.Parts[i - 1].Words[^1], question.Parts[i].Words[0]);
    }

    private static ConstantScoreQuery Unscored(Query query) => new ConstantScoreQuery(query) { Boost = 0 };
}
