using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>What the pages about elections have in common: where they lie, and how they say what was refused.</summary>
internal abstract class ElectionPage(DeskContext desk, ElectionBook book) : AnsweringPage(desk)
{
    public const string OwnPath = "/bau-cu";

    public OpenedElection Opened { get; private set; } = null!;
    public HeldElection Election => Opened.Election;

    public string NameOf(Post post) => Opened.Rules.Terms.Posts[post].In(Said);

    /// <summary>What meets and votes: the congress, or a meeting of its committee.</summary>
    public string Meeting =>
        T[Election.Kind == CongressKind.Committee ? "election-meeting-committee" : "election-meeting-congress"];

    public string StateOf(HeldElection election) =>
        T[
            election.State switch
            {
                ElectionState.Listing => "election-listing",
                ElectionState.ListClosed => "election-list-closed",
                ElectionState.Counting => election.IsBeingCorrected ? "election-correcting" : "election-counting",
                ElectionState.Signed => "election-signed",
                ElectionState.Annulled => "election-annulled",
                _ => throw new InvalidOperationException(election.State.ToString()),
            }
        ];

    public static string PathOf(long election) => FormattableString.Invariant($"{OwnPath}/{election}");

    public static string PathOfCount(long election) => PathOf(election) + "/kiem-phieu";

    public static string PathOfResult(long election) => PathOf(election) + "/ket-qua";

    public static string PathOfBatch(long election, int batch, BoardGroup group) =>
        FormattableString.Invariant($"{PathOf(election)}/tap/{batch}/{SlugOf(group)}");

    public static string PathOfJournal(long election, BoardGroup group) => $"{PathOf(election)}/nhat-ky/{SlugOf(group)}";

    public static string PathOfCongress(string campaign, string organisation) =>
        $"/dai-hoi/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}/bau-cu";

    // On paper and in talk the groups are first and second.
    public static string SlugOf(BoardGroup group) => group == BoardGroup.A ? "1" : "2";

    public static BoardGroup? GroupOf(string slug) =>
        slug switch
        {
            "1" => BoardGroup.A,
            "2" => BoardGroup.B,
            _ => null,
        };

    private protected async Task<bool> FindAsync(long election, CancellationToken stop)
    {
        if (await book.OpenAsync(Person, election, stop) is not { } opened)
            return false;
        (Opened, Title) = (opened, opened.Election.Title);
        return true;
    }
}
