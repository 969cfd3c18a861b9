using System.Globalization;
using System.Text;
using QRCoder;

namespace DaiHoi.Web.Accounts;

/// <summary>A QR code as the path of an SVG drawing, dark squares on a ground that the page gives.</summary>
/// <param name="Size">of the drawing in squares, with the empty border that readers of such codes ask for</param>
internal sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var start = x;
                while (x < rows[y].Count && rows[y][x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }
        return new(rows.Count, path.ToString());
    }
}
