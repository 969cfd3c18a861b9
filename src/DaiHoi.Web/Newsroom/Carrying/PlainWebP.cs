using System.Buffers.Binary;
using SkiaSharp;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>
/// Whether a file is a WebP picture and nothing else: no words about it, nothing behind its end, every pixel there. Only
/// such a file is taken over as it is; everything else goes through the media store, which encodes anew.
/// </summary>
internal static class PlainWebP
{
    public const int MostBytes = 32 * 1024 * 1024;

    /// <param name="step">of <see cref="Media.PictureWidths"/>: the file holds the picture at this width, or at its own where that is less</param>
    public static bool Is(byte[] bytes, CarriedPhoto photo, int step)
    {
        var width = Math.Min(step, photo.Width!.Value);
        var height =
            width == photo.Width
                ? photo.Height!.Value
                : Math.Max(1, (int)Math.Round(photo.Height!.Value * (double)step / photo.Width.Value));
        if (!HasOnlyPixels(bytes))
            return false;
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width != width || codec.Info.Height != height)
            return false;
        using var bitmap = new SKBitmap(new SKImageInfo(width, height));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success;
    }

    private static bool HasOnlyPixels(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 20 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
            return false;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L != bytes.Length)
            return false;
        for (var at = 12; at < bytes.Length; )
        {
            if (bytes.Length - at < 8)
                return false;
            var name = bytes.Slice(at, 4);
            if (
                !name.SequenceEqual("VP8 "u8)
                && !name.SequenceEqual("VP8L"u8)
                && !name.SequenceEqual("VP8X"u8)
                && !name.SequenceEqual("ALPH"u8)
            )
                return false;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > bytes.Length - at - 8)
                return false;
            at += 8 + (int)length + ((int)length & 1);
        }
        return true;
    }
}
