using CsCheck;
using DaiHoi.Web.Portal.Store;

namespace DaiHoi.Web.Tests.Portal.Store;

public sealed class Crc32Tests
{
    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 300];

    [Fact]
    public void It_is_the_checksum_of_gzip()
    {
        // The check value of CRC-32/ISO-HDLC.
        Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));
        Assert.Equal(0u, Crc32.Append(0, []));
    }

    [Fact]
    public void In_pieces_it_is_the_same_as_at_once() =>
        Gen.Select(Bytes, Bytes)
            .Sample(
                (first, second) =>
                    Assert.Equal(Crc32.Append(0, [.. first, .. second]), Crc32.Append(Crc32.Append(0, first), second)),
                iter: Endurance.Trials(1_000)
            );

    [Fact]
    public void Of_two_texts_in_a_row_it_is_known_from_theirs() =>
        Gen.Select(Bytes, Bytes)
            .Sample(
                (first, second) =>
                    Assert.Equal(
                        Crc32.Append(0, [.. first, .. second]),
                        Crc32.Combine(Crc32.Append(0, first), Crc32.Append(0, second), Crc32.ShiftFor(second.Length))
                    ),
                iter: Endurance.Trials(1_000)
            );

    [Fact]
    public void Also_of_a_text_of_more_than_four_gigabytes() =>
        // By bits, as the polynomial says: n zero bytes behind a text.
        Assert.Equal(Crc32.ShiftFor(3L << 32), Crc32.Combine(Crc32.ShiftFor(1L << 32), 0, Crc32.ShiftFor(2L << 32)));
}
