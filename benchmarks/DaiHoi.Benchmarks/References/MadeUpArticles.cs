using DaiHoi.Web.Portal.Search;

namespace DaiHoi.Benchmarks.References;

/// <summary>
/// Articles out of Vietnamese syllables, always the same ones: the n-th commonest syllable comes 1/n as often as the
/// commonest (Zipf), so the first dozens are in most articles.
/// </summary>
internal sealed class MadeUpArticles
{
    /// <summary>Goes up with every change of what is made up; part of the name of what is kept from an earlier run.</summary>
    public const string Version = "1";

    private const int Seed = 20200304;
    private const int Syllables = 400;
    private const int InTitle = 12;
    private const int InLead = 40;

    private static readonly string[] Onsets = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".Split(' ');
    private static readonly string[] Rimes =
        "a á à ả ã ạ ai ái ài ải an án àn ản am ám àm ang áng àng ao áo ào anh ánh ành ăn ắn ằn ặn âm ấm ầm ân ấn ần ật ất e é ẻ ể ế ề ệ ên ến ền i í ì ị iên iến iền iễn iệt iêu iều inh ính ình ịnh o ó ò ọ oan oán oàn oa óa òa oá oi ói òi ong óng òng ô ố ồ ổ ộ ông ống ồng ộng ơ ớ ờ ở ơi ới ời u ú ù ủ ũ ụ ung úng ùng uyên uyến uyền ư ứ ừ ử ữ ự ưng ứng ừng ươi ười ương ướng ường ước ượt".Split(
            ' '
        );

    private readonly string[] vocabulary;
    private readonly double[] upTo;

    public MadeUpArticles()
    {
        var chance = new Random(Seed);
        vocabulary = [.. Onsets.SelectMany(onset => Rimes.Select(rime => onset + rime))];
        chance.Shuffle(vocabulary);
        upTo = new double[vocabulary.Length];
        var sum = 0.0;
        for (var n = 0; n < upTo.Length; n++)
            upTo[n] = sum += 1.0 / (n + 1);
    }

    /// <summary>Words that most articles hold, the commonest first.</summary>
    public IReadOnlyList<string> Common(int count) => vocabulary[..count];

    public IEnumerable<ArticleToIndex> Take(int count)
    {
        var chance = new Random(Seed + 1);
        for (var id = 1; id <= count; id++)
        {
            var published = new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(id);
            yield return new ArticleToIndex(
                id,
                Text(chance, InTitle),
                Text(chance, InLead),
                Text(chance, Syllables - InTitle - InLead),
                "",
                "",
                "chuyen-muc-" + chance.Next(10),
                published
            );
        }
    }

    private string Text(Random chance, int syllables)
    {
        var words = new string[syllables];
        for (var i = 0; i < syllables; i++)
        {
            var found = Array.BinarySearch(upTo, chance.NextDouble() * upTo[^1]);
            words[i] = vocabulary[found < 0 ? ~found : found];
        }
        return string.Join(' ', words);
    }
}
