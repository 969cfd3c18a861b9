using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
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
    CredentialReading reading,
    CredentialChecking checking,
    DelegateListing listing,
    HallReading hall,
    PeopleRegister register
) : CongressPage(desk, book, pages)
{
    public const string Ending = "tham-tra";

    public CredentialList List { get; private set; } = null!;
    public IReadOnlyDictionary<long, KnownPerson> People { get; private set; } = new Dictionary<long, KnownPerson>();
    public CredentialReport Report { get; private set; } = null!;

    /// <summary>Whom somebody wants to link with which record; (0, 0) where nobody does.</summary>
    public (long Listed, long Record) Link { get; private set; }

    public IReadOnlyList<Deduction> Deductions => Opened.Rules.Elections.Bases[Opened.Kind].Deductions;

    /// <summary>All members meet: nobody's credentials are checked, and who attends is reported.</summary>
    public bool IsOfMembers => Opened.Kind == CongressKind.Members;

    /// <summary>What those who meet are called, at the beginning of a sentence: "Đảng viên chính thức".</summary>
    public string Meeting => Capital.Of(Opened.Rules.Terms.AllSummoned(Opened.Kind).In(Said));

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
        List = await reading.ListAsync(Opened, stop);
        var records = List.Standing.Where(one => one.PersonId is not null).Select(one => one.PersonId!.Value).ToList();
        People = await register.ReadAsync(Actor, records, Opened.Key, Opened.Place.Name, stop);
        var there = await hall.AttendedAsync(Opened.Congress, stop);
        Report = CredentialReport.Of(List, People, there, Clock.Today, T);
        return true;
    }
}
