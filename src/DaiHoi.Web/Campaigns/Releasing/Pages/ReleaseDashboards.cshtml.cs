using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Releasing.Pages;

/// <summary>Which dashboards the public reads; a publisher releases them and takes them back.</summary>
[For(Role.Publisher)]
internal sealed class ReleaseDashboards(DeskContext desk, ReleasedDashboards released, Sql sql) : DeskPage(desk)
{
    public const string OwnPath = "/so-lieu/cong-bo";

    public IReadOnlyList<CampaignFrame> Campaigns { get; private set; } = [];
    public IReadOnlyList<ReleasedPlace> Released { get; private set; } = [];
    public string? Campaign { get; private set; }
    public string? Organisation { get; private set; }
    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public Task<IActionResult> OnPostAsync(string? campaign, string? organisation, CancellationToken stop) =>
        AnswerAsync(released.ReleaseAsync, campaign, organisation, "released-done", stop);

    public Task<IActionResult> OnPostTakeBackAsync(string? campaign, string? organisation, CancellationToken stop) =>
        AnswerAsync(released.TakeBackAsync, campaign, organisation, "released-taken-back", stop);

    private async Task<IActionResult> AnswerAsync(
        Func<Person, Platform.Audit.Actor, string, string, CancellationToken, Task<bool>> change,
        string? campaign,
        string? organisation,
        string done,
        CancellationToken stop
    )
    {
        (Campaign, Organisation) = (campaign, organisation?.Trim());
        if (await change(Person, Actor, Campaign ?? "", Organisation ?? "", stop))
        {
            Done = T[done];
            return LocalRedirect(OwnPath);
        }
        await ShowAsync(stop);
        Problem = T["released-no-place", Organisation ?? ""];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Title = T["released-title"];
        await using (var connection = await sql.OpenAsync(stop))
            Campaigns = await CampaignFrame.ReadAllAsync(connection, null, stop);
        Released = await released.ListAsync(stop);
    }
}
