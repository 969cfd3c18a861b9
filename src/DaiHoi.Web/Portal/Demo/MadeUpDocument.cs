using System.Text;
using DaiHoi.Web.Newsroom.Beginnings;

namespace DaiHoi.Web.Portal.Demo;

/// <summary>One document of the made-up library; documents of central bodies are named, not reproduced.</summary>
internal sealed record MadeUpDocument(
    string Number,
    string Type,
    DateOnly IssuedOn,
    DateOnly? InForceFrom,
    string IssuingBody,
    string? Signatory,
    string Summary,
    string[]? Text
)
{
    public static IReadOnlyList<MadeUpDocument> All { get; } = DemoFiles.List<MadeUpDocument[]>("documents.json");

    public NewDocument ToNew() =>
        new(Number, Type, IssuedOn, InForceFrom, IssuingBody, Signatory, Summary, Text is null ? [] : [File(Text)]);

    private NewFile File(string[] paragraphs)
    {
        var text = new StringBuilder()
            .AppendLine(IssuingBody.ToUpperInvariant())
            .AppendLine("*")
            .AppendLine(FormattableString.Invariant($"Số {Number}"))
            .AppendLine()
            .AppendLine(FormattableString.Invariant($"Bình Phước, ngày {IssuedOn:dd} tháng {Month} năm {IssuedOn:yyyy}"))
            .AppendLine()
            .AppendLine(Type.ToUpperInvariant())
            .AppendLine(Summary)
            .AppendLine();
        foreach (var paragraph in paragraphs)
            text.AppendLine(paragraph).AppendLine();
        if (Signatory is not null)
            text.AppendLine(Signatory);
        text.AppendLine("(Dữ liệu minh họa)");
        // The mark at the beginning tells old editors that this is UTF-8.
        return new(
            Number.Replace('/', '-') + ".txt",
            "text/plain; charset=utf-8",
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())]
        );
    }

    // Official papers write a zero before the months 1 and 2 only, so that nobody makes 11 or 12 of them.
    private string Month =>
        IssuedOn.Month < 3 ? FormattableString.Invariant($"{IssuedOn:MM}") : FormattableString.Invariant($"{IssuedOn.Month}");
}
