using DaiHoi.Documents;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>Reads what the papers of an election need. Of what is not signed there are none.</summary>
internal sealed class PapersOfElection(
    ResultReading results,
    ElectionBook book,
    CampaignPlaces places,
    AfterBallotDeciding deciding,
    SiteClock clock,
    SiteSettings settings
)
{
    /// <summary>Letters that the number of a congress may have: "XXXVIII", "thứ nhất".</summary>
    public const int LongestOrdinal = CongressWords.LongestOrdinal;

    /// <param name="version">null for the newest</param>
    /// <param name="ordinal">which congress it is, as somebody typed it; null leaves room on the papers</param>
    /// <returns>null where that version was not signed</returns>
    public async Task<SignedElection?> ReadAsync(OpenedElection opened, int? version, string? ordinal, CancellationToken stop)
    {
        var counted = version is { } asked
            ? await results.VersionAsync(opened.Election.Id, asked, stop)
            : await results.NewestAsync(opened.Election.Id, stop);
        if (counted is null)
            return null;
        var superior = await SuperiorAsync(opened, clock.DayOf(counted.Signed.SignedAt), stop);
        var before = new List<SignedElection>();
        foreach (var earlier in await book.BeforeAsync(opened.Election, stop))
        {
            if (await results.NewestAsync(earlier.Id, stop) is { } round)
                before.Add(Made(opened, round, ordinal, superior, []));
        }
        return Made(opened, counted, ordinal, superior, before) with
        {
            ReplacedBy = counted.Signed.Version < opened.Election.SignedVersion ? opened.Election.SignedVersion : null,
            SeatsLeft = await deciding.LeftOpenAsync(opened.Election.Id, counted.Signed.Version, stop),
        };
    }

    private SignedElection Made(
        OpenedElection opened,
        CountedResult counted,
        string? ordinal,
        string? superior,
        IReadOnlyList<SignedElection> before
    )
    {
        var (election, day) = (counted.Archive.Election, clock.DayOf(counted.Signed.SignedAt));
        return new(
            counted,
            CongressWords.Of(opened.Campaign, election.Organisation, election.Kind, counted.Counting.Rules, ordinal),
            superior,
            day,
            PaperLayouts.Nearest(opened.Campaign.Association, day),
            new Dictionary<int, CandidateDetails>(),
            settings.PublicAddress,
            before,
            opened.Campaign.Levels.FirstOrDefault(level => level.Ordinal == opened.Place.Level)?.Code
                is "branch"
                    or "sub-grassroots"
        );
    }

    /// <summary>The name of the organisation directly above, on a day; null at the top.</summary>
    public async Task<string?> SuperiorAsync(OpenedElection opened, DateOnly day, CancellationToken stop) =>
        opened.Place.Id == opened.Campaign.Root
            ? null
            : (await places.FindAsync(opened.Campaign, TreePath.Id(opened.Place.PathAbove), day, stop))?.Name;

    /// <summary>The number of a congress as somebody typed it.</summary>
    /// <returns>whether it can stand on a paper</returns>
    public static bool TryOrdinal(string? typed, out string? ordinal)
    {
        ordinal = TypedLine.Of(typed);
        return ordinal is null or { Length: <= LongestOrdinal };
    }
}
