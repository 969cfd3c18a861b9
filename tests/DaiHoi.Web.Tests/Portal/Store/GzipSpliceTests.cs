using System.Buffers.Binary;
using System.IO.Compression;
using CsCheck;
using DaiHoi.Web.Portal.Store;

namespace DaiHoi.Web.Tests.Portal.Store;

public sealed class GzipSpliceTests
{
    /// <summary>Parts around the length at which they are compressed, and with content that compresses well, badly, or not.</summary>
    private static readonly Gen<byte[]> Parts = Gen.Select(
            Gen.OneOf(Gen.Int[0, 3], Gen.Int[185, 200], Gen.Int[0, 400], Gen.Int[0, 70_000]),
            Gen.OneOf(1, 20, 256),
            Gen.Int
        )
        .Select(
            (length, letters, seed) =>
            {
                var chance = new Random(seed);
                return Enumerable.Range(0, length).Select(_ => (byte)chance.Next(letters)).ToArray();
            }
        );

    private static readonly Gen<byte[]> Fillings = Gen.Byte.Array[0, HoleWriter.Longest];

    [Fact]
    public void Unpacked_it_is_the_page_with_its_holes_filled() =>
        Gen.Int[0, 12]
            .SelectMany(holes => Gen.Select(Parts.Array[holes + 1], Fillings.Array[holes]))
            .Sample(
                (parts, fillings) =>
                {
                    Unpacks(parts, fillings);
                    // Packed once, filled often.
                    Unpacks(parts, [.. fillings.Select(_ => "7"u8.ToArray())]);
                },
                iter: Endurance.Trials(150)
            );

    [Theory]
    [InlineData(300, 191)]
    [InlineData(1_000, 60)]
    [InlineData(255, 192)]
    public void Any_number_of_holes_may_follow_each_other(int holes, int length)
    {
        var part = Enumerable.Range(0, length).Select(n => (byte)n).ToArray();
        Unpacks([.. Enumerable.Repeat(part, holes + 1)], [.. Enumerable.Repeat(new byte[HoleWriter.Longest], holes)]);
    }

    [Fact]
    public void A_page_without_holes_is_one_part() => Unpacks([new byte[5000]], []);

    private static void Unpacks(byte[][] parts, byte[][] fillings)
    {
        var splice = new GzipSplice(parts);
        var lengths = fillings.Select(filling => filling.Length).ToArray();
        // Less room than it says is an exception; more would end in zeros, and not in the length.
        var packed = new byte[splice.LengthWith(lengths)];
        splice.Write(packed, fillings.SelectMany(filling => filling).ToArray(), lengths);
        byte[] plain = [.. parts.Zip([.. fillings, []], (part, filling) => part.Concat(filling)).SelectMany(bytes => bytes)];

        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
            gzip.CopyTo(unpacked);
        Assert.Equal(plain, unpacked.ToArray());
        Assert.Equal(Crc32.Append(0, plain), BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan()[^8..]));
        Assert.Equal((uint)plain.Length, BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan()[^4..]));
    }
}
