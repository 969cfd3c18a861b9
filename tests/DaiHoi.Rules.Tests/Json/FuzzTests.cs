using System.Collections.Concurrent;
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
        for (var change = chance.Next(1, 4); change > 0; change--)
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

    private static int Digit(List<byte> bytes, int from) =>
        bytes.FindIndex(from, value => value is >= (byte)'0' and <= (byte)'9');
}
