using DaiHoi.Documents;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Pages;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Reports.Papers.Pages;

/// <summary>The words with which the papers of an organisation are printed, in the place of the usual ones.</summary>
[For(Role.Administrator, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ArrangePaperWords(DeskContext desk, CampaignPlaces places, PaperWordsDesk words) : ReportPage(desk)
{
    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public PaperWordsShown Shown { get; private set; } = null!;
    public PaperWordsForm Form { get; private set; } = null!;

    /// <summary>What somebody else has saved meanwhile; null where nobody has.</summary>
    public PaperWording? Now { get; private set; }

    /// <summary>How its next report is numbered, to be seen before anybody relies on it.</summary>
    public string NumberShown =>
        PaperNumbers.Text(ReportPaper.LayoutOf(Campaign, Clock.Today), 1, ReportDeciding.Symbol, Shown.Own.Sign);

    /// <summary>Where its papers are dated when nothing is set.</summary>
    public string UsualPlace => PlaceNames.Of(Place.Name);

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = PaperWordsForm.Of(Shown);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string campaign,
        string organisation,
        PaperWordsForm form,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        var result = await words.SetAsync(Person, Actor, Campaign, Place, form.Wanted(), form.Seen, stop);
        if (result.Outcome is ReportOutcome.Done or ReportOutcome.Already)
            return Went("paper-words-saved", PathOfWords(Campaign.Code, Place.Code));
        if (result.Outcome == ReportOutcome.NotFound)
            return NotFound();
        Form = form;
        if (result.Outcome == ReportOutcome.Changed)
        {
            // He sees what is there below what he has typed; saving once more is his choice.
            Form.Seen = Shown.Seen;
            Now = Shown.Own;
            Problems[""] = T["paper-words-changed"];
        }
        Tell(result);
        return Refused(StatusOf(result));
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (
            await places.FindAsync(campaign, organisation, Clock.Today, stop) is not var (known, place)
            || !ReportRights.MayArrange(Person, place)
        )
            return false;
        (Campaign, Place, Title) = (known, place, T["paper-words-of", place.Name]);
        Shown = await words.ShownAsync(known.Id, place, stop);
        return true;
    }
}

/// <summary>The words as they were typed.</summary>
internal sealed class PaperWordsForm
{
    public string? Place { get; set; }
    public string? Sign { get; set; }
    public string? Post { get; set; }
    public string? Signer { get; set; }
    public string? OnBehalf { get; set; }
    public string? Recipients { get; set; }
    public string? Opening { get; set; }
    public string? Closing { get; set; }
    public string? Seen { get; set; }

    public static PaperWordsForm Of(PaperWordsShown shown) =>
        new()
        {
            Place = shown.Own.Place,
            Sign = shown.Own.Sign,
            Post = shown.Own.Post,
            Signer = shown.Own.Signer,
            OnBehalf = shown.Own.OnBehalf,
            Recipients = shown.Own.Recipients,
            Opening = shown.Own.Opening,
            Closing = shown.Own.Closing,
            Seen = shown.Seen,
        };

    public PaperWording Wanted() =>
        new(
            TypedLine.Of(Place),
            TypedLine.Of(Sign),
            TypedLine.Of(Post),
            TypedLine.Of(Signer),
            PaperWording.BodyOf(TypedLine.Of(OnBehalf)),
            TypedLine.Of(Recipients),
            TypedLine.Of(Opening),
            TypedLine.Of(Closing)
        );
}
