using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>
/// The table of the credential committee: who may be a delegate, what is complained of, which places stay empty and why, and the
/// report with all its divisions. What is personal is read here, and each reading is in the log.
/// </summary>
[ForSignedIn]
internal sealed class CheckCredentials(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    CredentialReporting reporting,
    CredentialChecking checking,
    ComplaintSettling complaints,
    DelegateListing listing
) : CongressPage(desk, book, pages)
{
    public const string Ending = "tham-tra";

    public CredentialList List { get; private set; } = null!;
    public IReadOnlyDictionary<long, KnownPerson> People { get; private set; } = new Dictionary<long, KnownPerson>();
    public CredentialReport Report { get; private set; } = null!;

    /// <summary>The report that the congress has carried; null while it has carried none.</summary>
    public CarriedReport? Carried { get; private set; }

    /// <summary>What is different since, each in a sentence.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    public IReadOnlyList<DelegateComplaint> Complaints { get; private set; } = [];

    /// <summary>What somebody has typed of a complaint: its number, 0 for a new one; null where nobody has.</summary>
    public long? TypedComplaint { get; private set; }
    public string? TypedWords { get; private set; }

    /// <summary>Whom somebody wants to link with which record; (0, 0) where nobody does.</summary>
    public (long Listed, long Record) Link { get; private set; }

    public IReadOnlyList<Deduction> Deductions => Opened.Rules.Elections.Bases[Opened.Kind].Deductions;

    /// <summary>All members meet: nobody's credentials are checked, and who attends is reported.</summary>
    public bool IsOfMembers => Opened.Kind == CongressKind.Members;

    /// <summary>What those who meet are called, at the beginning of a sentence: "Đảng viên chính thức".</summary>
    public string Meeting => Capital.Of(Opened.Rules.Terms.AllSummoned(Opened.Kind).In(Said));

    public string NameOf(DelegateComplaint complaint) => List.All.First(one => one.Id == complaint.DelegateId).Name;

    public IReadOnlyList<SummonsRule> Summonses => Opened.Rules.Delegates.Summons;

    /// <summary>By whom a place was left, and why.</summary>
    public string WordsOf(EmptyPlaces empty) => EmptyPlaceWords.Of(empty, T);

    public KnownPerson? RecordOf(ListedDelegate one) => one.PersonId is { } id ? People.GetValueOrDefault(id) : null;

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(
        string campaign,
        string organisation,
        long id,
        string? code,
        string? objection,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await checking.CheckAsync(Actor, Opened, id, code, objection, stop), "delegate-was-checked", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostRestAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await checking.CheckRestAsync(Actor, Opened, stop), "delegates-were-checked", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostDeductAsync(
        string campaign,
        string organisation,
        long id,
        string? code,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await checking.DeductAsync(Actor, Opened, id, code, stop), "delegate-was-deducted", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostExplainAsync(
        string campaign,
        string organisation,
        long delegation,
        string? reason,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(
                await checking.ExplainAsync(Actor, Opened, delegation, reason, stop),
                "delegation-was-explained",
                PathTo(Ending)
            )
            : NotFound();

    public async Task<IActionResult> OnPostReceiveAsync(
        string campaign,
        string organisation,
        long id,
        string? about,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        (TypedComplaint, TypedWords) = (0, about);
        return Answer(await complaints.ReceiveAsync(Actor, Opened, id, about, stop), "complaint-was-received", PathTo(Ending));
    }

    public async Task<IActionResult> OnPostSettleAsync(
        string campaign,
        string organisation,
        long id,
        ComplaintOutcome? outcome,
        string? conclusion,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        (TypedComplaint, TypedWords) = (id, conclusion);
        return Answer(
            await complaints.SettleAsync(Actor, Opened, id, outcome, conclusion, stop),
            "complaint-was-settled",
            PathTo(Ending)
        );
    }

    public async Task<IActionResult> OnPostFindAsync(
        string campaign,
        string organisation,
        long id,
        long record,
        bool isHis,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Link = (id, record);
        return Answer(await listing.FindAsync(Actor, Opened, id, record, isHis, stop), "delegate-was-identified", PathTo(Ending));
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "credentials-title", stop) || !Opened.Rights.MayCheckCredentials)
            return false;
        if (IsOfMembers)
            Title = T["attendance-report"];
        var read = await reporting.ReadAsync(Actor, Opened, stop);
        (List, People, Complaints, Report) = (read.List, read.People, read.Complaints, read.ReportIn(T));
        Carried = await reporting.CarriedAsync(Opened.Congress, stop);
        if (Carried is { Content: var voted })
            Changes = ReportChanges.Between(voted, read.ReportedOn(voted.Day), T);
        return true;
    }
}
