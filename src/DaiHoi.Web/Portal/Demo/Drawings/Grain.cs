using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings;

/// <summary>The grain of the paper: one tile of soft noise, light and dark, laid over every drawing.</summary>
internal static class Grain
{
    private const int Side = 256;

    public static SKShader Shader { get; } = Tile();

    private static SKShader Tile()
    {
        var chance = new Random(1930);
        using var tile = new SKBitmap(Side, Side, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x++)
        {
            // The sum of three is nearly normal: few strong grains, many weak ones.
            var noise = chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5;
            var tone = noise > 0 ? SKColors.White : SKColors.Black;
            tile.SetPixel(x, y, tone.WithAlpha((byte)(Math.Abs(noise) * 16)));
        }
        using var image = SKImage.FromBitmap(tile);
        return image.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat);
    }
}
