using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>The names and the contact block, as typed.</summary>
internal sealed class MastheadForm
{
    public string? PortalVi { get; set; }
    public string? PortalEn { get; set; }
    public string? OfficeVi { get; set; }
    public string? OfficeEn { get; set; }
    public string? Address { get; set; }
    public string? Telephone { get; set; }
    public string? Email { get; set; }
    public string? ResponsibleVi { get; set; }
    public string? ResponsibleEn { get; set; }

    public static MastheadForm Of(Masthead masthead) =>
        new()
        {
            PortalVi = masthead.PortalVi,
            PortalEn = masthead.PortalEn,
            OfficeVi = masthead.OfficeVi,
            OfficeEn = masthead.OfficeEn,
            Address = masthead.Address,
            Telephone = masthead.Telephone,
            Email = masthead.Email,
            ResponsibleVi = masthead.ResponsibleVi,
            ResponsibleEn = masthead.ResponsibleEn,
        };

    public Dictionary<string, string> Problems(Texts t)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Line(PortalVi).Length == 0)
            problems["portalVi"] = t["frame-name-missing"];
        foreach (
            var (field, value) in new[]
            {
                ("portalVi", PortalVi),
                ("portalEn", PortalEn),
                ("officeVi", OfficeVi),
                ("officeEn", OfficeEn),
                ("address", Address),
                ("telephone", Telephone),
                ("responsibleVi", ResponsibleVi),
                ("responsibleEn", ResponsibleEn),
            }
        )
        {
            if (Line(value).Length > Longest)
                problems[field] = t["field-long", Line(value).Length, Longest];
        }
        if (Line(Email) is { Length: > 0 } email && (email.Length > Longest || !email.Contains('@', StringComparison.Ordinal)))
            problems["email"] = t["frame-email-bad", email];
        return problems;
    }

    /// <summary>Each that is written, with its name, for comparing.</summary>
    public List<string> Lines(Texts t) =>
        [
            .. new (string Key, string? Value)[]
            {
                ("frame-portal-vi", PortalVi),
                ("frame-portal-en", PortalEn),
                ("frame-office-vi", OfficeVi),
                ("frame-office-en", OfficeEn),
                ("frame-address", Address),
                ("frame-telephone", Telephone),
                ("frame-email", Email),
                ("frame-responsible-vi", ResponsibleVi),
                ("frame-responsible-en", ResponsibleEn),
            }
                .Where(line => !string.IsNullOrEmpty(line.Value))
                .Select(line => $"{t[line.Key]}: {line.Value}"),
        ];

    // What is missing in English is shown in Vietnamese.
    public void WriteInto(Masthead masthead)
    {
        (masthead.PortalVi, masthead.PortalEn) = (Line(PortalVi), Or(PortalEn, PortalVi));
        (masthead.OfficeVi, masthead.OfficeEn) = (Line(OfficeVi), Or(OfficeEn, OfficeVi));
        (masthead.Address, masthead.Telephone, masthead.Email) = (Line(Address), Line(Telephone), Line(Email));
        (masthead.ResponsibleVi, masthead.ResponsibleEn) = (Line(ResponsibleVi), Or(ResponsibleEn, ResponsibleVi));
    }

    private const int Longest = 300;

    private static string Line(string? typed) => ArticleForm.LineOf(typed);

    private static string Or(string? typed, string? other) => Line(typed) is { Length: > 0 } line ? line : Line(other);
}

/// <summary>One row of a list that the frame holds, as typed; a row without words in either language is left out.</summary>
internal sealed class FrameRow
{
    public long Id { get; set; }

    /// <summary>Rows are put in the order of these numbers.</summary>
    public int Place { get; set; }
    public string? Vi { get; set; }
    public string? En { get; set; }
    public string? Target { get; set; }
    public string? GroupVi { get; set; }
    public string? GroupEn { get; set; }
    public bool InBlock { get; set; }

    public string LineVi => ArticleForm.LineOf(Vi);
    public string LineEn => ArticleForm.LineOf(En) is { Length: > 0 } line ? line : LineVi;
    public string LineTarget => ArticleForm.LineOf(Target);
    public string LineGroupVi => ArticleForm.LineOf(GroupVi);
    public string LineGroupEn => ArticleForm.LineOf(GroupEn) is { Length: > 0 } line ? line : LineGroupVi;

    public bool HasTarget => TypedAddress.IsTarget(LineTarget);

    public bool HasAddress => TypedAddress.IsWhole(LineTarget);

    public bool IsFilled => LineVi.Length > 0 || ArticleForm.LineOf(En).Length > 0;

    /// <summary>Readers of Vietnamese would find nothing there.</summary>
    public bool HasOnlyEnglish => IsFilled && LineVi.Length == 0;

    /// <summary>Those that hold something, in the order of their numbers.</summary>
    public static List<FrameRow> Filled(IEnumerable<FrameRow> rows) =>
        [.. rows.Where(row => row.IsFilled).OrderBy(row => row.Place)];
}

/// <summary>An address as typed, for readers to follow.</summary>
internal static class TypedAddress
{
    private const int Longest = 500;

    /// <summary>A path of the portal or a whole address elsewhere.</summary>
    public static bool IsTarget(string typed) => IsPath(typed) || IsWhole(typed);

    public static bool IsWhole(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && typed.Length <= Longest;

    private static bool IsPath(string typed) =>
        typed.StartsWith('/') && !typed.StartsWith("//", StringComparison.Ordinal) && typed.Length <= Longest;
}
