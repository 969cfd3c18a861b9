using System.Globalization;
using DaiHoi.Documents;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>What is printed for a congress: cards and letters of summons with their codes, invitations, and the credential report.</summary>
[ForSignedIn]
internal sealed class PrintPapers(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    CampaignPlaces places,
    CredentialReading reading,
    DayReading day,
    CredentialReporting reporting
) : CongressPage(desk, book, pages)
{
    public const string Ending = "van-ban";
    private const string Pdf = "application/pdf";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly Texts Vietnamese = Texts.Vietnamese;

    public CredentialList List { get; private set; } = null!;

    /// <summary>Where it is held, as it was typed; on the letters it is left open where nobody has said.</summary>
    public string? Venue { get; private set; }

    /// <summary>Whom to invite, as it was typed.</summary>
    public string? Guests { get; private set; }

    /// <summary>The address in the codes is one that only this machine knows.</summary>
    public bool IsAtHome => new Uri(Settings.PublicAddress).IsLoopback;

    public bool MayPrint => Opened.Rights.MaySummon || Opened.Rights.MayCheckCredentials;

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    /// <summary>Cards of everybody who is summoned, several on a sheet.</summary>
    public async Task<IActionResult> OnGetCardsAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop) || !List.Summoned.Any())
            return NotFound();
        var stream = new MemoryStream();
        PdfDelegateCards.Write(stream, [.. List.Summoned.Select(CardOf)], Vietnamese["congress-cards"]);
        return File(stream.ToArray(), Pdf, FileName.Of($"{Vietnamese["congress-cards"]} {Opened.Place.Name}", ".pdf", 120));
    }

    /// <summary>A letter of summons for each of them.</summary>
    /// <param name="noi">where it is held</param>
    public async Task<IActionResult> OnGetLettersAsync(string campaign, string organisation, string? noi, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop) || !List.Summoned.Any())
            return NotFound();
        Venue = TypedLine.Of(noi);
        var sessions = (await day.DayAsync(Opened.Congress, stop)).Sessions.Select(one => one.Session).ToList();
        var superior = await SuperiorAsync(Clock.Today, stop);
        var stream = new MemoryStream();
        PdfPaper.WriteAll(
            stream,
            [.. List.Summoned.Select(one => LetterOf(one, sessions, superior).ToPaper())],
            CongressHead.LayoutOf(Opened, Clock.Today),
            Vietnamese["congress-letters"]
        );
        return File(stream.ToArray(), Pdf, FileName.Of($"{Vietnamese["congress-letters"]} {Opened.Place.Name}", ".pdf", 120));
    }

    /// <summary>A letter of invitation for each guest.</summary>
    /// <param name="guests">one in each line</param>
    /// <param name="venue">where it is held</param>
    public async Task<IActionResult> OnPostInvitationsAsync(
        string campaign,
        string organisation,
        string? guests,
        string? venue,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop) || !Opened.Rights.MaySummon)
            return NotFound();
        (Guests, Venue) = (guests, TypedLine.Of(venue));
        var invited = InvitedGuest.Read(guests);
        if (invited.Count is 0 or > InvitedGuest.Most)
            return Refused(Platform.Changes.Answer.Refused("guests", "congress-guests-missing", InvitedGuest.Most));
        var sessions = (await day.DayAsync(Opened.Congress, stop)).Sessions.Select(one => one.Session);
        var details = WhenAndWhere(sessions.Where(one => !one.IsPreparatory));
        var head = CongressHead.OfCommittee(Opened, await SuperiorAsync(Clock.Today, stop), Clock.Today);
        var stream = new MemoryStream();
        PdfPaper.WriteAll(
            stream,
            [.. invited.Select(guest => InvitationLetter.Of(Opened, guest, details, head))],
            CongressHead.LayoutOf(Opened, Clock.Today),
            Vietnamese["congress-invitations"]
        );
        return File(stream.ToArray(), Pdf, FileName.Of($"{Vietnamese["congress-invitations"]} {Opened.Place.Name}", ".pdf", 120));
    }

    /// <param name="lan">which congress it is: "XII"; without it the paper leaves room</param>
    public Task<IActionResult> OnGetReportAsync(string campaign, string organisation, string? lan, CancellationToken stop) =>
        ReportAsync(campaign, organisation, lan, (".pdf", Pdf), PdfReport, stop);

    /// <inheritdoc cref="OnGetReportAsync"/>
    public Task<IActionResult> OnGetReportWordAsync(string campaign, string organisation, string? lan, CancellationToken stop) =>
        ReportAsync(campaign, organisation, lan, (".docx", Word), DocxPaper.Write, stop);

    private static void PdfReport(Stream stream, Paper paper, PaperLayout layout) => PdfPaper.Write(stream, paper, layout);

    private async Task<IActionResult> ReportAsync(
        string campaign,
        string organisation,
        string? ordinal,
        (string Ending, string Type) form,
        Action<Stream, Paper, PaperLayout> write,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop) || !Opened.Rights.MayCheckCredentials)
            return NotFound();
        var (at, vote, report) = await reporting.CarriedAsync(Opened.Congress, stop) is { } carried
            ? (carried.At, carried.Vote, carried.Content)
            : await DraftAsync(stop);
        var day = Clock.DayOf(at);
        var place = await places.FindAsync(Opened.Campaign, Opened.Place.Id, day, stop) ?? Opened.Place;
        var opened = Opened with { Kind = report.Kind, Place = place };
        var paper = CredentialPaper.Of(
            opened,
            report,
            Clock.ToSite(at),
            vote,
            await SuperiorAsync(day, stop),
            TypedLine.Of(ordinal) is { Length: <= CongressWords.LongestOrdinal } which ? which : null
        );
        var stream = new MemoryStream();
        write(stream, paper, CongressHead.LayoutOf(opened, day));
        return File(stream.ToArray(), form.Type, FileName.Of($"{paper.Type} {paper.Summary}", form.Ending, 120));
    }

    // Whoever reads a draft reads the register behind it, so the log says so.
    private async Task<(DateTime At, HandVote? Vote, ReportedCredentials Report)> DraftAsync(CancellationToken stop)
    {
        var read = await reporting.ReadAsync(Actor, Opened, stop);
        return (read.At, null, read.Reported());
    }

    /// <summary>The name of the organisation directly above; null at the top.</summary>
    private async Task<string?> SuperiorAsync(DateOnly on, CancellationToken stop) =>
        Opened.Place.Id == Opened.Campaign.Root
            ? null
            : (await places.FindAsync(Opened.Campaign, TreePath.Id(Opened.Place.PathAbove), on, stop))?.Name;

    private DelegateCard CardOf(ListedDelegate one, int at) =>
        new(
            [CongressHead.Upper(CongressHead.NameOf(Opened))],
            CongressHead.Upper(Opened.Rules.Terms.Summoned(Opened.Kind).Vietnamese),
            one.Name,
            DelegationOf(one),
            string.Create(CultureInfo.InvariantCulture, $"{Vietnamese["congress-card-number"]} {at + 1:000}"),
            CodeOf(one)
        );

    private SummonsLetter LetterOf(ListedDelegate one, IReadOnlyList<CongressSession> sessions, string? superior) =>
        new(
            CongressHead.OfCommittee(Opened, superior, Clock.Today),
            Vietnamese["congress-letter-type"],
            Vietnamese["congress-letter-summary", CongressHead.NameOf(Opened)],
            Vietnamese["congress-letter-opening", Opened.Place.Name],
            one.Name,
            DelegationOf(one),
            [.. WhenAndWhere(sessions), Vietnamese["congress-letter-bring"]],
            null,
            CodeOf(one),
            Vietnamese["congress-letter-code"],
            new(CongressHead.Upper(CongressHead.CommitteeOf(Opened)), null, null),
            []
        );

    private const string Blank = "……………………………………………";

    private List<string> WhenAndWhere(IEnumerable<CongressSession> sessions) =>
        [
            // Without a session planned there is room to write the time by hand.
            .. sessions
                .DefaultIfEmpty()
                .Select(session =>
                    session is null
                        ? Vietnamese["congress-letter-time", Blank]
                        : Vietnamese[
                            "congress-letter-session",
                            session.Name,
                            Time(session.StartsAt),
                            Formats.LongDay(Clock.DayOf(session.StartsAt))
                        ]
                ),
            Vietnamese["congress-letter-venue", Venue ?? Blank],
        ];

    private string? DelegationOf(ListedDelegate one) =>
        List.Delegations.FirstOrDefault(delegation => delegation.Organisation == one.OrganisationId) is { } delegation
            ? Vietnamese["congress-card-delegation", delegation.Name]
            : null;

    // The camera of any telephone opens it.
    private string CodeOf(ListedDelegate one) => Settings.PublicAddress.TrimEnd('/') + FindBadge.PathOf(one.Badge);

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "congress-papers", stop) || !MayPrint)
            return false;
        List = await reading.ListAsync(Opened, stop);
        return true;
    }
}
