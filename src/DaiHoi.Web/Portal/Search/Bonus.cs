using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DaiHoi.Web.Portal.Search;

/// <summary>A query whose every match gets the same extra score, so that its matches stand above what does not match.</summary>
internal sealed class Bonus(Query inner, float extra) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new BonusWeight(this, inner.CreateWeight(searcher), extra);

    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = inner.Rewrite(reader);
        return ReferenceEquals(rewritten, inner) ? this : new Bonus(rewritten, extra);
    }

    public override void ExtractTerms(ISet<Term> terms) => inner.ExtractTerms(terms);

    public override string ToString(string field) => FormattableString.Invariant($"{inner.ToString(field)}+{extra}");

    private sealed class BonusWeight(Bonus query, Weight inner, float extra) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => inner.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => inner.Normalize(norm, topLevelBoost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            inner.GetScorer(context, acceptDocs) is { } scorer ? new BonusScorer(this, scorer, extra) : null;

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var explained = inner.Explain(context, doc);
            return explained.IsMatch
                ? new ComplexExplanation(match: true, explained.Value + extra, FormattableString.Invariant($"bonus {extra}"))
                : explained;
        }
    }

    private sealed class BonusScorer(Weight weight, Scorer inner, float extra) : Scorer(weight)
    {
        public override int DocID => inner.DocID;
        public override int Freq => inner.Freq;

        public override float GetScore() => inner.GetScore() + extra;

        public override int NextDoc() => inner.NextDoc();

        public override int Advance(int target) => inner.Advance(target);

        public override long GetCost() => inner.GetCost();
    }
}
