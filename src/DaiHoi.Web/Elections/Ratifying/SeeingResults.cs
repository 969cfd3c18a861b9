using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>The level above says that it has seen what was signed after its ratification.</summary>
internal sealed class SeeingResults(
    DatabaseFactory databases,
    OutcomeRecording outcomes,
    ResultsSince since,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <param name="result">id of the signed version that was before him</param>
    public async Task<Answer> SeeAsync(
        Person person,
        Actor actor,
        KnownCampaign campaign,
        CampaignPlace place,
        ElectedList elected,
        long result,
        CancellationToken stop
    )
    {
        if (await outcomes.StandingAsync(person, campaign.Code, place.Code, stop) is not { MayRatify: true, IsRatified: true })
            return Answer.NotFound;
        if ((await since.OfAsync(place.Congress!.Value, stop)).Find(one => one.Newest.Signed.Id == result) is not { } shown)
            return Answer.Taken("seen-form-old");
        // Whoever came to be elected by it has to be decided of: seeing alone ratifies nobody.
        if (elected.Undecided.FirstOrDefault(one => one.Result == result) is { } undecided)
            return Answer.Refused("", "seen-undecided", undecided.Name);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await ElectionBook.HoldAsync(database, shown.Newest.Signed.ElectionId, stop);
        var seen = await database.Set<SeenResult>().FirstOrDefaultAsync(one => one.ResultId == result, stop);
        var isAnnulled = shown.AnnulledBecause is not null;
        if (seen is not null && (!isAnnulled || seen.AnnulmentSeenAt is not null))
            return Answer.Already();
        if (seen is null)
        {
            seen = new()
            {
                ResultId = result,
                WithRatification = false,
                SeenAt = clock.UtcNow,
                SeenByName = person.Name,
            };
            database.Add(seen);
        }
        if (isAnnulled)
            seen.SeeAnnulment(clock.UtcNow, person.Name);
        var key = FormattableString.Invariant($"congress:{place.Congress}");
        await changes.CommitAsync(
            database,
            actor,
            new(
                isAnnulled ? "annulment.seen" : "correction.seen",
                HeldElection.KeyOf(shown.Newest.Signed.ElectionId),
                shown.Title,
                After: new { revision = shown.Newest.Signed.Version }
            ),
            [key],
            stop
        );
        return Answer.Done();
    }
}
