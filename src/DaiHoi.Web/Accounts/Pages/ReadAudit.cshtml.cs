using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>The log of what people did, newest first.</summary>
[For(Role.Administrator, Role.Auditor, OwnOnly = true)]
internal sealed class ReadAudit(DeskContext desk, AuditReading reading, Sql sql, OrganisationTree tree) : DeskPage(desk)
{
    public const string Path = "/nhat-ky";
    private const int OnePage = 50;

    public AuditQuestion Asked { get; private set; } = null!;
    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? truoc, CancellationToken stop)
    {
        if (!await AuditQuestion.IsForAsync(Person, tree, stop))
            return NotFound();
        Title = T["audit"];
        Asked = AuditQuestion.Of(Request);
        if (Asked.HasWrongDays)
        {
            Problem = T["audit-wrong-day"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var page = await reading.PageAsync(await Asked.FilterAsync(sql, Clock, stop), truoc, OnePage, stop);
        Rows = page.Rows;
        if (page.Next is { } next)
            Next = Path + Asked.Query(("truoc", next.ToString(CultureInfo.InvariantCulture)));
        return Page();
    }
}
