using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>
/// The table of the presidium: what is under way and what is read for it, what comes next and what must be there before, the
/// hall, votes by show of hands, elections.
/// </summary>
[ForSignedIn]
internal sealed class RunDay(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    DayReading reading,
    DayRunning running,
    HandVoting voting
) : CongressPage(desk, book, pages)
{
    public const string Ending = "dieu-hanh";

    public CongressDay Day { get; private set; } = null!;
    public HallCount? Count { get; private set; }
    public IReadOnlyList<ElectionOfTheDay> Elections { get; private set; } = [];

    /// <summary>What the guide says before the next item.</summary>
    public IReadOnlyList<GuideLine> Guide { get; private set; } = [];
    public VoteForm Vote { get; private set; } = new();

    /// <summary>The vote that somebody wants to set aside; null where nobody does.</summary>
    public long? WrongVote { get; private set; }

    /// <summary>The session whose hall is counted.</summary>
    public string? Session => Day.SessionAt(Clock.UtcNow)?.Name;

    public bool MayRun => Opened.Rights.MayRun;

    public bool IsForbidden => Guide.Any(line => line.Weight == GuideWeight.Forbidden);

    public bool HasMissing => Guide.Any(line => line.Weight == GuideWeight.Missing);

    public string NameOf(AgendaStep step) => AgendaWords.Of(step, T);

    public string Words(GuideLine line) => Say(line.Text, line.Values);

    public string WeightOf(GuideLine line) =>
        T[
            line.Weight switch
            {
                GuideWeight.Ready => "guide-ready",
                GuideWeight.Missing => "guide-missing",
                GuideWeight.Forbidden => "guide-forbidden",
                _ => throw new InvalidOperationException(line.Weight.ToString()),
            }
        ];

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(
        string campaign,
        string organisation,
        long id,
        bool seen,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await running.BeginAsync(Actor, Opened, id, seen, stop), "agenda-item-begun", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostEndAsync(string campaign, string organisation, long id, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await running.EndAsync(Actor, Opened, id, stop), "agenda-item-ended", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostVoteAsync(string campaign, string organisation, VoteForm vote, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop) || !Enum.IsDefined(vote.On))
            return NotFound();
        Vote = vote;
        foreach (var (field, typed) in new[] { ("against", vote.Against), ("abstained", vote.Abstained) })
        {
            if (!string.IsNullOrWhiteSpace(typed) && TypedCount.Of(typed) is null)
                return Refused(Platform.Changes.Answer.Refused(field, "allocation-number-wrong"));
        }
        var counted = new CountedHands(
            vote.On,
            vote.Title,
            vote.Names,
            TypedCount.Of(vote.Present),
            TypedCount.Of(vote.For),
            TypedCount.Of(vote.Against),
            TypedCount.Of(vote.Abstained),
            vote.NamesSeen
        );
        return Answer(await voting.VoteAsync(Actor, Opened, counted, stop), "vote-was-counted", PathTo(Ending));
    }

    public async Task<IActionResult> OnPostSetAsideAsync(
        string campaign,
        string organisation,
        long id,
        string? because,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        WrongVote = id;
        return Answer(await voting.SetAsideAsync(Actor, Opened, id, because, stop), "vote-was-set-aside", PathTo(Ending));
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "day-title", stop))
            return false;
        Day = await reading.DayAsync(Opened.Congress, stop);
        Count = await reading.CountAsync(Opened, Day, stop);
        Elections = await reading.ElectionsAsync(Opened.Congress, stop);
        if (Day.Next is { } next)
            Guide = DayGuide.Of(next.Step, await reading.StateAsync(Opened, Day, next, stop));
        Vote = new()
        {
            On = Day.UnderWay?.Step ?? AgendaStep.Other,
            Title = Day.UnderWay?.Title,
            Present = Count is { Present: > 0 } there ? FormattableString.Invariant($"{there.Present}") : null,
        };
        return true;
    }
}

/// <summary>A vote by show of hands, as it was typed.</summary>
internal sealed class VoteForm
{
    public AgendaStep On { get; set; }
    public string? Title { get; set; }
    public string? Names { get; set; }
    public string? Present { get; set; }
    public string? For { get; set; }
    public string? Against { get; set; }
    public string? Abstained { get; set; }
    public bool NamesSeen { get; set; }
}
