using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections;

/// <summary>An election as one person finds it.</summary>
/// <param name="Candidates">in the order of the ballot: those who stand</param>
/// <param name="Withdrawn">withdrew, or were entered by mistake</param>
/// <param name="LeftOut">by the opinion ballot</param>
/// <param name="Alternates">are elected from the same list after the delegates (QĐ 190-QĐ/TW Điều 18); 0 for any other list</param>
internal sealed record OpenedElection(
    HeldElection Election,
    KnownCampaign Campaign,
    CampaignPlace Place,
    ElectionRights Rights,
    RuleSet Rules,
    IReadOnlyList<ElectionCandidate> Candidates,
    IReadOnlyList<ElectionCandidate> Withdrawn,
    IReadOnlyList<ElectionCandidate> LeftOut,
    int Alternates
)
{
    /// <summary>How many are elected from the list in the end: its surplus is what stands above them.</summary>
    public int ToElect => Election.Seats + Alternates;

    /// <summary>Whether somebody of this name stands, and nobody has said that he is another.</summary>
    public bool HasCandidate(string name) => BoardMembers.Stands(Candidates, name);
}

/// <summary>Finds elections for a person; what he has nothing to do with is not found.</summary>
internal sealed class ElectionBook(
    DatabaseFactory databases,
    CampaignPlaces places,
    CongressDuties duties,
    ElectedBelow above,
    VotedBoard voted,
    SiteClock clock
)
{
    /// <summary>A congress with the rights of a person in its elections; null where he has nothing to do with it.</summary>
    public async Task<(KnownCampaign Campaign, CampaignPlace Place, ElectionRights Rights)?> CongressAsync(
        Person person,
        string campaign,
        string organisation,
        CancellationToken stop
    ) =>
        await places.FindAsync(campaign, organisation, clock.Today, stop) is var (known, place)
        && await RightsAsync(person, place, stop) is { MayRead: true } rights
            ? (known, place, rights)
            : null;

    /// <summary>The congresses at which a person has a duty, then those of the organisations on which he has a role.</summary>
    public async Task<List<(KnownCampaign Campaign, CampaignPlace Place)>> OwnAsync(Person person, CancellationToken stop)
    {
        var own = new List<(KnownCampaign Campaign, CampaignPlace Place)>();
        foreach (var congress in await duties.CongressesAsync(person.Id, stop))
        {
            if (await places.OfCongressAsync(congress, clock.Today, stop) is { } found)
                own.Add(found);
        }
        foreach (var campaign in await places.CampaignsAsync(stop))
        {
            foreach (var place in await places.GrantedAsync(campaign, person, ElectionRights.Readers, clock.Today, stop))
            {
                if (place.Congress is not null && own.All(one => one.Place.Congress != place.Congress))
                    own.Add((campaign, place));
            }
        }
        return own;
    }

    public async Task<List<HeldElection>> ListAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database
            .Set<HeldElection>()
            .AsNoTracking()
            .Where(election => election.CongressId == congress)
            .OrderBy(election => election.Id)
            .ToListAsync(stop);
    }

    /// <summary>The ballots for the same post that an election continues, the first one first.</summary>
    public async Task<List<HeldElection>> BeforeAsync(HeldElection election, CancellationToken stop)
    {
        var all = await ListAsync(election.CongressId, stop);
        var before = new List<HeldElection>();
        for (
            var one = election;
            one.ContinuesId is { } id && all.Find(other => other.Id == id) is { } earlier && earlier.Post == election.Post;
            one = earlier
        )
            before.Insert(0, earlier);
        return before;
    }

    /// <summary>Who stood in an election, by their numbers on the ballot, with their records where they have one.</summary>
    public async Task<Dictionary<int, long>> RecordsAsync(long election, CancellationToken stop)
    {
        await using var database = databases.Create();
        return (await CandidatesAsync(database, election, stop))
            .Where(candidate => candidate is { Number: not null, PersonId: not null })
            .ToDictionary(candidate => candidate.Number!.Value, candidate => candidate.PersonId!.Value);
    }

    public async Task<OpenedElection?> OpenAsync(Person person, long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        return
            await database.Set<HeldElection>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is { } election
            && await places.OfCongressAsync(election.CongressId, clock.Today, stop) is var (campaign, place)
            && await RightsAsync(person, place, stop) is { MayRead: true } rights
            ? await WithCandidatesAsync(
                database,
                election,
                campaign,
                place,
                rights,
                await AlternatesAsync(election, campaign, place, stop),
                stop
            )
            : null;
    }

    /// <summary>The same election as it is within a transaction, where it is about to be changed: locked until its end.</summary>
    public static async Task<HeldElection> HoldAsync(Database database, long id, CancellationToken stop)
    {
        // On SQLite a transaction is the only one that writes.
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from held_election where id = {id} for update", stop);
        return await database.Set<HeldElection>().FirstAsync(one => one.Id == id, stop);
    }

    /// <summary>A congress within a transaction that arranges an election: nobody else does until its end.</summary>
    public static async Task HoldCongressAsync(Database database, long congress, CancellationToken stop)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from congress where id = {congress} for update", stop);
    }

    /// <summary>Everything that the result of an election follows from, as it stands.</summary>
    public async Task<CountedElection> CountedAsync(
        Database database,
        OpenedElection opened,
        HeldElection election,
        CancellationToken stop
    )
    {
        var figures = new HallFigures(
            election.Summoned ?? 0,
            election.Present ?? 0,
            DeductedText.Read(election.Deducted),
            election.Issued ?? 0,
            election.Collected ?? 0
        );
        var board = (await duties.HoldersAsync(election.CongressId, stop))
            .Where(BoardMembers.IsOnBoard)
            .Select(member => new BoardMember(BoardMembers.CodeOf(member.Duty), member.Name))
            .ToList();
        // Who has read ballots is of the board, though somebody has taken his place since.
        foreach (var reader in await ReadersAsync(database, election.Id, stop))
        {
            if (!board.Contains(reader))
                board.Add(reader);
        }
        // Who was voted onto the board and has no account here read the papers aloud, or kept the pile.
        var others = (await voted.LinesAsync(election.CongressId, stop)).Where(line =>
            !board.Exists(member => VotedBoard.Names(line, member.Name))
        );
        board.AddRange([.. others.Select(line => new BoardMember(BoardMembers.Voted, line))]);
        return new(
            opened.Campaign.Code,
            opened.Place.Code,
            opened.Place.Name,
            election.Title,
            election.Post,
            election.Seats,
            election.Form,
            election.Round,
            election.Among,
            election.ListedByCommittee,
            election.Kind,
            election.Method,
            figures,
            new(
                election.ListClosedAt!.Value,
                election.ListClosedByName!,
                election.ListAttending,
                election.ListFor,
                [
                    .. opened.Candidates.Select(candidate => new ListedCandidate(
                        candidate.Number!.Value,
                        candidate.Name,
                        candidate.Source,
                        candidate.Born
                    )),
                ]
            ),
            board,
            await CountedBatches.OfAsync(database, election.Id, stop)
        );
    }

    private static async Task<IEnumerable<BoardMember>> ReadersAsync(Database database, long election, CancellationToken stop)
    {
        var batches = await database
            .Set<BallotBatch>()
            .Where(batch => batch.ElectionId == election)
            .Select(batch => batch.Id)
            .ToListAsync(stop);
        var entries = database.Set<BatchEntry>().Where(entry => batches.Contains(entry.BatchId));
        var typed = await entries
            .Join(
                database.Set<EnteredBallot>(),
                entry => entry.Id,
                ballot => ballot.EntryId,
                (entry, ballot) => new { entry.Group, Name = ballot.ByName }
            )
            .Distinct()
            .ToListAsync(stop);
        var handedIn = await entries
            .Where(entry => entry.HandedInAt != null)
            .Select(entry => new { entry.Group, Name = entry.HolderName })
            .ToListAsync(stop);
        var looked = await database
            .Set<ThirdLook>()
            .Where(look => batches.Contains(look.BatchId))
            .Select(look => look.ByName)
            .Distinct()
            .ToListAsync(stop);
        var decided = await database
            .Set<DoubtDecision>()
            .Where(decision => batches.Contains(decision.BatchId))
            .Select(decision => decision.ByName)
            .Distinct()
            .ToListAsync(stop);
        return typed
            .Union(handedIn)
            .OrderBy(one => one.Group)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => new BoardMember(one.Group == BoardGroup.A ? BoardMembers.GroupA : BoardMembers.GroupB, one.Name))
            .Concat(looked.Order(StringComparer.Ordinal).Select(name => new BoardMember(BoardMembers.Third, name)))
            .Concat(decided.Order(StringComparer.Ordinal).Select(name => new BoardMember(BoardMembers.Head, name)));
    }

    private async Task<ElectionRights> RightsAsync(Person person, CampaignPlace place, CancellationToken stop) =>
        place.Congress is { } congress
            ? ElectionRights.Of(person, place, await duties.OfAsync(congress, person.Id, stop))
            : new(MayRead: false, MayArrange: false, []);

    private static async Task<OpenedElection> WithCandidatesAsync(
        Database database,
        HeldElection election,
        KnownCampaign campaign,
        CampaignPlace place,
        ElectionRights rights,
        int alternates,
        CancellationToken stop
    )
    {
        var all = await CandidatesAsync(database, election.Id, stop);
        var rules =
            RuleSet.Named(campaign.Rules)
            ?? throw new InvalidOperationException($"The campaign «{campaign.Code}» has no rule set «{campaign.Rules}»");
        return new(
            election,
            campaign,
            place,
            rights,
            rules,
            [.. ElectionCandidate.InOrder(all.Where(candidate => candidate.Stands))],
            all.FindAll(candidate => candidate.WithdrawnAt is not null),
            [.. ElectionCandidate.InOrder(all.Where(candidate => candidate is { WithdrawnAt: null, LeftOutAt: not null }))],
            alternates
        );
    }

    private async Task<int> AlternatesAsync(
        HeldElection election,
        KnownCampaign campaign,
        CampaignPlace place,
        CancellationToken stop
    ) =>
        election is { Post: Post.Delegates, ContinuesId: null }
            ? (await above.PlacesAsync(campaign, place, stop))?.Alternates ?? 0
            : 0;

    internal static Task<List<ElectionCandidate>> CandidatesAsync(Database database, long election, CancellationToken stop) =>
        database
            .Set<ElectionCandidate>()
            .AsNoTracking()
            .Where(candidate => candidate.ElectionId == election)
            .OrderBy(candidate => candidate.Id)
            .ToListAsync(stop);
}

