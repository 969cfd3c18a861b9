using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace DaiHoi.Web.Portal.Search;

/// <summary>Hands words that are already taken apart to the index.</summary>
/// <remarks>
/// Title and lead are handed over several times, so that a word there counts like several in the body; the count saturates
/// once, over all of them together (BM25F: Robertson, Zaragoza and Taylor, 2004).
/// </remarks>
internal sealed class WordStream : TokenStream
{
    // No phrase reaches over the border of two texts.
    private const int Border = 100;

    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute step;
    private readonly Func<Spelling, string> form;
    private readonly bool pairs;
    private IReadOnlyList<(List<Word> Words, int Times)> texts = [];
    private int text;
    private int time;
    private int word;

    private WordStream(Func<Spelling, string> form, bool pairs)
    {
        term = AddAttribute<ICharTermAttribute>();
        step = AddAttribute<IPositionIncrementAttribute>();
        this.form = form;
        this.pairs = pairs;
    }

    public static WordStream OfWords(Func<Spelling, string> form) => new(form, pairs: false);

    /// <summary>Neighbouring words without accents, each text once.</summary>
    public static WordStream OfPairs() => new(static spelling => spelling.Folded, pairs: true);

    public void Read(IReadOnlyList<(List<Word> Words, int Times)> weighted) => texts = weighted;

    public override void Reset()
    {
        base.Reset();
        (text, time, word) = (0, 0, 0);
    }

    public override bool IncrementToken()
    {
        var length = pairs ? 2 : 1;
        while (text < texts.Count && word + length > texts[text].Words.Count)
        {
            word = 0;
            time++;
            if (pairs || time >= texts[text].Times)
                (text, time) = (text + 1, 0);
        }
        if (text == texts.Count)
            return false;
        ClearAttributes();
        var words = texts[text].Words;
        term.Append(form(words[word].Spelling));
        if (pairs)
            term.Append(' ').Append(form(words[word + 1].Spelling));
        step.PositionIncrement = word == 0 ? Border : 1;
        word++;
        return true;
    }
}
