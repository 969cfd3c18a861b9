using System.Globalization;
using DaiHoi.Rules.Json;

namespace DaiHoi.Rules.RuleSets.Parts;

/// <summary>The documents that the articles of a rule set cite.</summary>
internal static class ReadDocuments
{
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    public static IReadOnlyDictionary<string, Document> Of(Members members) =>
        members.All.ToDictionary(entry => entry.Key, entry => entry.Field.Object(Read), StringComparer.Ordinal);

    private static Document Read(Members members)
    {
        var document = new Document(
            members.Words("kind"),
            members.TextOr("number"),
            members.Words("issuer"),
            DateOf(members),
            members.DayOr("until"),
            members.WordsOr("note")
        );
        if (document.Date is null && document.Note is null)
            members.Refuse(
                "note",
                new("thiếu: văn bản không ghi ngày cần nói rõ vì sao", "is missing: a document without a date needs one")
            );
        if (document.Date?.First > document.Until)
            members.Refuse("until", new("đứng trước ngày ban hành", "is before the date of the document"));
        return document;
    }

    /// <summary>"2014-06-09", or "2014" where the day is not known.</summary>
    private static DocumentDate? DateOf(Members members)
    {
        if (members.Optional("date") is not { } field)
            return null;
        if (
            field.Element.ValueKind == System.Text.Json.JsonValueKind.String
            && Field.TextOrNull(field.Element) is { Length: 4 } text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear
        )
            return new(new(year, 1, 1), new(year, 12, 31));
        return field.Day() is { } day ? new(day, day) : null;
    }
}
