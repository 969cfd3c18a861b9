using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Campaigns.Arranging;

/// <summary>A window that an organisation wants to set for a level below it; without days it takes its own back.</summary>
internal sealed record WantedWindow(int Level, DateOnly? From, DateOnly? Until, string? Decision);

/// <summary>A level narrows when those below it hold their congresses; every last day below follows, and with it what is overdue.</summary>
internal sealed class WindowNarrowing(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Narrows the window of a level below an organisation, or takes that back; every last day below follows.</summary>
    public async Task<RecordingResult> NarrowAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        WantedWindow wanted,
        CancellationToken stop
    )
    {
        await using var work = await HeldCampaign.BeginAsync(databases, campaign, stop);
        if (work is null || work.Frame.Levels.FirstOrDefault(one => one.Ordinal == wanted.Level) is not { } level)
            return RecordingResult.Of(Recorded.NotFound);
        var owner = await work
            .Database.Set<Organisation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.Code == organisation, stop);
        if (owner is null || !MayNarrow(person, work.Frame, owner.Path))
            return RecordingResult.Of(Recorded.NotFound);
        if (work.Frame.ClosedOn is { } closed)
            return new(
                Recorded.Refused,
                [
                    new(
                        "until",
                        new(
                            $"Đợt đại hội đã kết thúc ngày {Formats.Day(closed)}.",
                            $"The campaign was closed on {Formats.Day(closed)}."
                        ),
                        null
                    ),
                ]
            );
        var tree = await TreeInTime.WholeAsync(work.Connection, work.Transaction, stop);
        if (PlaceOf(work.Frame, tree, owner.Id, clock.Today) is not { } own || own >= wanted.Level)
            return RecordingResult.Of(Recorded.NotFound);
        var known = await work
            .Database.Set<NarrowedWindow>()
            .FirstOrDefaultAsync(
                one => one.CampaignId == work.Frame.Id && one.OrganisationId == owner.Id && one.Ordinal == wanted.Level,
                stop
            );
        if (wanted.From is null && wanted.Until is null)
        {
            if (known is null)
                return RecordingResult.Of(Recorded.Already);
            work.Database.Remove(known);
        }
        else
        {
            if (ProblemOf(work.Frame, level, owner.Id, tree, wanted) is { } problem)
                return new(Recorded.Refused, [problem]);
            if (known is null)
                work.Database.Add(
                    known = new()
                    {
                        CampaignId = work.Frame.Id,
                        OrganisationId = owner.Id,
                        Ordinal = wanted.Level,
                    }
                );
            (known.From, known.Until, known.Decision) = (wanted.From, wanted.Until, wanted.Decision);
        }
        await work.Database.SaveChangesAsync(stop);
        var after = await CampaignFrame.ReadAsync(work.Connection, work.Transaction, campaign, stop);
        var below = tree.EverBelow(owner.Id);
        await Rereckoning.RunAsync(
            work.Connection,
            work.Transaction,
            (work.Frame, tree),
            (after!, tree),
            below,
            new(work.Frame.Id),
            stop
        );
        await CommitAsync(
            work,
            actor,
            "campaign.window-narrowed",
            null,
            new
            {
                Organisation = organisation,
                Level = level.Code,
                wanted.From,
                wanted.Until,
                wanted.Decision,
            },
            stop
        );
        return RecordingResult.Of(Recorded.Done);
    }

    /// <summary>Whether somebody sets windows for what lies below an organisation: a checker of it, or the administrator.</summary>
    public static bool MayNarrow(Person person, CampaignFrame frame, string path) =>
        path.Contains(FormattableString.Invariant($"/{frame.Root}/"), StringComparison.Ordinal)
        && person.Is(path, Role.Checker, Role.Administrator);

    /// <summary>The place of an organisation's level in the ladder of the campaign's rules; null where the rules do not know it.</summary>
    public static int? PlaceOf(CampaignFrame frame, TreeInTime tree, long organisation, DateOnly day)
    {
        var code = tree.On(organisation, day).Level;
        var levels = frame.RuleSet.Levels.Value;
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i].Code == code)
                return i;
        }
        return null;
    }

    private EventProblem? ProblemOf(CampaignFrame frame, FrameLevel level, long owner, TreeInTime tree, WantedWindow wanted)
    {
        if (wanted.From > wanted.Until)
            return new("until", new("Ngày cuối trước ngày đầu.", "The last day is before the first."), null);
        // What stands above the organisation; its own earlier window does not bind it.
        var stretch = Scope.Of(tree, owner, level.Ordinal, frame.Root, frame.LastDays).On(clock.Today.DayNumber);
        var last = stretch.LastDay is { } day ? DateOnly.FromDayNumber(day) : (DateOnly?)null;
        var above = new Period(frame.FirstDays.Of(level.Ordinal, stretch.Above), last);
        var decision = Window.MayNarrow(frame.RuleSet, above, new(wanted.From ?? above.From, wanted.Until ?? above.Until));
        return decision.Value ? null : new("until", decision.Explanation, decision.Article);
    }

    private Task CommitAsync(
        HeldCampaign work,
        Actor actor,
        string action,
        object? before,
        object? after,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, work.Frame.ChangeKey, work.Frame.Name, Before: before, After: after),
            ["campaigns", work.Frame.ChangeKey],
            stop
        );
}
