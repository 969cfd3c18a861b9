using System.Text;

namespace DaiHoi.Web.Platform.Text;

/// <summary>A name as it is written, and the parts by which lists are ordered.</summary>
/// <param name="Full">"Trần Thị Bình"</param>
/// <param name="Family">"Trần"; empty for a name of one word</param>
/// <param name="Given">"Bình": lists and ballots follow it</param>
public sealed record PersonName(string Full, string Family, string Given)
{
    // Below the gap between syllables, so that a part that ends comes before one that goes on.
    private const char BetweenParts = '\t';

    /// <summary>Splits a name where Vietnamese names are split: family name first, given name last.</summary>
    /// <param name="full">clean, of one line, not empty</param>
    public static PersonName Of(string full)
    {
        var words = full.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(string.Join(' ', words), words.Length > 1 ? words[0] : "", words[^1]);
    }

    /// <summary>What stands between family and given name.</summary>
    public string Middle
    {
        get
        {
            var rest = Full.AsSpan();
            if (Family.Length > 0 && rest.StartsWith(Family))
                rest = rest[Family.Length..];
            if (rest.EndsWith(Given))
                rest = rest[..^Given.Length];
            return rest.Trim().ToString();
        }
    }

    /// <summary>Orders lists and ballots as offices do: given name, family name, what stands between (QĐ 190-QĐ/TW Điều 15).</summary>
    public string Order => string.Join(BetweenParts, SortKey.Of(Given), SortKey.Of(Family), SortKey.Of(Middle));

    /// <summary>Whether two names are written with the same syllables and tones; case, spaces and the place of the tone (Hoà, Hòa) do not count.</summary>
    public static bool IsSame(string one, string other) => SortKey.Of(one) == SortKey.Of(other);

    /// <summary>A name that was typed in capitals, or without any, as it is written: "NGUYỄN THỊ H'BƠ" is "Nguyễn Thị H'Bơ".</summary>
    public static string Written(string typed)
    {
        if (typed.Any(char.IsLower) && typed.Any(char.IsUpper))
            return typed;
        var written = new StringBuilder(typed.Length);
        foreach (var letter in typed)
        {
            var begins = written.Length == 0 || !(char.IsLetter(written[^1]) || written[^1] is '.');
            written.Append(begins ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
        }
        return written.ToString();
    }
}
