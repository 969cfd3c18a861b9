using SkiaSharp;

namespace DaiHoi.Web.Platform.Uploads;

/// <summary>A picture as one of its files: at most as wide as the file says, never enlarged, without anything but its pixels.</summary>
public static class EncodedPicture
{
    /// <summary>Of a WebP, by its format; the JPEG beside it is as large.</summary>
    private const int LongestSide = 16_383;

    private const int Quality = 80;

    /// <param name="width">in pixels; a narrower picture stays as wide as it is</param>
    public static SKData Of(SKBitmap upright, int width, PictureFormat format)
    {
        using var smaller = Smaller(upright, width);
        var bitmap = smaller ?? upright;
        return format == PictureFormat.WebP
            ? bitmap.PeekPixels().Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality))!
            : Jpeg(bitmap);
    }

    // A scan of a long scroll is narrower than its step says, or WebP could not hold it.
    private static SKBitmap? Smaller(SKBitmap upright, int step)
    {
        var scale = Math.Min((double)step / upright.Width, (double)LongestSide / upright.Height);
        if (scale >= 1)
            return null;
        var width = Math.Max(1, (int)Math.Round(upright.Width * scale));
        var height = Math.Max(1, (int)Math.Round(upright.Height * scale));
        return upright.Resize(
            new SKImageInfo(width, height, upright.ColorType, upright.AlphaType),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
    }

    // JPEG knows nothing transparent, and would show it black: it lies on white, as on paper.
    private static SKData Jpeg(SKBitmap bitmap)
    {
        var options = new SKJpegEncoderOptions(Quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore);
        if (bitmap.AlphaType == SKAlphaType.Opaque)
            return bitmap.PeekPixels().Encode(options)!;
        using var onPaper = new SKBitmap(new SKImageInfo(bitmap.Width, bitmap.Height, bitmap.ColorType, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(onPaper))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest), null);
            canvas.Flush();
        }
        return onPaper.PeekPixels().Encode(options)!;
    }
}
