using System.Buffers.Binary;
using System.Text;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Tests.Builders;
using SkiaSharp;

namespace DaiHoi.Web.Tests.Platform.Uploads;

public sealed class SecondFileTests
{
    private static readonly byte[] Jpeg = Drawn(SKEncodedImageFormat.Jpeg);

    public static TheoryData<string> Kinds => ["jpeg", "png", "webp", "gif", "bmp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_with_a_file_of_another_kind_behind_its_end_is_refused(string kind)
    {
        var picture = Picture(kind);
        byte[][] others =
        [
            "<HTML><body onload=alert(1)>"u8.ToArray(),
            "\n<!DOCTYPE html><p>"u8.ToArray(),
            "<script>alert(1)</script>"u8.ToArray(),
            "<svg onload=alert(1)>"u8.ToArray(),
            "<?php system($_GET[0]); ?>"u8.ToArray(),
            "%PDF-1.7\n%%EOF"u8.ToArray(),
            Office.Zip(("evil.js", "alert(1)")),
            Office.DocxWithMacros,
            [.. Office.Zip(("a", "b")), .. new byte[300]],
            [.. "MZ"u8, .. new byte[0x3A], 0x40, 0, 0, 0, .. "PE\0\0"u8],
            [0x7F, .. "ELF"u8, 2, 1, 1, 0],
            "#!/bin/sh\nrm -r /"u8.ToArray(),
            [.. "Rar!"u8, 0x1A, 7, 1, 0],
            [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C],
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 0x41],
            "{\\rtf1 x}"u8.ToArray(),
        ];
        foreach (var other in others)
        {
            Assert.Equal(PictureRefusal.SecondFile, RefusalOf([.. picture, .. other]));
            Assert.Equal(PictureRefusal.SecondFile, RefusalOf([.. picture, .. new byte[5_000], .. other, 0]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_telephones_and_cameras_leave_behind_a_picture_is_taken(string kind)
    {
        var picture = Picture(kind);
        var film = new byte[2_000_000];
        new Random(20_200_304).NextBytes(film);
        byte[][] tails =
        [
            [],
            new byte[70_000],
            // A second picture, as MPF and gain maps have it, with what is said about it.
            [.. Jpeg[..2], .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF/></x:xmpmeta>"), .. Jpeg[2..]],
            [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0, .. "isommp42"u8, 0, 0x1E, 0x84, 0x88, .. "mdat"u8, .. film],
            [.. "MotionPhoto_Data"u8, .. film, .. "SEFH"u8, .. new byte[40], .. "SEFT"u8],
        ];
        foreach (var tail in tails)
            Assert.Null(RefusalOf([.. picture, .. tail]));
    }

    [Fact]
    public void A_file_that_begins_as_two_kinds_or_is_read_as_an_archive_from_its_end_is_refused()
    {
        var archive = Encoding.Latin1.GetString(Office.Zip(("evil.js", "alert(1)")));
        byte[][] joined =
        [
            [.. Jpeg[..2], .. Segment(0xFE, "%PDF-1.7\n1 0 obj"), .. Jpeg[2..]],
            [.. Jpeg[..2], .. Segment(0xFE, archive), .. Jpeg[2..]],
            // An application segment that is 12,074 bytes long, and so begins with the sign of a comment.
            [.. Jpeg[..2], .. Segment(0xE0, "JFIF\0".PadRight(0x2F2A - 2, '\0')), .. Jpeg[20..], .. "*/=alert(1)"u8],
            [.. Gif(width: 0x2A2F), .. "*/=1;alert(1)"u8],
        ];
        Assert.Equal("/*"u8, joined[2].AsSpan(4, 2));
        foreach (var file in joined)
            Assert.Equal(PictureRefusal.SecondFile, RefusalOf(file));
        // The same without what makes a script of it.
        Assert.Null(RefusalOf(joined[2][..^11]));
        Assert.Null(RefusalOf(joined[3][..^13]));
    }

    [Fact]
    public void Without_its_end_mark_a_picture_hides_nothing()
    {
        Assert.Equal(PictureRefusal.Damaged, RefusalOf(Jpeg[..^2]));
        Assert.NotNull(RefusalOf([.. Jpeg[..^2], .. "<html><script>"u8]));
        // Whatever decodes it: what follows the beginning of its last scan is looked at.
        Assert.True(SecondFile.LiesIn([.. Jpeg[..^2], .. "<html><script>"u8]));
        Assert.False(SecondFile.LiesIn(Jpeg.AsSpan(0, Jpeg.Length - 2)));
    }

    [Fact]
    public void Words_inside_a_picture_are_words()
    {
        byte[] picture = [.. Jpeg[..2], .. Segment(0xFE, "<script>alert(1)</script>"), .. Jpeg[2..]];
        Assert.Null(RefusalOf(picture));
    }

    [Fact]
    public void What_is_too_large_or_damaged_is_told_as_that()
    {
        var large = (byte[])Picture("bmp").Clone();
        BinaryPrimitives.WriteInt32LittleEndian(large.AsSpan(18), 60_000);
        BinaryPrimitives.WriteInt32LittleEndian(large.AsSpan(22), 60_000);
        Assert.Equal(PictureRefusal.TooLarge, RefusalOf([.. large, .. "<script>"u8]));
        var png = Picture("png");
        Assert.Equal(PictureRefusal.Damaged, RefusalOf([.. png[..(png.Length / 2)], .. "<script>"u8]));
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var chance = new Random(11);
        foreach (string kind in (string[])["jpeg", "png", "webp", "gif", "bmp"])
        {
            var whole = Picture(kind);
            for (var trial = 0; trial < 2_000; trial++)
            {
                var bytes = whole[..chance.Next(34, whole.Length + 1)];
                for (var change = 0; change < 4; change++)
                    bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
                Assert.InRange(PictureEnd.Of(bytes), 0, bytes.Length);
                _ = SecondFile.LiesIn(bytes);
            }
        }
    }

    private static PictureRefusal? RefusalOf(byte[] file)
    {
        using var bitmap = UprightPicture.Decode(file, out var refusal);
        return bitmap is null ? refusal : null;
    }

    private static byte[] Picture(string kind) =>
        kind switch
        {
            "jpeg" => Jpeg,
            "png" => Drawn(SKEncodedImageFormat.Png),
            "webp" => Drawn(SKEncodedImageFormat.Webp),
            "gif" => Gif(width: 1),
            "bmp" => Bmp(),
            _ => throw new InvalidOperationException(kind),
        };

    private static byte[] Drawn(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(61, 40);
        bitmap.Erase(SKColors.SteelBlue);
        using (var canvas = new SKCanvas(bitmap))
            canvas.DrawCircle(30, 20, 15, new SKPaint { Color = SKColors.Firebrick });
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    // One point of two colours, on a screen of any width.
    private static byte[] Gif(short width)
    {
        byte[] gif =
        [
            .. "GIF89a"u8,
            0,
            0,
            1,
            0,
            0x80,
            0,
            0,
            0,
            0,
            0,
            255,
            255,
            255,
            0x2C,
            0,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            0,
            2,
            2,
            0x44,
            1,
            0,
            0x3B,
        ];
        BinaryPrimitives.WriteInt16LittleEndian(gif.AsSpan(6), width);
        return gif;
    }

    private static byte[] Bmp()
    {
        const int Pixels = 3 * 4 * 2;
        var bmp = new byte[54 + Pixels];
        "BM"u8.CopyTo(bmp);
        foreach (var (at, value) in ((int, int)[])[(2, bmp.Length), (10, 54), (14, 40), (18, 3), (22, 2), (34, Pixels)])
            BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(at), value);
        (bmp[26], bmp[28]) = (1, 32);
        return bmp;
    }

    private static byte[] Segment(byte marker, string content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. Encoding.Latin1.GetBytes(content)];
    }
}
