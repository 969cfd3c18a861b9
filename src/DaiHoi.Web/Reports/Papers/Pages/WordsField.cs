using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Fields;

namespace DaiHoi.Web.Reports.Papers.Pages;

/// <summary>Words that hold below too, and below the field what is printed where it is left empty.</summary>
/// <param name="Above">what an organisation above has set</param>
/// <param name="Usual">what is printed where nobody above has set anything; null for nothing</param>
/// <param name="Lines">how many are shown; 1 is a field of one line</param>
internal sealed record WordsField(FormField Field, InheritedWords Above, string? Usual, int Lines, Texts T)
{
    public string HintId => Field.Id + "-hint";
    public string DescribedBy => Field.DescribedBy is { } problem ? $"{problem} {HintId}" : HintId;
}
