using SkiaSharp;

namespace DaiHoi.Web.Platform.Uploads;

/// <summary>Decodes what somebody brought in, with the limits that keep a hostile file from costing memory.</summary>
public static class UprightPicture
{
    /// <summary>50 megapixels: what a good camera takes, and 200 MB when decoded.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>
    /// The picture turned as its EXIF orientation says, or null and why not. Of a moving picture the first one: old portals kept
    /// photographs as GIF and BMP, and nothing moves by itself here.
    /// </summary>
    public static SKBitmap? Decode(byte[] original, out PictureRefusal refusal)
    {
        refusal = PictureRefusal.NotAPicture;
        if (!HasKnownBeginning(original))
            return null;
        using var data = SKData.CreateCopy(original);
        using var codec = SKCodec.Create(data);
        if (
            codec is null
            || codec.EncodedFormat
                is not (
                    SKEncodedImageFormat.Jpeg
                    or SKEncodedImageFormat.Png
                    or SKEncodedImageFormat.Webp
                    or SKEncodedImageFormat.Gif
                    or SKEncodedImageFormat.Bmp
                )
        )
        {
            refusal = codec is null ? PictureRefusal.Damaged : PictureRefusal.NotAPicture;
            return null;
        }
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            refusal = PictureRefusal.TooLarge;
            return null;
        }
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        // Anything but success is half a picture: grey below the cut. It is not news that somebody would want.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            bitmap.Dispose();
            refusal = PictureRefusal.Damaged;
            return null;
        }
        if (SecondFile.LiesIn(original))
        {
            bitmap.Dispose();
            refusal = PictureRefusal.SecondFile;
            return null;
        }
        return codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? bitmap : Turn(bitmap, codec.EncodedOrigin);
    }

    private static bool HasKnownBeginning(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        || bytes.StartsWith("GIF87a"u8)
        || bytes.StartsWith("GIF89a"u8)
        || (bytes.Length > 26 && bytes.StartsWith("BM"u8))
        || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8));

    private static SKBitmap Turn(SKBitmap lying, SKEncodedOrigin origin)
    {
        using (lying)
        {
            var swap =
                origin
                is SKEncodedOrigin.LeftTop
                    or SKEncodedOrigin.RightTop
                    or SKEncodedOrigin.RightBottom
                    or SKEncodedOrigin.LeftBottom;
            var (width, height) = swap ? (lying.Height, lying.Width) : (lying.Width, lying.Height);
            var upright = new SKBitmap(new SKImageInfo(width, height, lying.ColorType, lying.AlphaType));
            using var canvas = new SKCanvas(upright);
            canvas.SetMatrix(MatrixOf(origin, width, height));
            canvas.DrawBitmap(lying, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest), null);
            canvas.Flush();
            return upright;
        }
    }

    /// <summary>From a pixel as it is stored to where it belongs. Width and height are those of the upright picture.</summary>
    private static SKMatrix MatrixOf(SKEncodedOrigin origin, float width, float height) =>
        origin switch
        {
            SKEncodedOrigin.TopLeft => SKMatrix.Identity,
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
