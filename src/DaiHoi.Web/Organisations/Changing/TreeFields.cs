using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>What may stand in the fields of an organisation, whoever writes them: a form, a file, the command line.</summary>
internal static class TreeFields
{
    /// <summary>Why a code cannot be one; null where it can.</summary>
    public static string? CodeProblem(string code) =>
        code.Length == 0 ? "tree-code-missing"
        : code.Length > Organisation.LongestCode ? "tree-code-long"
        : !code.All(IsOfCode) ? "tree-code-signs"
        : !char.IsLetterOrDigit(code[0]) ? "tree-code-begins"
        : code.Equals(OrganisationTree.RootCode, StringComparison.OrdinalIgnoreCase) ? "tree-code-owner"
        : null;

    /// <summary>Why a name cannot be one; null where it can.</summary>
    public static string? NameProblem(string name) =>
        name.Length == 0 ? "tree-name-missing"
        : name.Length > Organisation.LongestName ? "tree-name-long"
        : TextProblem(name, Organisation.LongestName);

    /// <summary>Why a text that may be empty cannot stand; null where it can.</summary>
    public static string? TextProblem(string? text, int longest) =>
        text is null ? null
        : text.Length > longest ? "tree-text-long"
        // A spreadsheet would reckon with it.
        : text is ['=' or '+' or '-' or '@', ..] ? "tree-text-formula"
        : text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0 ? "tree-text-lines"
        : null;

    /// <summary>As it is kept: clean, without spaces around; null for nothing.</summary>
    public static string? Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Fold.Clean(text).Trim() is { Length: > 0 } tidy ? tidy
        : null;

    // Letters and digits, and the signs with which offices part them.
    private static bool IsOfCode(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '/';
}
