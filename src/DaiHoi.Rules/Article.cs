namespace DaiHoi.Rules;

/// <summary>How well what an article says is known.</summary>
public enum Standing
{
    /// <summary>read in a published text</summary>
    Read,

    /// <summary>follows from what was read</summary>
    Inferred,

    /// <summary>from general knowledge: somebody must still look it up</summary>
    Unverified,
}

/// <summary>The place in a document that a value of a rule set comes from.</summary>
/// <param name="RuleSet">id of the rule set that holds the value</param>
/// <param name="Document">null where the rule set knows no document: then it is unverified</param>
/// <param name="Number">the article; null where the place is a point of a guide, or is not known</param>
/// <param name="Clause">its clause</param>
/// <param name="Point">its point</param>
/// <param name="Standing">how well it is known</param>
/// <param name="Note">what to know about it</param>
public sealed record Article(
    string RuleSet,
    Document? Document,
    string? Number,
    string? Clause,
    string? Point,
    Standing Standing,
    Words? Note
)
{
    /// <summary>khoản 3 Điều 32 Quyết định số 244-QĐ/TW ngày 09/6/2014 của Ban Chấp hành Trung ương (đã đọc).</summary>
    public Words Citation =>
        Document is null
            ? new($"bộ quy tắc «{RuleSet}», chưa đối chiếu", $"rule set “{RuleSet}”, unverified")
            : new($"{PlaceVi}{Document.Title.Vietnamese}{StandingVi}", $"{PlaceEn}{Document.Title.English}{StandingEn}");

    private string PlaceVi =>
        (Point is null ? "" : $"điểm {Point} ")
        + (Clause is null ? "" : $"khoản {Clause} ")
        + (Number is null ? "" : $"Điều {Number} ");

    private string PlaceEn
    {
        get
        {
            var place = Number is null ? "" : $"Article {Number}";
            if (Clause is not null)
                place += $"({Clause})";
            if (Point is not null)
                place += place.Length == 0 ? $"point {Point}" : $", point {Point}";
            return place.Length == 0 ? "" : $"{place}, ";
        }
    }

    private string StandingVi =>
        Standing switch
        {
            Standing.Read => "",
            Standing.Inferred => " (suy ra)",
            Standing.Unverified => " (chưa đối chiếu)",
            _ => throw new InvalidOperationException(Standing.ToString()),
        };

    private string StandingEn =>
        Standing switch
        {
            Standing.Read => "",
            Standing.Inferred => " (inferred)",
            Standing.Unverified => " (unverified)",
            _ => throw new InvalidOperationException(Standing.ToString()),
        };
}

/// <summary>A value of a rule set with the article that it comes from.</summary>
public sealed record Cited<T>(T Value, Article Article);
