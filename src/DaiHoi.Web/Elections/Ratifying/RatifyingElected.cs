using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>What is decided of one who was elected.</summary>
/// <param name="Key">as <see cref="ElectedPerson.Key"/> names him</param>
/// <param name="RefusedBecause">null or empty: ratified</param>
internal sealed record WantedDecision(string Key, bool IsRefused, string? RefusedBecause);

/// <summary>The level above ratifies whom a congress has elected, one by one, or returns the whole report.</summary>
internal sealed class RatifyingElected(
    DatabaseFactory databases,
    OutcomeRecording outcomes,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <param name="shown">keys of those on the form: of anybody else nothing is decided unseen</param>
    /// <param name="noComplaint">the checker says that no complaint is open</param>
    public async Task<Answer> RatifyAsync(
        Person person,
        Actor actor,
        KnownCampaign campaign,
        CampaignPlace place,
        ElectedList elected,
        IReadOnlyCollection<string> shown,
        IReadOnlyList<WantedDecision> wanted,
        string? paper,
        bool noComplaint,
        CancellationToken stop
    )
    {
        if (await outcomes.StandingAsync(person, campaign.Code, place.Code, stop) is not { MayRatify: true } standing)
            return Answer.NotFound;
        if (standing.IsRatified && !elected.Undecided.Any())
            return elected.People.Any(one => one.Decision is { } decided && decided.Paper != TypedLine.Of(paper))
                ? Answer.Taken("ratified-already")
                : Answer.Already();
        if (standing.ReportedOn is null)
            return Answer.Refused("", "ratify-not-reported");
        if (elected.Open.Count > 0)
            return Answer.Refused("", "outcome-elections-open", elected.Open.Count);
        if (!elected.Undecided.Select(one => one.Key).ToHashSet(StringComparer.Ordinal).SetEquals(shown))
            return Answer.Taken("ratify-form-old");
        if (TypedLine.Of(paper) is not { Length: <= ElectedRatification.LongestPaper } under)
            return Answer.Refused("paper", "ratify-paper-missing");
        if (!noComplaint)
            return Answer.Refused("complaint", "ratify-complaint-open");
        var decisions = new List<ElectedRatification>();
        foreach (var one in elected.Undecided)
        {
            var decision = wanted.FirstOrDefault(other => other.Key == one.Key);
            var why = decision is { IsRefused: true } ? TypedLine.Of(decision.RefusedBecause) : null;
            if (decision is { IsRefused: true } && why is not { Length: <= HeldElection.LongestReason })
                return Answer.Refused(one.Key, "ratify-reason-missing", one.Name);
            decisions.Add(
                new()
                {
                    ResultId = one.Result,
                    Number = one.Number,
                    Name = one.Name,
                    RefusedBecause = why,
                    Paper = under,
                    DecidedAt = clock.UtcNow,
                    DecidedByName = person.Name,
                }
            );
        }
        if (decisions.Count == 0)
            return Answer.Refused("", "ratify-nobody");
        // The campaign's rules are asked first: what they refuse leaves nothing behind. Broken off here, the same form goes on below.
        var isFirst = false;
        if (!standing.IsRatified)
        {
            var answer = await outcomes.RatifyAsync(person, actor, campaign.Code, place.Code, clock.Today, under, stop);
            if (!answer.Stands)
                return answer;
            isFirst = answer.Outcome == Answered.Done;
        }
        // At the first ratification all is seen that was signed; later what is decided of, a correction beside it waits on.
        var seen = isFirst ? elected.Results.Select(one => one.Result) : decisions.Select(one => one.ResultId);
        return await NameAsync(actor, place, decisions, [.. seen.Distinct()], isFirst, under, stop);
    }

    private async Task<Answer> NameAsync(
        Actor actor,
        CampaignPlace place,
        List<ElectedRatification> decisions,
        List<long> seen,
        bool isFirst,
        string under,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var results = decisions.ConvertAll(one => one.ResultId);
        var known = await database.Set<ElectedRatification>().Where(one => results.Contains(one.ResultId)).ToListAsync(stop);
        if (isFirst)
        {
            // What is there belongs to a ratification that was withdrawn: the log keeps it.
            database.RemoveRange(known);
            await database.SaveChangesAsync(stop);
        }
        else if (
            decisions.RemoveAll(one => known.Exists(other => other.ResultId == one.ResultId && other.Number == one.Number)) > 0
        )
            return decisions.Count == 0 ? Answer.Already() : Answer.Taken("ratify-form-old");
        var key = FormattableString.Invariant($"congress:{place.Congress}");
        database.AddRange(decisions);
        var before = await database.Set<SeenResult>().Where(one => seen.Contains(one.ResultId)).ToListAsync(stop);
        database.AddRange(
            seen.Where(id => before.TrueForAll(one => one.ResultId != id))
                .Select(id => new SeenResult
                {
                    ResultId = id,
                    WithRatification = isFirst,
                    SeenAt = decisions[0].DecidedAt,
                    SeenByName = actor.Name,
                })
        );
        await changes.CommitAsync(
            database,
            actor,
            new(
                "elected.ratified",
                key,
                place.Name,
                After: new
                {
                    paper = under,
                    count = decisions.Count(one => one.RefusedBecause is null),
                    refused = decisions.Where(one => one.RefusedBecause is not null).Select(one => one.Name).ToList(),
                }
            ),
            [key],
            stop
        );
        return Answer.Done();
    }
}
