using System.Globalization;

namespace DaiHoi.Web.Portal.Store;

/// <summary>A place in a rendered page for a number that lives: filled anew for every reader.</summary>
/// <param name="Kind">which number</param>
/// <param name="English">1,757 instead of 1.757</param>
/// <param name="Article">whose views, for <see cref="HoleKind.Views"/></param>
internal readonly record struct Hole(HoleKind Kind, bool English, long Article = 0)
{
    // Private-use characters: the cleaning of texts takes them out of everything that people write.
    public const char Begin = '\uE000';
    public const char End = '\uE001';

    /// <summary>How the hole stands in the text that Razor writes.</summary>
    public string Mark =>
        string.Create(CultureInfo.InvariantCulture, $"{Begin}{(char)('a' + (int)Kind)}{(English ? 'e' : 'v')}{Article}{End}");

    /// <summary>The two marks in UTF-8.</summary>
    public static ReadOnlySpan<byte> BeginBytes => "\uE000"u8;
    public static ReadOnlySpan<byte> EndBytes => "\uE001"u8;

    /// <summary>Reads what stands between the two marks; false for what <see cref="Mark"/> never wrote.</summary>
    public static bool TryRead(ReadOnlySpan<byte> mark, out Hole hole)
    {
        hole = default;
        if (mark.Length < 3 || !Enum.IsDefined((HoleKind)(mark[0] - 'a')) || mark[1] is not ((byte)'e' or (byte)'v'))
            return false;
        if (!long.TryParse(mark[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var article))
            return false;
        hole = new((HoleKind)(mark[0] - 'a'), mark[1] == 'e', article);
        return true;
    }
}

internal enum HoleKind
{
    Views,
    Odometer,
    Online,
    Today,
    Week,
    Month,
    Year,

    /// <summary>The odometer's number as it stands in a sentence: 25.819.</summary>
    Total,
}
