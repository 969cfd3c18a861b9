using CsCheck;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

public sealed class VisitorTableTests
{
    /// <summary>Random keys, keys that crowd in one part or one bucket, and the two ends.</summary>
    private static readonly Gen<ulong> Keys = Gen.OneOf(
        Gen.Int[0, 200].Select(VisitReckoningTests.Key),
        Gen.ULong[0, 300],
        Gen.ULong[0, 300].Select(n => n << 20),
        Gen.ULong[0, 3000].Select(n => 0xABC0_0000_0000_0000 | (n * 0x0000_0123_4567_89AB >> 4)),
        Gen.OneOf(0UL, ulong.MaxValue, 1UL << 52, 1UL << 63)
    );

    [Fact]
    public void It_knows_what_a_dictionary_knows_of_the_last_half_hour() =>
        Gen.Select(
                Gen.Long[0, 100_000],
                Gen.Select(Keys, Gen.OneOf(Gen.Long[0, 3], Gen.Long[0, 3], VisitReckoningTests.Steps), Gen.Int[0, 9]).Array[
                    0,
                    2000
                ]
            )
            .Sample(
                (start, steps) =>
                {
                    using var table = new VisitorTable();
                    var last = new Dictionary<ulong, long>();
                    var second = start;
                    foreach (var (key, step, what) in steps)
                    {
                        second += Math.Max(0, step);
                        var expected = last.TryGetValue(key, out var seen) && second - seen < 1800 ? seen : VisitorTable.Unknown;
                        if (what == 0)
                        {
                            table.Forget(key, second);
                            last.Remove(key);
                        }
                        else if (what == 1)
                        {
                            Assert.Equal(expected == VisitorTable.Unknown, table.Claim(key, second));
                            if (expected == VisitorTable.Unknown)
                                last[key] = second;
                        }
                        else
                        {
                            Assert.Equal(expected, table.LastOf(key, second));
                            Assert.Equal(expected, table.Touch(key, second));
                            last[key] = second;
                        }
                    }
                    var here = last.Where(pair => second - pair.Value < 1800).Select(pair => new PageView(pair.Key, pair.Value));
                    Assert.Equal(here.OrderBy(v => v.Visitor), table.Since(second).OrderBy(v => v.Visitor));
                },
                iter: 300
            );

    [Fact]
    public void It_grows_to_a_million_visitors_and_stays_within_its_bytes()
    {
        using var table = new VisitorTable();
        for (var person = 0; person < 1_000_000; person++)
        {
            Assert.Equal(VisitorTable.Unknown, table.Touch(VisitReckoningTests.Key(person), 1000 + person / 1000));
            if (person % 50_000 == 0)
                Assert.InRange(table.Bytes, 0, 16L * person + 4_000_000);
        }
        for (var person = 0; person < 1_000_000; person++)
            Assert.Equal(1000 + person / 1000, table.Touch(VisitReckoningTests.Key(person), 2000));
        Assert.InRange(table.Bytes, 8_000_000, 14_000_000);
    }

    [Fact]
    public void It_shrinks_when_the_crowd_has_gone()
    {
        using var table = new VisitorTable();
        for (var person = 0; person < 300_000; person++)
            table.Touch(VisitReckoningTests.Key(person), 1000);
        var crowded = table.Bytes;
        for (var person = 0; person < 60_000; person++)
            table.Touch(VisitReckoningTests.Key(person), 10_000);
        Assert.InRange(table.Bytes, 0, crowded / 2);
    }
}
