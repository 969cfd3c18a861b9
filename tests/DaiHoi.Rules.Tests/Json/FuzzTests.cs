using System.Collections.Concurrent;
using System.Text.Json;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.Json;

/// <summary>100,000 mutated documents: an answer or a refusal, never a crash.</summary>
public sealed class FuzzTests
{
    private static readonly int Documents = UnderMutation.Now ? 800 : 100_000;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "9999999999999999999",
            "\"\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[[[",
            "}}",
            ",",
            ":",
            "\"c01\"",
            "\"c01\":",
            "\"struck\":[\"c01\"],",
            "\"count\":3,",
            "\"agree\":[],",
            "\"totals\":{},",
            "NaN",
            "\u0000",
            "é",
            "\"rules\":\"youth\",",
            "\"form\":\"agree-disagree\",",
            "\"seats\":1,",
            "\"among\":\"tied\",",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    private static readonly ConcurrentDictionary<byte[], (int At, int Length)[]> Places = new();

    // What is put in the place of a whole value or key, so that the document stays JSON.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1.5",
            "1e2",
            "1e999",
            "1000000000",
            "1000000001",
            "9223372036854775807",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\u202e\"",
            "\"c01\"",
            "\"C01\"",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"2020-02-30\"",
            "\"9999-99\"",
            "\"0/0\"",
            "\"999999999/1\"",
            "\"1/999999999\"",
            "\"100%\"",
            "[]",
            "{}",
            "[null]",
            "{\"\":{}}",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void A_mutated_count_is_answered_or_refused()
    {
        var samples = Samples.All.Select(Samples.Read).ToArray();
        var answers = new ConcurrentBag<bool>();
        Parallel.For(
            0,
            8,
            part =>
            {
                var chance = new Random(part);
                using var output = new MemoryStream();
                for (var i = 0; i < Documents / 8; i++)
                {
                    var document = Mutated(samples[chance.Next(samples.Length)], chance);
                    var reading = CountFile.Read(document, RuleSet.Named);
                    Assert.Equal(reading.Counting is null, reading.Problems.Count > 0);
                    answers.Add(reading.Counting is not null);
                    if (reading.Counting is not { } counting)
                        continue;
                    output.SetLength(0);
                    var result = Count.Of(counting);
                    CountJson.Write(result, Language.English, output);
                    Assert.NotEmpty(CountText.Of(counting, result, Language.Vietnamese));
                }
            }
        );
        Assert.Equal(Documents, answers.Count);
        // Both happen, else the mutations would try nothing.
        Assert.True(answers.Count(answer => answer) > Documents / 100);
        Assert.True(answers.Count(answer => !answer) > Documents / 2);
    }

    [Fact]
    public void A_mutated_rule_set_is_read_or_refused()
    {
        var samples = RuleSet.Known.Select(id => RuleSet.Resource($"{id}.json")).ToArray();
        var chance = new Random(5);
        for (var i = 0; i < Documents / 200; i++)
        {
            var reading = RuleSet.Read(Mutated(samples[chance.Next(samples.Length)], chance));
            Assert.Equal(reading.RuleSet is null, reading.Problems.Count > 0);
        }
    }

    private static byte[] Mutated(byte[] sample, Random chance)
    {
        var bytes = sample.ToList();
        var changes = chance.Next(1, 4);
        // As often as all other changes of bytes: they mostly make text that is no JSON.
        if (chance.Next(2) == 0)
        {
            ReplaceTokens(bytes, sample, chance, changes);
            return [.. bytes];
        }
        for (var change = changes; change > 0; change--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(6))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(chance.Next(1, 12), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Pieces[chance.Next(Pieces.Length)]);
                    break;
                case 3:
                    bytes[at] = (byte)chance.Next('0', '9' + 1);
                    break;
                case 4:
                    // Digits stay digits: the document stays JSON, its numbers stop fitting together.
                    var digit = Digit(bytes, at);
                    if (digit >= 0)
                        bytes[digit] = (byte)chance.Next('0', '9' + 1);
                    break;
                default:
                    var from = chance.Next(bytes.Count);
                    bytes.InsertRange(at, bytes.GetRange(from, Math.Min(chance.Next(1, 40), bytes.Count - from)));
                    break;
            }
            if (bytes.Count == 0)
                break;
        }
        return [.. bytes];
    }

    private static void ReplaceTokens(List<byte> bytes, byte[] sample, Random chance, int changes)
    {
        var tokens = Places.GetOrAdd(sample, TokensOf);
        // From the back, so that the places before stay what they are.
        foreach (var (at, length) in chance.GetItems(tokens, changes).Distinct().OrderByDescending(token => token.At))
        {
            bytes.RemoveRange(at, length);
            bytes.InsertRange(at, Tokens[chance.Next(Tokens.Length)]);
        }
    }

    private static (int At, int Length)[] TokensOf(byte[] sample)
    {
        var reader = new Utf8JsonReader(sample);
        var found = new List<(int, int)>();
        while (reader.Read())
        {
            var isName = reader.TokenType == JsonTokenType.PropertyName;
            if (
                reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                || isName
            )
            {
                var quotes = reader.TokenType is JsonTokenType.String || isName ? 2 : 0;
                found.Add(((int)reader.TokenStartIndex, reader.ValueSpan.Length + quotes));
            }
        }
        return [.. found];
    }

    private static int Digit(List<byte> bytes, int from) =>
        bytes.FindIndex(from, value => value is >= (byte)'0' and <= (byte)'9');
}
