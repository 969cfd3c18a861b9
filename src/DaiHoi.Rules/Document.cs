namespace DaiHoi.Rules;

/// <summary>
/// A regulation, known by issuer, number and date: the same number exists of several years (35-CT/TW of 2019 and of 2024).
/// </summary>
/// <param name="Kind">Quy định · Regulation</param>
/// <param name="Number">244-QĐ/TW; null where the association's statute bears none</param>
/// <param name="Issuer">who issued it</param>
/// <param name="Date">the day on which it was issued, as far as it is known; null only with a note</param>
/// <param name="Until">the last day on which it was in force, where another has taken its place</param>
/// <param name="Note">what is not certain about it</param>
public sealed record Document(Words Kind, string? Number, Words Issuer, DocumentDate? Date, DateOnly? Until, Words? Note)
{
    /// <summary>Quyết định số 244-QĐ/TW ngày 09/6/2014 của Ban Chấp hành Trung ương.</summary>
    public Words Title =>
        new(
            $"{Kind.Vietnamese}{NumberVi}{DateVi} của {Issuer.Vietnamese}",
            $"{Kind.English}{NumberEn}{DateEn}, {Issuer.English}"
        );

    private string NumberVi => Number is null ? "" : $" số {Number}";
    private string NumberEn => Number is null ? "" : $" {Number}";
    private string DateVi => Date is null ? "" : $" {Date.Vietnamese}";
    private string DateEn => Date is null ? "" : $" of {Date.English}";
}

/// <summary>The date of a document: a day, or only a year where the day is not known.</summary>
/// <param name="First">the earliest day that it can be</param>
/// <param name="Last">the latest day that it can be</param>
public sealed record DocumentDate(DateOnly First, DateOnly Last)
{
    internal string Vietnamese => First == Last ? $"ngày {Say.Vi(First)}" : $"năm {First.Year}";

    /// <summary>2014-06-09, or 2014.</summary>
    public string Code =>
        First.ToString(First == Last ? "yyyy-MM-dd" : "yyyy", System.Globalization.CultureInfo.InvariantCulture);

    internal string English => First == Last ? Say.En(First) : $"{First.Year}";
}
