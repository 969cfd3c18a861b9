using DaiHoi.Rules;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>A flaw in one line: where it is, and what.</summary>
internal static class FlawWords
{
    public static string Of(ArchiveFlaw flaw, Texts t)
    {
        var said = t.English ? Language.English : Language.Vietnamese;
        object[] values = [.. flaw.Values.Select(value => value is Words words ? words.In(said) : value)];
        return $"{flaw.Place}: {t[flaw.Text, values]}";
    }
}
