using CsCheck;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

public sealed class KnownVisitorsTests
{
    private static readonly Gen<PageView[]> Views = Gen.Select(
        Gen.ULong,
        Gen.Long,
        (visitor, second) => new PageView(visitor, second)
    ).Array[0, 20];

    private static readonly Gen<KnownVisitors> Known = Gen.Select(
        Gen.Int[0, DateOnly.MaxValue.DayNumber],
        Gen.ULong.Array[6],
        Gen.Bool,
        Views.Array[4],
        (day, salt, before, views) =>
            new KnownVisitors(
                DateOnly.FromDayNumber(day),
                new Salts(new(salt[0], salt[1]), new(salt[2], salt[3]), before ? new Salt(salt[4], salt[5]) : null),
                new Seen(views[0], views[1]),
                new Seen(views[2], views[3])
            )
    );

    [Fact]
    public void What_one_process_wrote_the_next_reads() =>
        Known.Sample(
            known =>
            {
                var read = KnownVisitors.Of(known.ToBytes())!;
                Assert.Equal((known.Day, known.Salts), (read.Day, read.Salts));
                Assert.Equal(known.Visitors.Present, read.Visitors.Present);
                Assert.Equal(known.Visitors.Before, read.Visitors.Before);
                Assert.Equal(known.Readers.Present, read.Readers.Present);
                Assert.Equal(known.Readers.Before, read.Readers.Before);
            },
            iter: Endurance.Trials(200)
        );

    [Fact]
    public void What_is_not_whole_or_of_another_form_is_nothing() =>
        Gen.Select(Known, Gen.Double[0, 1])
            .Sample(
                (known, part) =>
                {
                    var bytes = known.ToBytes();
                    Assert.Null(KnownVisitors.Of(bytes[..(int)(bytes.Length * part * 0.999)]));
                    bytes[0]++;
                    Assert.Null(KnownVisitors.Of(bytes));
                },
                iter: Endurance.Trials(200)
            );

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Gen.Byte.Array[0, 200].Sample(bytes => _ = KnownVisitors.Of([1, .. bytes]), iter: Endurance.Trials(2_000));
}
