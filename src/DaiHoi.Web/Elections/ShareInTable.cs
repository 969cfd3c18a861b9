using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Web.Elections;

/// <summary>A share as a table has it, with the sign apart: "99,77 %".</summary>
internal static class ShareInTable
{
    public static Words Of(RuleSet rules, Share share)
    {
        var printed = PrintedShare.Printed(rules, share);
        return new(printed.Vietnamese.Replace("%", "\u00A0%", StringComparison.Ordinal), printed.English);
    }
}
