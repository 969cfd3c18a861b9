using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Takes a page saved from an old portal apart, or says why it is none. Pure: bytes in, a page out.</summary>
internal static class PageRecogniser
{
    /// <summary>5 MB; the text of the longest articles is a fiftieth of it.</summary>
    public const int SizeLimit = 5 * 1024 * 1024;

    private static readonly Regex Tag = Markup.Pattern(@"<(!doctype|html|head|body|div|p|table|br|meta|title|article|span|h1)\b");
    private static readonly Regex Reference = Markup.Pattern("&(#[0-9]{3}|#x[0-9a-f]{2}|[a-z]{2,6}[0-9]{0,2});");

    /// <summary>
    /// Answers for any bytes, in time that grows with their number; never throws for what is in them.
    /// </summary>
    /// <param name="fileName">path of the file as it is known to the old site; relative links start from it</param>
    /// <param name="encoding">what a person knows about the bytes</param>
    public static Recognition Recognise(ReadOnlyMemory<byte> bytes, string fileName, EncodingChoice encoding)
    {
        if (bytes.Length > SizeLimit)
            return Recognition.Refused(PageRefusal.OverSizeLimit);
        if (FileSignature.NotText(bytes.Span) is { } kind)
            return Recognition.Refused(PageRefusal.NotAPage, kind);
        var reading = LegacyEncoding.Read(bytes.Span, encoding, Unreferenced);
        if (!reading.Decided)
            return Recognition.Refused(PageRefusal.UnreadableEncoding, Told(reading));
        var text = Markup.WithoutOverlay(reading.Text);
        if (!Tag.IsMatch(text.AsSpan(0, Math.Min(text.Length, 4096))))
            return PlainTextPage.Read(text)?.Finish(reading) ?? Recognition.Refused(PageRefusal.TooManyParts);
        return Nesting.IsTooDeep(text) || Extent.IsTooGreat(text)
            ? Recognition.Refused(PageRefusal.TooManyParts)
            : HtmlPage.Read(text, fileName)?.Finish(reading) ?? Recognition.Refused(PageRefusal.TooManyParts);
    }

    // The best guess, for a person who then names the encoding.
    private static string Told(TextReading reading) =>
        string.Create(Formats.Vietnamese, $"{reading.Encoding} {reading.Share:P0}: «{reading.Sample}»");

    /// <summary>
    /// Old editors wrote signs of TCVN3 and VNI as references (<c>&amp;micro;</c>, <c>&amp;#184;</c>): they are letters
    /// where they touch letters. A copyright sign that stands alone stays what it is.
    /// </summary>
    private static string Unreferenced(string text) =>
        Reference.Replace(
            text,
            match =>
            {
                var sign = WebUtility.HtmlDecode(match.Value);
                if (sign.Length != 1 || sign[0] is < '\u00A1' or > '\u00FF')
                    return match.Value;
                var before = match.Index > 0 ? text[match.Index - 1] : ' ';
                var end = match.Index + match.Length;
                var behind = end < text.Length ? text[end] : ' ';
                return char.IsLetter(before) || char.IsLetter(behind) || before == ';' ? sign : match.Value;
            }
        );
}
