using System.Globalization;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Elections.Demo;

/// <summary>
/// Made-up elections of a congress of the demo: one that is signed, one whose ballots are being counted, with a ballot on which the
/// two groups differ, and one whose list is open.
/// </summary>
public sealed class FirstElections
{
    private const string Author = "Dữ liệu minh họa";
    private const int Summoned = 8;
    private const int BatchSize = 3;
    private static readonly string[] Committee = ["2", "2", "4", "2", "1", "2"];
    private static readonly string[] Delegates = ["1", "3", "1"];
    private static readonly string[] DelegatesOfOthers = ["1", "2", "1"];
    private static readonly int[] Standing = [0, 3, 4, 6];

    private readonly ElectionBook book;
    private readonly ElectionArranging arranging;
    private readonly CandidateListing listing;
    private readonly BoxOpening boxes;
    private readonly BallotEntering entering;
    private readonly ResultSigning signing;
    private readonly CongressDuties duties;
    private readonly CampaignPlaces places;
    private readonly DatabaseFactory databases;

    internal FirstElections(
        ElectionBook book,
        ElectionArranging arranging,
        CandidateListing listing,
        BoxOpening boxes,
        BallotEntering entering,
        ResultSigning signing,
        CongressDuties duties,
        CampaignPlaces places,
        DatabaseFactory databases
    )
    {
        (this.book, this.arranging, this.listing, this.boxes) = (book, arranging, listing, boxes);
        (this.entering, this.signing, this.duties) = (entering, signing, duties);
        (this.places, this.databases) = (places, databases);
    }

    /// <summary>Holds them at a congress that has a counting board; without one nothing is held.</summary>
    public async Task FillAsync(string campaign, string organisation, CancellationToken stop)
    {
        var officer = new Person(0, Author, [new(Role.Officer, "/")]);
        if (
            await book.CongressAsync(officer, campaign, organisation, stop) is not var (known, place, rights)
            || place.Congress is not { } congress
        )
            return;
        var board = (await duties.HoldersAsync(congress, stop)).ToDictionary(
            one => one.Duty,
            one => new Person(one.Account, one.Name, [])
        );
        if (!board.TryGetValue(Duty.BoardHead, out var head))
            return;
        var kind = await places.KindAsync(known, place, stop);
        await using var database = databases.Create();
        var people = await PeopleRegister.BelongingAsync(database, place.Path, stop);

        var committee = await ArrangedAsync("Bầu Ban Chấp hành Công đoàn cơ sở", Post.Committee, 3, Standing);
        await CountedAsync(committee, BoardGroup.A, Committee);
        await CountedAsync(committee, BoardGroup.B, Committee);
        Held(await signing.SignAsync(head, ActorOf(Duty.BoardHead), await OpenAsync(Duty.BoardHead, committee), stop));
        var delegates = await ArrangedAsync("Bầu đại biểu dự đại hội công đoàn cấp trên", Post.Delegates, 2, Standing[1..]);
        await CountedAsync(delegates, BoardGroup.A, Delegates);
        await CountedAsync(delegates, BoardGroup.B, DelegatesOfOthers);

        await ListedAsync("Bầu Ủy ban Kiểm tra", Post.InspectionCommittee, 2, Standing);

        async Task<long> ListedAsync(string title, Post post, int seats, int[] standing)
        {
            var actor = new Actor(null, Author, null);
            var id = Held(
                await arranging.ArrangeAsync(actor, known, place, rights, title, post, seats, kind, again: false, stop)
            ).Id;
            foreach (var one in standing)
                Held(
                    await listing.AddAsync(
                        actor,
                        (await book.OpenAsync(officer, id, stop))!,
                        new(null, people[one].Id, CandidateSource.Prepared, null, null, null, IsNamesake: false),
                        stop
                    )
                );
            return id;
        }

        async Task<long> ArrangedAsync(string title, Post post, int seats, int[] standing)
        {
            var actor = new Actor(null, Author, null);
            var id = await ListedAsync(title, post, seats, standing);
            var there = Committee.Length;
            Held(await arranging.CloseAsync(actor, (await book.OpenAsync(officer, id, stop))!, new(there, there), false, stop));
            Held(
                await boxes.OpenAsync(
                    ActorOf(Duty.BoardHead),
                    await OpenAsync(Duty.BoardHead, id),
                    new HallFigures(Summoned, there, [], there, there),
                    CountMethod.Ballots,
                    BatchSize,
                    differs: false,
                    boardless: false,
                    stop
                )
            );
            return id;
        }

        async Task CountedAsync(long election, BoardGroup group, string[] ballots)
        {
            const string Laptop = "demo";
            var duty = group == BoardGroup.A ? Duty.BoardGroupA : Duty.BoardGroupB;
            foreach (var (at, batch) in ballots.Chunk(BatchSize).Index())
            {
                var opened = await OpenAsync(duty, election);
                var name = string.Create(CultureInfo.InvariantCulture, $"{Laptop}-{group}");
                Held(await entering.TakeAsync(board[duty], ActorOf(duty), opened, at + 1, name, stop));
                foreach (var (i, marks) in batch.Index())
                    Held((await entering.SaveAsync(board[duty], opened, at + 1, i + 1, marks, name, stop)).Answer);
                Held(await entering.HandInAsync(board[duty], ActorOf(duty), opened, at + 1, name, stop));
            }
        }

        Actor ActorOf(Duty duty) => new(board[duty].Id, board[duty].Name, null);

        async Task<OpenedElection> OpenAsync(Duty duty, long election) => (await book.OpenAsync(board[duty], election, stop))!;
    }

    // What the demo asks for and the rules refuse is a fault of the demo.
    private static Answer Held(Answer answer) =>
        answer.Stands
            ? answer
            : throw new InvalidOperationException(
                $"The demo's election is refused: {string.Join(", ", answer.Problems.Select(problem => problem.Text))}"
            );
}
