using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Portal.Search;

/// <summary>Words that must occur side by side; mostly it is one.</summary>
/// <param name="Shown">as typed</param>
/// <param name="Words">at least one</param>
internal sealed record Sought(string Shown, IReadOnlyList<Spelling> Words)
{
    public bool IsPhrase => Words.Count > 1;
}

/// <summary>The text of a question as words and phrases.</summary>
/// <remarks>
/// There are no operators: what is neither letter nor digit only parts words. Text in quotes is a phrase, and so is what is
/// written as one, like 35-CT/TW or 18.525. Words beyond the first <see cref="MaximumWords"/> are not searched.
/// </remarks>
internal sealed record UnderstoodQuestion(IReadOnlyList<Sought> Parts)
{
    public const int MaximumWords = 12;
    private const int MaximumLength = 2_000;

    /// <summary>The reader typed accents, and so means them.</summary>
    public bool HasAccents => Parts.Any(part => part.Words.Any(word => word.HasAccents));

    public static UnderstoodQuestion Of(string typed)
    {
        var text = Fold.Clean(typed.Length > MaximumLength ? typed[..MaximumLength] : typed);
        List<Sought> parts = [];
        var room = MaximumWords;
        foreach (var group in Groups(text, Words.In(text)))
        {
            if (room == 0)
                break;
            var words = group.Count > room ? group[..room] : group;
            var sought = new Sought(text[words[0].Start..words[^1].End], words.ConvertAll(word => word.Spelling));
            if (parts.Exists(part => part.Words.SequenceEqual(sought.Words)))
                continue;
            parts.Add(sought);
            room -= words.Count;
        }
        return new(parts);
    }

    /// <summary>Runs of words that belong together: between a pair of quotes, or joined without a space.</summary>
    private static IEnumerable<List<Word>> Groups(string text, List<Word> words)
    {
        var quotes = Enumerable.Range(0, text.Length).Where(i => IsQuote(text[i])).ToList();
        List<Word> group = [];
        var groupQuote = 0;
        var passed = 0;
        foreach (var word in words)
        {
            while (passed < quotes.Count && quotes[passed] < word.Start)
                passed++;
            // After an odd number of quotes the next one closes; where there is none, the last was no quote.
            var quote = passed % 2 == 1 && passed < quotes.Count ? passed : 0;
            if (group.Count > 0 && !(quote > 0 ? quote == groupQuote : groupQuote == 0 && Joined(text, group[^1], word)))
            {
                yield return group;
                group = [];
            }
            group.Add(word);
            groupQuote = quote;
        }
        if (group.Count > 0)
            yield return group;
    }

    private static bool Joined(string text, Word left, Word right) =>
        right.Start - left.End == 1
        && text[left.End] switch
        {
            '-' or '\u2010' or '\u2011' or '/' or '.' or '_' or '\'' or '\u2019' => true,
            ',' or ':' => char.IsDigit(text[left.End - 1]) && char.IsDigit(text[right.Start]),
            _ => false,
        };

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB';
}
