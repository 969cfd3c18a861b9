using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DaiHoi.Web.Portal.Search;

/// <summary>What matches a question, and what stands before what.</summary>
/// <remarks>
/// All words must occur, accents aside. What matches falls into steps that share no article, and no difference within a step
/// lifts an article into the one above: with exactly these accents or not, the words side by side or not. Within a step:
/// BM25. As the best step mostly fills the page, the others are then only counted, which costs a third of ranking them.
/// </remarks>
internal sealed class Ranking
{
    // For two of the words side by side where not all are: as much as a rather rare word.
    private const float PartlyNear = 2;

    private readonly List<Query> folded;
    private readonly List<Query> exact;
    private readonly List<Query> phrases;
    private readonly List<Query> pairs;
    private readonly bool exactnessFirst;

    public Ranking(UnderstoodQuestion question)
    {
        var words = question.Parts.SelectMany(part => part.Words).ToList();
        folded = [.. words.Select(word => word.Folded).Distinct().Select(word => Term(IndexedFields.Folded, word))];
        exact = [.. words.Select(word => word.Exact).Distinct().Select(word => Term(IndexedFields.Exact, word))];
        phrases = [.. question.Parts.Where(part => part.IsPhrase).Select(part => Phrase(part.Words))];
        pairs = [.. NeighboursIn(question).Distinct().Select(pair => Term(IndexedFields.Pairs, pair))];
        // Without accents "hai quan" means hải quan rather than an article with some "hai" and some "quan".
        exactnessFirst = question.HasAccents || pairs.Count == 0;
        Matching = With([.. folded, .. phrases]);
    }

    /// <summary>Everything that matches, in no order.</summary>
    public Query Matching { get; }

    /// <summary>The steps, best first; together they are what matches.</summary>
    public IEnumerable<Query> Steps()
    {
        if (pairs.Count == 0)
            return [Exact(near: false), Folded(near: false)];
        return exactnessFirst
            ? [Exact(near: true), Exact(near: false), Folded(near: true), Folded(near: false)]
            : [Exact(near: true), Folded(near: true), Exact(near: false), Folded(near: false)];
    }

    private BooleanQuery Exact(bool near) => Near(With([.. exact, .. phrases]), near);

    private BooleanQuery Folded(bool near)
    {
        var query = Near(With([.. folded, .. phrases]), near);
        query.Add(With(exact), Occur.MUST_NOT);
        return query;
    }

    private BooleanQuery Near(BooleanQuery query, bool near)
    {
        if (near)
        {
            foreach (var pair in pairs)
                query.Add(pair, Occur.MUST);
        }
        else if (pairs.Count > 0)
        {
            query.Add(With(pairs), Occur.MUST_NOT);
            // One pair alone was either found or excluded above.
            foreach (var pair in pairs.Count > 1 ? pairs : [])
                query.Add(new ConstantScoreQuery(pair) { Boost = PartlyNear }, Occur.SHOULD);
        }
        return query;
    }

    private static BooleanQuery With(List<Query> all)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var one in all)
            query.Add(one, Occur.MUST);
        return query;
    }

    /// <summary>Words side by side are neighbouring pairs that follow each other.</summary>
    private static Query Phrase(IReadOnlyList<Spelling> words)
    {
        if (words.Count == 2)
            return Term(IndexedFields.Pairs, IndexedFields.Pair(words[0], words[1]));
        var phrase = new PhraseQuery();
        for (var i = 1; i < words.Count; i++)
            phrase.Add(new Term(IndexedFields.Pairs, IndexedFields.Pair(words[i - 1], words[i])));
        return phrase;
    }

    /// <summary>Pairs that would stand side by side if the whole question were a phrase; inside phrases they must anyway.</summary>
    private static IEnumerable<string> NeighboursIn(UnderstoodQuestion question)
    {
        for (var i = 1; i < question.Parts.Count; i++)
            yield return IndexedFields.Pair(question.Parts[i - 1].Words[^1], question.Parts[i].Words[0]);
    }

    private static TermQuery Term(string field, string word) => new TermQuery(new Term(field, word));
}
