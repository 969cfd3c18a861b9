using System.Globalization;
using System.Text;
using ZXing;
using ZXing.Common;

namespace DaiHoi.Documents.Tests;

/// <summary>QR codes on a drawn page, as a telephone reads them.</summary>
internal static class DrawnCodes
{
    /// <returns>what the codes on the first page say</returns>
    public static IReadOnlyList<string> In(string pdf, int resolution = 200)
    {
        var name = Path.Combine(Path.GetDirectoryName(pdf)!, Path.GetFileNameWithoutExtension(pdf) + "-drawn");
        Office.Run("pdftoppm", ["-gray", "-singlefile", "-r", $"{resolution}", pdf, name]);
        var (pixels, width, height) = Read(File.ReadAllBytes(name + ".pgm"));
        var source = new RGBLuminanceSource(pixels, width, height, RGBLuminanceSource.BitmapFormat.Gray8);
        var reader = new BarcodeReaderGeneric
        {
            Options = new DecodingOptions
            {
                PossibleFormats = [BarcodeFormat.QR_CODE],
                TryHarder = true,
                CharacterSet = "UTF-8",
            },
        };
        return [.. (reader.DecodeMultiple(source) ?? []).Select(found => found.Text)];
    }

    // "P5", width, height, the brightest, one byte for each pixel.
    private static (byte[] Pixels, int Width, int Height) Read(byte[] file)
    {
        var (numbers, at) = (new List<int>(), 2);
        while (numbers.Count < 3)
        {
            var word = new StringBuilder();
            while (char.IsWhiteSpace((char)file[at]))
                at++;
            for (; !char.IsWhiteSpace((char)file[at]); at++)
                word.Append((char)file[at]);
            numbers.Add(int.Parse(word.ToString(), CultureInfo.InvariantCulture));
        }
        return (file[(at + 1)..], numbers[0], numbers[1]);
    }
}
