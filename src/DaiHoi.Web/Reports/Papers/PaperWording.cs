using System.Text.Json;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Reports.Papers;

/// <summary>The words with which the papers of one organisation are printed; null is the usual.</summary>
/// <param name="Recipients">one for each line</param>
/// <param name="Opening">paragraphs before the first section</param>
/// <param name="Closing">paragraphs behind the last one</param>
internal sealed record PaperWording(
    string? Place,
    string? Sign,
    string? Post,
    string? Signer,
    string? OnBehalf,
    string? Recipients,
    string? Opening,
    string? Closing
)
{
    /// <summary>What stands for the organisation directly above; a recipient with it is left out where there is none.</summary>
    public const string Superior = "{cấp trên}";

    /// <summary>What stands for the organisation itself.</summary>
    public const string Own = "{đơn vị}";

    /// <summary>What stands for the period of a report: "2 tháng đầu năm 2020".</summary>
    public const string Period = "{kỳ}";

    /// <summary>Stands for no paragraph at all where an organisation above has set one.</summary>
    public const string Nothing = "–";

    private static readonly string[] Known = [Superior, Own, Period];

    /// <summary>Nothing in the place of the usual words.</summary>
    public static PaperWording Usual { get; } = new(null, null, null, null, null, null, null, null);

    /// <summary>The usual recipients, as somebody would type them.</summary>
    public static string UsualRecipients(Texts t) =>
        string.Join('\n', t["paper-to-superior", Superior], t["paper-to-below"], t["paper-to-archive"]);

    /// <summary>The words as they are printed today, the usual ones put in: a paper that was sent keeps these.</summary>
    public PaperWording Kept(string organisation, Texts t) =>
        this with
        {
            Place = Place ?? PlaceNames.Of(organisation),
            OnBehalf = OnBehalf ?? t["paper-standing-committee"],
            Recipients = Recipients ?? UsualRecipients(t),
        };

    /// <summary>The body in whose name a paper is signed, without the "thay mặt" that the layout writes.</summary>
    public static string? BodyOf(string? typed)
    {
        foreach (var before in (string[])["T/M", "TM.", "TM", "Thay mặt"])
        {
            if (typed?.StartsWith(before + ' ', StringComparison.OrdinalIgnoreCase) == true)
                return typed[before.Length..].Trim();
        }
        return typed;
    }

    /// <summary>The first thing in braces that stands for nothing; null where there is none.</summary>
    public static string? Unknown(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (Known.Any(known => string.CompareOrdinal(text, at, known, 0, known.Length) == 0))
                continue;
            var end = text.IndexOf('}', at);
            return Shortened.Of(end < 0 ? text[at..] : text[at..(end + 1)], 40);
        }
        return null;
    }

    /// <summary>The recipients of a paper, one for each line.</summary>
    /// <param name="superior">null at the top</param>
    public IReadOnlyList<string> RecipientsOf(string? superior, string own, string period, Texts t) =>
        [
            .. Lines(Recipients ?? UsualRecipients(t))
                .Where(line => superior is not null || !line.Contains(Superior, StringComparison.Ordinal))
                .Select(line => Filled(line, superior, own, period)),
        ];

    /// <summary>A text with what its braces stand for.</summary>
    public static string Filled(string text, string? superior, string own, string period) =>
        text.Replace(Superior, superior ?? "", StringComparison.Ordinal)
            .Replace(Own, own, StringComparison.Ordinal)
            .Replace(Period, period, StringComparison.Ordinal);

    public string Json() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static PaperWording Of(string json) => JsonSerializer.Deserialize<PaperWording>(json, JsonSerializerOptions.Web)!;

    private static string[] Lines(string text) =>
        [
            .. text.Split('\n')
                // The paper sets a dash before each itself.
                .Select(line => line.Trim().TrimStart('-', '–', '+', '•').Trim())
                .Where(line => line.Length > 0),
        ];
}