/// <summary>Who of the counting board stands in an election.</summary>
internal static class BoardMembers
{
    // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 8: the board is of people who are not on the ballot. Accounts and candidates know each
    // other by name alone; where it is another of the same name, whoever arranges the list has said so.
    public static bool Stands(IEnumerable<ElectionCandidate> candidates, string name) =>
        candidates.Any(candidate =>
            !candidate.IsNamesake && Folded(ElectionCandidate.WithoutRemark(candidate.Name)) == Folded(name)
        );

    /// <summary>Of somebody whom the congress has voted onto the board and who has no duty here; his line as it was typed.</summary>
    public const string Voted = "board-voted";
    public const string Head = "board-head";
    public const string GroupA = "board-group-a";
    public const string GroupB = "board-group-b";
    public const string Third = "board-third";

    /// <summary>What somebody may be on a board, as an archive says it.</summary>
    public static readonly string[] Codes = [Head, GroupA, GroupB, Third, Voted];

    public static bool IsOnBoard(DutyHolder holder) =>
        holder.Duty is Duty.BoardHead or Duty.BoardGroupA or Duty.BoardGroupB or Duty.BoardThird;

    public static string CodeOf(Duty duty) =>
        duty switch
        {
            Duty.BoardHead => Head,
            Duty.BoardGroupA => GroupA,
            Duty.BoardGroupB => GroupB,
            Duty.BoardThird => Third,
            _ => throw new ArgumentOutOfRangeException(nameof(duty)),
        };

    // Tones and letters of a name count: Hà is not Hạ. Only case and where the tone is written do not.
    private static string Folded(string name) => SortKey.Of(name);
}
