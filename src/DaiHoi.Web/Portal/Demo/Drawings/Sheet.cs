using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings;

/// <summary>A sheet of 1440 × 900 to draw a scene on, with chance from a seed: the same seed gives the same picture.</summary>
internal sealed class Sheet : IDisposable
{
    public const int Width = 1440;
    public const int Height = 900;

    private readonly SKBitmap bitmap = new(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
    private readonly SKPaint paint = new() { IsAntialias = true, IsDither = true };
    private readonly Random chance;

    public Sheet(int seed)
    {
        Canvas = new SKCanvas(bitmap);
        chance = new Random(seed);
    }

    public SKCanvas Canvas { get; }

    /// <summary>The finished picture; it lives as long as the sheet.</summary>
    public SKBitmap Bitmap => bitmap;

    public float Between(double low, double high) => (float)(low + (chance.NextDouble() * (high - low)));

    public int Pick(int count) => chance.Next(count);

    public T One<T>(params ReadOnlySpan<T> of) => of[chance.Next(of.Length)];

    public bool Perhaps(double probability) => chance.NextDouble() < probability;

    public void Rect(double x, double y, double width, double height, SKColor color)
    {
        paint.Color = color;
        Canvas.DrawRect((float)x, (float)y, (float)width, (float)height, paint);
    }

    public void Round(double x, double y, double width, double height, double radius, SKColor color)
    {
        paint.Color = color;
        Canvas.DrawRoundRect((float)x, (float)y, (float)width, (float)height, (float)radius, (float)radius, paint);
    }

    public void Oval(double x, double y, double radiusX, double radiusY, SKColor color)
    {
        paint.Color = color;
        Canvas.DrawOval((float)x, (float)y, (float)radiusX, (float)radiusY, paint);
    }

    public void Line(double x1, double y1, double x2, double y2, double width, SKColor color)
    {
        paint.Color = color;
        paint.IsStroke = true;
        paint.StrokeWidth = (float)width;
        paint.StrokeCap = SKStrokeCap.Round;
        Canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, paint);
        paint.IsStroke = false;
    }

    /// <summary>A filled shape with straight sides: x and y in turn.</summary>
    public void Shape(SKColor color, params ReadOnlySpan<double> corners)
    {
        using var path = new SKPathBuilder();
        path.MoveTo((float)corners[0], (float)corners[1]);
        for (var i = 2; i < corners.Length; i += 2)
            path.LineTo((float)corners[i], (float)corners[i + 1]);
        path.Close();
        Fill(path, color);
    }

    /// <summary>A filled shape with soft sides: a curve through the middles between its corners.</summary>
    public void Soft(SKColor color, params ReadOnlySpan<double> corners)
    {
        using var path = new SKPathBuilder();
        var count = corners.Length / 2;
        for (var i = 0; i <= count; i++)
        {
            var (x, y) = ((float)corners[i % count * 2], (float)corners[(i % count * 2) + 1]);
            var (nextX, nextY) = ((float)corners[(i + 1) % count * 2], (float)corners[((i + 1) % count * 2) + 1]);
            if (i == 0)
                path.MoveTo((x + nextX) / 2, (y + nextY) / 2);
            else
                path.QuadTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
        }
        path.Close();
        Fill(path, color);
    }

    /// <summary>A ridge from edge to edge, filled down to the lower edge.</summary>
    /// <param name="rough">how far the ridge leaves its height, in pixels</param>
    public void Ridge(double height, double rough, double length, SKColor color)
    {
        using var path = new SKPathBuilder();
        var (first, second) = (Between(0, 6.28), Between(0, 6.28));
        path.MoveTo(0, Sheet.Height);
        for (var x = 0; x <= Width; x += 12)
        {
            var y = height + (Math.Sin((x / length) + first) * rough) + (Math.Sin((x / length * 2.7) + second) * rough * 0.35);
            path.LineTo(x, (float)y);
        }
        path.LineTo(Width, Sheet.Height);
        path.Close();
        Fill(path, color);
    }

    /// <summary>A rectangle that passes from one colour at its top to another at its foot.</summary>
    public void Fade(double x, double y, double width, double height, SKColor top, SKColor foot)
    {
        paint.Color = SKColors.White;
        paint.Shader = SKShader.CreateLinearGradient(
            new SKPoint(0, (float)y),
            new SKPoint(0, (float)(y + height)),
            [top, foot],
            SKShaderTileMode.Clamp
        );
        Canvas.DrawRect((float)x, (float)y, (float)width, (float)height, paint);
        paint.Shader.Dispose();
        paint.Shader = null;
    }

    /// <summary>Soft light, or soft shade, that fades out from its middle.</summary>
    public void Glow(double x, double y, double radiusX, double radiusY, SKColor color, double strength)
    {
        paint.Color = SKColors.White;
        var full = color.WithAlpha((byte)(255 * strength));
        var half = color.WithAlpha((byte)(255 * strength * 0.42));
        paint.Shader = SKShader.CreateRadialGradient(
            new SKPoint(0, 0),
            1,
            [full, half, color.WithAlpha(0)],
            [0, 0.45f, 1],
            SKShaderTileMode.Clamp
        );
        Canvas.Save();
        Canvas.Translate((float)x, (float)y);
        Canvas.Scale((float)radiusX, (float)radiusY);
        Canvas.DrawCircle(0, 0, 1, paint);
        Canvas.Restore();
        paint.Shader.Dispose();
        paint.Shader = null;
    }

    /// <summary>Shade on the ground under what stands there.</summary>
    public void Shadow(double x, double y, double radiusX, double radiusY, double strength = 0.35) =>
        Glow(x, y, radiusX, radiusY, Ink.Night, strength);

    /// <summary>The last pass over every scene: edges fall back a little, and grain breaks up what would band.</summary>
    public void Finish()
    {
        paint.Shader = SKShader.CreateRadialGradient(
            new SKPoint(Width * 0.5f, Height * 0.45f),
            Width * 0.72f,
            [Ink.Night.WithAlpha(0), Ink.Night.WithAlpha(0), Ink.Night.WithAlpha(88)],
            [0, 0.5f, 1],
            SKShaderTileMode.Clamp
        );
        Canvas.DrawRect(0, 0, Width, Height, paint);
        paint.Shader.Dispose();
        paint.Shader = Grain.Shader;
        Canvas.DrawRect(0, 0, Width, Height, paint);
        paint.Shader = null;
        Canvas.Flush();
    }

    public void Dispose()
    {
        paint.Dispose();
        Canvas.Dispose();
        bitmap.Dispose();
    }

    private void Fill(SKPathBuilder builder, SKColor color)
    {
        using var path = builder.Detach();
        paint.Color = color;
        Canvas.DrawPath(path, paint);
    }
}
