using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>The elections of a congress, and the form that begins one.</summary>
[ForSignedIn]
internal sealed class ListElections(
    DeskContext desk,
    ElectionBook book,
    ElectionArranging arranging,
    CampaignPlaces places,
    ElectedBelow above,
    CongressPages pages
) : ElectionPage(desk, book)
{
    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public ElectionRights Rights { get; private set; } = null!;
    public IReadOnlyList<HeldElection> Elections { get; private set; } = [];
    public IReadOnlyList<(Post Post, string Name)> Posts { get; private set; } = [];
    public string? Heading { get; private set; }
    public string? Seats { get; private set; }
    public Post Post { get; private set; }

    /// <summary>Who meets; an election may also be of the committee that the congress has elected.</summary>
    public CongressKind Kind { get; private set; }

    /// <summary>The other pages of the congress.</summary>
    public CongressBar Bar { get; private set; } = null!;

    /// <summary>How many delegates it elects for the congress above, and the paper by which that was decided; null where nothing was.</summary>
    public (int Elected, int Alternates, string Paper)? Allotted { get; private set; }

    public string NameOf(CongressKind kind) =>
        T[
            kind switch
            {
                CongressKind.Delegates => "election-of-delegates",
                CongressKind.Members => "election-of-members",
                CongressKind.Committee => "election-of-committee",
                _ => throw new InvalidOperationException(kind.ToString()),
            }
        ];

    private readonly ElectionBook book = book;

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string campaign,
        string organisation,
        string? title,
        Post post,
        string? seats,
        CongressKind kind,
        bool again,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        (Heading, Seats, Post) = (title, seats, post);
        if (!Posts.Any(one => one.Post == post))
            return BadRequest();
        var answer = await arranging.ArrangeAsync(
            Actor,
            Campaign,
            Place,
            Rights,
            title,
            post,
            TypedCount.Of(seats) is { } number and < int.MaxValue ? (int)number : null,
            kind,
            again,
            stop
        );
        return Answer(answer, "election-arranged", PathOf(answer.Id));
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (await book.CongressAsync(Person, campaign, organisation, stop) is not var (known, place, rights))
            return false;
        (Campaign, Place, Rights, Title) = (known, place, rights, T["elections-of", place.Name]);
        var links = await pages.OfAsync(Person, known.Code, place.Code, stop);
        Bar = new(links, known.Code, place.Code, Request.Path, T);
        Elections = await book.ListAsync(place.Congress!.Value, stop);
        Kind = await places.KindAsync(known, place, stop);
        Allotted = await above.PlacesAsync(known, place, stop);
        var rules = RuleSet.Named(known.Rules)!;
        // Alternates follow the official delegates, from the same list.
        Posts =
        [
            .. Enum.GetValues<Post>()
                .Where(post => post != Post.Alternates && rules.Terms.Posts.ContainsKey(post))
                .Select(post => (post, rules.Terms.Posts[post].In(Said))),
        ];
        return true;
    }
}
