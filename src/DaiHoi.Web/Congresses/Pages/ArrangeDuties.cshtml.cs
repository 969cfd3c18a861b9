using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>Who does what at a congress.</summary>
[For(Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ArrangeDuties(DeskContext desk, CampaignPlaces places, DutyGiving giving) : DeskPage(desk)
{
    public const string Ending = "nhiem-vu";

    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public IReadOnlyList<GivenDuty> Duties { get; private set; } = [];

    /// <summary>The sign-in name as it was typed.</summary>
    public string? Account { get; private set; }
    public Duty? Chosen { get; private set; }
    public string? Problem { get; private set; }

    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    public string NameOf(Duty duty) => DutyWords.Of(duty, T);

    public static string PathOf(string campaign, string organisation) =>
        $"/dai-hoi/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}/{Ending}";

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string campaign,
        string organisation,
        string? account,
        Duty? duty,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        (Account, Chosen) = (account, duty);
        if (duty is not { } chosen || !Enum.IsDefined(chosen))
        {
            Problem = T["duty-choose"];
            return Refused();
        }
        var result = await giving.GiveAsync(Person, Actor, Place, account, chosen, stop);
        if (!result.IsFound)
            return NotFound();
        if (result.Problem is not { } problem)
            return Went("duty-given");
        Problem = result.Clash is { } clash ? T[problem, NameOf(clash), NameOf(chosen)] : T[problem];
        return Refused();
    }

    public async Task<IActionResult> OnPostEndAsync(string campaign, string organisation, long id, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        var result = await giving.EndAsync(Person, Actor, Place, id, stop);
        return result.IsFound ? Went("duty-ended") : NotFound();
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (
            await places.FindAsync(campaign, organisation, Clock.Today, stop) is not var (known, place)
            || !DutyGiving.MayGive(Person, place)
        )
            return false;
        (Campaign, Place, Title) = (known, place, T["duties-of", place.Name]);
        Duties = await giving.ListAsync(place.Congress!.Value, stop);
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult Went(string done)
    {
        Done = T[done];
        return LocalRedirect(PathOf(Campaign.Code, Place.Code));
    }
}
