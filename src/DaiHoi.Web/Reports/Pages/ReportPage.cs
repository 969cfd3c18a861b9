using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>What the pages about reports have in common: where they lie, and how they say what was refused.</summary>
internal abstract class ReportPage(DeskContext desk) : DeskPage(desk)
{
    public const string OwnPath = "/bao-cao";

    /// <summary>What refuses it, by field; "" is the whole.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public string Number(long number) => Formats.Number(number, English);

    /// <summary>"29/11/2026 08:15", by the clock of the site.</summary>
    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    public static string PathOf(long report) => FormattableString.Invariant($"{OwnPath}/{report}");

    public static string PathOfPart(long report, long part) => FormattableString.Invariant($"{OwnPath}/{report}/muc/{part}");

    public static string PathOfPeriod(long period, string organisation) =>
        FormattableString.Invariant($"{OwnPath}/ky/{period}/{Uri.EscapeDataString(organisation)}");

    public static string PathOfTemplates(string campaign, string organisation) =>
        $"{OwnPath}/mau/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}";

    public static string PathOfTemplate(long template, string organisation) =>
        FormattableString.Invariant($"{OwnPath}/noi-dung-mau/{template}/{Uri.EscapeDataString(organisation)}");

    /// <summary>The words of an organisation's papers.</summary>
    public static string PathOfWords(string campaign, string organisation) =>
        $"{OwnPath}/loi-van/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}";

    public static string WordOf(ReportState? state) =>
        state switch
        {
            null => "report-not-begun",
            ReportState.Draft => "report-draft",
            ReportState.Submitted => "report-submitted",
            ReportState.Returned => "report-returned",
            ReportState.Accepted => "report-accepted",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    private protected void Tell(ReportResult result)
    {
        foreach (var problem in result.Problems)
            Problems.TryAdd(problem.Field, T[problem.Text, [.. problem.Values]]);
        if (result.Outcome == ReportOutcome.Changed)
            Problems.TryAdd("", ChangedText);
    }

    /// <summary>What is told where somebody else has changed what the page shows.</summary>
    private protected virtual string ChangedText => T["report-changed"];

    private protected PageResult Refused(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }

    private protected static int StatusOf(ReportResult result) =>
        result.Outcome == ReportOutcome.Changed ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    private protected IActionResult Went(string done, string path)
    {
        Done = T[done];
        return LocalRedirect(path);
    }
}
