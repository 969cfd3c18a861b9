using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>Who is summoned to a congress: delegation by delegation, who has left the list and who came in his place.</summary>
[ForSignedIn]
internal sealed class ListDelegates(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    CredentialReading reading,
    AllocationReading allocations,
    DelegateListing listing,
    DelegateReplacing replacing,
    LateResults late,
    DelegateRestoring restoring,
    PeopleRegister register
) : CongressPage(desk, book, pages)
{
    public const string Ending = "dai-bieu";

    public CredentialList List { get; private set; } = null!;

    /// <summary>What this organisation has at the congress above; null where nothing has been decided there.</summary>
    public PlacesAbove? Above { get; private set; }

    /// <summary>Whoever reads this may read that congress too.</summary>
    public bool MayOpenAbove { get; private set; }
    public DelegateForm Form { get; private set; } = new();

    /// <summary>People of the register whose name begins as was typed.</summary>
    public IReadOnlyList<KnownPerson> Found { get; private set; } = [];

    /// <summary>Results below that the list has not followed.</summary>
    public IReadOnlyList<LateResult> Late { get; private set; } = [];

    public bool MayList => Opened.Rights.MaySummon;

    /// <summary>Who is on the list of a delegation, in the order of lists; alternates behind, by votes.</summary>
    public IEnumerable<ListedDelegate> Of(long? organisation) =>
        List
            .Standing.Where(one => one.OrganisationId == organisation)
            .OrderBy(one => one is { IsAlternate: true, TookPlaceAt: null })
            .ThenByDescending(one => one is { IsAlternate: true, TookPlaceAt: null } ? one.Votes ?? 0 : 0);

    /// <summary>Delegations with at least one name or place, and behind them who belongs to none.</summary>
    public IEnumerable<(string Name, long? Organisation, DelegationStanding? Standing)> Groups
    {
        get
        {
            foreach (var delegation in List.Delegations.Where(one => one.Held is not null || Of(one.Organisation).Any()))
                yield return (delegation.Name, delegation.Organisation, delegation);
            if (Of(Opened.Place.Id).Any())
                yield return (Opened.Place.Name, Opened.Place.Id, null);
            if (Of(null).Any())
                yield return (T["delegate-appointed"], null, null);
        }
    }

    public string KindOf(ListedDelegate one) =>
        one switch
        {
            { IsAlternate: true, TookPlaceAt: null } => T["delegate-alternate"],
            { IsAlternate: true } => T["delegate-in-place"],
            _ => DelegateWords.Of(one.Kind, T),
        };

    /// <summary>Somebody as a choice among all: of two of one name, and of one who is listed twice, each has its place.</summary>
    public string ToldApart(ListedDelegate one) =>
        $"{one.Name}, {(List.Delegations.FirstOrDefault(delegation => delegation.Organisation == one.OrganisationId)?.Name is { } from ? from + ", " : "")}{KindOf(one)}{(one.PersonId is { } record ? $" ({T["person-record-number", record]})" : "")}";

    /// <summary>Why places are empty: "1 chỗ của Nguyễn Văn An: từ trần".</summary>
    public string WordsOf(EmptyPlaces empty) => EmptyPlaceWords.Of(empty, T);

    /// <summary>Code for who was entered by mistake.</summary>
    public string Mistake => ListedDelegate.Mistake;

    public IEnumerable<WithoutReplacement> Without => Opened.Rules.Delegates.Replacement.Without;

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, string? tim, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        if (MayList && tim is not null)
        {
            Form.Name = tim;
            Found = await register.SearchAsync(Person, Actor, tim, stop);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string campaign, string organisation, DelegateForm form, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = form;
        if (!string.IsNullOrWhiteSpace(form.Votes) && TypedCount.Of(form.Votes) is null)
            return Refused(Platform.Changes.Answer.Refused("votes", "delegate-votes-wrong"));
        var answer = await listing.AddAsync(
            Person,
            Actor,
            Opened,
            new(
                form.Kind,
                form.Delegation,
                form.Record,
                form.Name,
                form.Alternate,
                TypedCount.Of(form.Votes),
                form.Another,
                IsBeyondSeen: form.Beyond
            ),
            stop
        );
        return Answer(answer, "delegate-was-listed", PathTo(Ending));
    }

    public async Task<IActionResult> OnPostMembersAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await listing.TakeMembersAsync(Actor, Opened, stop), "delegates-were-taken", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostEndAsync(
        string campaign,
        string organisation,
        long id,
        string? code,
        string? reason,
        long? chosen,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(
                await replacing.EndAsync(Actor, Opened, id, code, reason, chosen, stop),
                "delegate-was-removed",
                PathTo(Ending)
            )
            : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(string campaign, string organisation, long id, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await restoring.RestoreAsync(Actor, Opened, id, stop), "delegate-was-restored", PathTo(Ending))
            : NotFound();

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "delegates-title", stop))
            return false;
        List = await reading.ListAsync(Opened, stop);
        Late = await late.OfAsync(Opened.Congress, stop);
        Above = await allocations.AboveAsync(Opened.Campaign, Opened.Place, stop);
        MayOpenAbove = Above is not null && await MayOpenAsync(Above.Congress, stop);
        Form.Kind = Opened.Kind == CongressKind.Members ? DelegateKind.Member : DelegateKind.Elected;
        return true;
    }
}

/// <summary>Somebody who is to be listed, as he was typed.</summary>
internal sealed class DelegateForm
{
    public DelegateKind Kind { get; set; }

    /// <summary>Code of the organisation for which he comes; not the one in the address, whose congress it is.</summary>
    public string? Delegation { get; set; }

    /// <summary>Number in the register of people.</summary>
    public long? Record { get; set; }
    public string? Name { get; set; }
    public bool Alternate { get; set; }
    public string? Votes { get; set; }
    public bool Another { get; set; }

    /// <summary>An alternate more than was allotted, knowingly.</summary>
    public bool Beyond { get; set; }
}
