namespace DaiHoi.Web.Newsroom.Media;

/// <summary>
/// Whether a picture is something else too: a page with script, a PDF, or an archive that is read from its end. Nothing of it
/// would be served, because pictures are written anew; but nobody brings such a file by accident. What cameras append (a
/// second picture, a film of two seconds) is none of these.
/// </summary>
internal static class TwoFaces
{
    /// <summary>The end of an archive, with the longest comment that it may have.</summary>
    private const int LongestEnd = 22 + ushort.MaxValue;

    private static readonly string[] Markup = ["<script", "<html", "<!doctype html", "<iframe", "<?php"];

    public static bool Has(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("%PDF-"u8) >= 0)
            return true;
        var end = bytes[Math.Max(0, bytes.Length - LongestEnd)..];
        if (end.IndexOf("PK\u0005\u0006"u8) >= 0 && bytes.IndexOf("PK\u0003\u0004"u8) >= 0)
            return true;
        return HasMarkup(bytes);
    }

    private static bool HasMarkup(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf((byte)'<'); at >= 0; )
        {
            var here = bytes[at..];
            foreach (var markup in Markup)
            {
                if (here.Length >= markup.Length && System.Text.Ascii.EqualsIgnoreCase(here[..markup.Length], markup))
                    return true;
            }
            var next = here[1..].IndexOf((byte)'<');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }
}
