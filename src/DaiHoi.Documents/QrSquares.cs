using QRCoder;

namespace DaiHoi.Documents;

/// <summary>A text as the squares of a QR code, with the quiet zone that readers need around it.</summary>
/// <remarks>ISO/IEC 18004; error correction M: a seventh may be dirty or worn, which a card of three days will be.</remarks>
public sealed class QrSquares
{
    /// <summary>Letters beyond which a card could not be read any more from a hand's distance.</summary>
    public const int Longest = 300;

    private readonly bool[,] dark;

    private QrSquares(bool[,] dark) => this.dark = dark;

    /// <summary>How many squares it is wide and high.</summary>
    public int Side => dark.GetLength(0);

    /// <exception cref="ArgumentException">there is nothing to show, or more than <see cref="Longest"/> letters</exception>
    public static QrSquares Of(string content)
    {
        if (content.Length is 0 or > Longest)
            throw new ArgumentException($"a code holds 1 to {Longest} letters", nameof(content));
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var side = data.ModuleMatrix.Count;
        var dark = new bool[side, side];
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
                dark[column, row] = data.ModuleMatrix[row][column];
        }
        return new(dark);
    }

    public bool IsDark(int column, int row) => dark[column, row];
}
