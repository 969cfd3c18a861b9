using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Elections.Ratifying;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>
/// What came out of a congress: whom it elected, by name, and its figures. Its officer reports them to the campaign; the level
/// directly above ratifies them one by one, or returns the report.
/// </summary>
[ForSignedIn]
internal sealed class ReportOutcome(
    DeskContext desk,
    ElectionBook book,
    CampaignPlaces places,
    ElectedOfCongress elected,
    OutcomeRecording outcomes,
    RatifyingElected ratifying,
    ResultsSince since,
    SeeingResults seeing,
    IdentifyingElected identifying,
    CongressPages pages
) : AnsweringPage(desk)
{
    public const string Ending = "ket-qua";

    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public ElectedList Elected { get; private set; } = null!;
    public OutcomeStanding Standing { get; private set; } = null!;

    /// <summary>What is shown: once it was reported as it was reported.</summary>
    public CongressOutcome Outcome => Standing.Reported?.Outcome ?? Elected.Outcome;

    /// <summary>What is known otherwise now than it was reported.</summary>
    public IReadOnlyList<ChangedFigure> Changed =>
        Standing.Reported is { } reported ? [.. ChangedFigure.Between(reported.Outcome, Elected.Outcome)] : [];

    /// <summary>Results that were signed after the ratification.</summary>
    public IReadOnlyList<ResultSince> Since { get; private set; } = [];

    /// <summary>Whose record is looked for; null where nobody's is.</summary>
    public ElectedPerson? Nameless { get; private set; }

    /// <summary>Records of his name.</summary>
    public IReadOnlyList<KnownPerson> Fitting { get; private set; } = [];

    /// <summary>The other pages of the congress; none for who only ratifies.</summary>
    public CongressBar Bar { get; private set; } = null!;

    /// <summary>By when the level above decides; null where the rules say nothing of it.</summary>
    public Rules.Decision<DateOnly>? Deadline { get; private set; }

    /// <summary>As it was typed: why somebody is not ratified, by his key.</summary>
    public Dictionary<string, string?> Reasons { get; private set; } = [];
    public HashSet<string> Refusing { get; private set; } = [];
    public string? Paper { get; private set; }

    public bool MayReport => Standing is { MayReport: true, ReportedOn: null } && Elected is { People.Count: > 0, Open.Count: 0 };

    public bool MayReportAgain =>
        Standing is { MayReport: true, IsRatified: false, Reported.IsAccepted: false } && Elected.Open.Count == 0;

    /// <summary>Of those ratified or refused, by name: how many were refused.</summary>
    public int NotRatified => Elected.People.Count(one => one.Decision?.RefusedBecause is not null);

    /// <summary>Whoever can link records is told what is missing now, everybody else what is missing in what he sees.</summary>
    public bool IsCompositionOpen => (MayIdentify ? Elected.Outcome : Outcome) is { Elected: not null, Women: null };

    public bool MayIdentify => IdentifyingElected.MayIdentify(Person, Place);

    /// <summary>Whoever decides is told that not all of it was signed when it was reported.</summary>
    public bool IsSignedSinceReport =>
        Standing is { MayRatify: true, IsRatified: false, Reported: { } reported }
        && (Elected.AnnulledAt > reported.At || Elected.Results.Any(one => one.SignedAt > reported.At));

    /// <summary>Somebody is elected by it of whom nothing is decided: seeing it is not enough.</summary>
    public bool IsToDecide(ResultSince one) => Elected.Undecided.Any(person => person.Result == one.Newest.Signed.Id);

    /// <summary>What the campaign misses before the outcome can be reported; null where it misses nothing.</summary>
    public string? Missing { get; private set; }

    public string PathOfCongress => $"/dai-hoi/{Uri.EscapeDataString(Campaign.Code)}/{Uri.EscapeDataString(Place.Code)}";

    private string WordOf(CongressStatus status) => Transition.NameOf(status).In(Said);

    public bool MayRatify =>
        Standing is { MayRatify: true, ReportedOn: not null } && Elected.Open.Count == 0 && Elected.Undecided.Any();

    public bool MayReturn => Standing is { MayRatify: true, ReportedOn: not null, IsRatified: false };

    public bool IsLate => Deadline is { } deadline && !Standing.IsRatified && deadline.Value < Clock.Today;

    /// <summary>What refuses it and has no field of its own here: the campaign asks for more than this page types.</summary>
    public IEnumerable<string> Told =>
        Problems
            .Where(problem => problem.Key is not ("on" or "paper" or "complaint" or "because" or "record"))
            .Where(problem => Elected.People.All(one => one.Key != problem.Key))
            .Select(problem => problem.Value);

    public string Here => PathOf(Campaign.Code, Place.Code);

    public string NameOf(Post post) => Capital.Of(RuleSet.Named(Campaign.Rules)!.Terms.Posts[post].In(Said));

    public string Day(DateOnly day) => Formats.Day(day);

    public static string PathOf(string campaign, string organisation) =>
        $"/dai-hoi/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}/{Ending}";

    /// <param name="noi">key of somebody whose record is looked for</param>
    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, string? noi, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        await LookForAsync(noi, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string campaign, string organisation, string? on, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        if (TypedDay.Of(on) is not { } day || day > Clock.Today || day < Elected.Outcome.HeldOn)
            return Refused(Platform.Changes.Answer.Refused("on", "outcome-day-wrong", Day(Elected.Outcome.HeldOn)));
        if (NotReportable() is { } problem)
            return Refused(problem);
        var answer = await outcomes.ReportAsync(Person, Actor, Campaign.Code, Place.Code, Elected.Outcome, day, stop);
        return Answer(answer, "outcome-was-reported", Here);
    }

    public async Task<IActionResult> OnPostRatifyAsync(
        string campaign,
        string organisation,
        string? paper,
        bool complaint,
        List<string> shown,
        List<string> refused,
        Dictionary<string, string?> reasons,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        (Paper, Reasons, Refusing) = (paper, reasons, [.. refused]);
        var answer = await ratifying.RatifyAsync(
            Person,
            Actor,
            Campaign,
            Place,
            Elected,
            shown,
            [
                .. Elected.People.Select(one => new WantedDecision(
                    one.Key,
                    Refusing.Contains(one.Key),
                    reasons.GetValueOrDefault(one.Key)
                )),
            ],
            paper,
            complaint,
            stop
        );
        return Answer(answer, "outcome-was-ratified", Here);
    }

    public async Task<IActionResult> OnPostReturnAsync(
        string campaign,
        string organisation,
        string? because,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        if (TypedLine.Of(because) is null)
            return Refused(Platform.Changes.Answer.Refused("because", "election-reason-missing"));
        var answer = await outcomes.ReturnAsync(Person, Actor, Campaign.Code, Place.Code, because, stop);
        return Answer(answer, "outcome-was-returned", Here);
    }

    /// <param name="reported">id of the report that was before the person</param>
    public async Task<IActionResult> OnPostAgainAsync(
        string campaign,
        string organisation,
        string? on,
        long reported,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        if (TypedDay.Of(on) is not { } day || day > Clock.Today || day < Elected.Outcome.HeldOn)
            return Refused(Platform.Changes.Answer.Refused("on", "outcome-day-wrong", Day(Elected.Outcome.HeldOn)));
        if (NotReportable() is { } problem)
            return Refused(problem);
        var answer = await outcomes.ReportAgainAsync(
            Person,
            Actor,
            Campaign.Code,
            Place.Code,
            reported,
            Elected.Outcome,
            day,
            Ui.Texts.Vietnamese["outcome-reported-anew"],
            stop
        );
        return Answer(answer, "outcome-was-reported-again", Here);
    }

    /// <param name="result">id of the signed version that was before the person</param>
    public async Task<IActionResult> OnPostSeenAsync(string campaign, string organisation, long result, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        var answer = await seeing.SeeAsync(Person, Actor, Campaign, Place, Elected, result, stop);
        return Answer(answer, "outcome-correction-was-seen", Here);
    }

    /// <param name="who">key of somebody elected</param>
    public async Task<IActionResult> OnPostIdentifyAsync(
        string campaign,
        string organisation,
        string? who,
        long record,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop) || Find(who) is not { } one)
            return NotFound();
        var answer = await identifying.IdentifyAsync(Person, Actor, Place, one, record, stop);
        if (!answer.Stands)
            await LookForAsync(who, stop);
        return Answer(answer, "outcome-was-identified", Here);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(
        string campaign,
        string organisation,
        string? who,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop) && Find(who) is { } one
            ? Answer(await identifying.TakeBackAsync(Person, Actor, Place, one, stop), "outcome-identity-taken-back", Here)
            : NotFound();

    private ElectedPerson? Find(string? key) => Elected.People.Concat(Elected.LinkedBefore).FirstOrDefault(one => one.Key == key);

    private async Task LookForAsync(string? key, CancellationToken stop)
    {
        if (!MayIdentify || Find(key) is not { Person: null } one)
            return;
        Nameless = one;
        Fitting = await identifying.FittingAsync(Person, Actor, Place, one, stop);
    }

    private Answer? NotReportable() =>
        Elected.Open.Count > 0 ? Platform.Changes.Answer.Refused("", "outcome-elections-open", Elected.Open.Count)
        : Elected.TooMany is { } full
            ? Platform.Changes.Answer.Refused("", "outcome-too-many", full.Title, full.Elected, full.Seats)
        : null;

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (await places.FindAsync(campaign, organisation, Clock.Today, stop) is not var (found, here) || here.Congress is null)
            return false;
        // A checker of the level directly above decides here, though he may have nothing to do with the elections themselves.
        if (await book.CongressAsync(Person, campaign, organisation, stop) is null && !Person.Is(here.PathAbove, Role.Checker))
            return false;
        (Campaign, Place, Title) = (found, here, T["outcome-title"]);
        var links = await pages.OfAsync(Person, campaign, organisation, stop);
        Bar = new(links, found.Code, here.Code, Request.Path, T);
        if (await outcomes.StandingAsync(Person, campaign, organisation, stop) is not { } standing)
            return false;
        Standing = standing;
        var status = await places.StatusAsync(here.Congress.Value, stop);
        Missing = status switch
        {
            null => T["outcome-no-steps", WordOf(CongressStatus.PlanApproved)],
            CongressStatus.Preparing or CongressStatus.PlanSubmitted => T[
                "outcome-steps-missing",
                WordOf(status.Value),
                WordOf(CongressStatus.PlanApproved)
            ],
            _ => null,
        };
        Elected = await elected.OfAsync(found, here, stop);
        if (standing.IsRatified)
            Since = await since.OfAsync(here.Congress.Value, stop);
        if (standing.ReportedOn is { } reported && RuleSet.Named(found.Rules) is { } rules)
            Deadline = Rules.Campaigns.Deadline.Of(rules, "ratification", reported);
        return true;
    }
}
