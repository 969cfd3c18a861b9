using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>
/// Where the program has counted the elections of a congress, its result is reported from them, and ratified by name: a step that
/// is entered by hand would say something else, or of nobody in particular.
/// </summary>
internal sealed class StepsByOutcome(ElectedOfCongress elected, CampaignPlaces places, ElectionBook book, SiteClock clock)
    : IStandsAgainstStep
{
    public async Task<string?> RefusalAsync(long congress, CongressStatus status, CancellationToken stop)
    {
        if (status is not (CongressStatus.ResultReported or CongressStatus.Ratified))
            return null;
        if (!(await book.ListAsync(congress, stop)).Exists(one => one is { SignedVersion: > 0, AnnulledAt: null }))
            return null;
        if (status == CongressStatus.ResultReported)
            return "step-reported-by-outcome";
        if (await places.OfCongressAsync(congress, clock.Today, stop) is not var (campaign, place))
            return null;
        return (await elected.OfAsync(campaign, place, stop)).Undecided.Any() ? "step-ratified-by-outcome" : null;
    }
}
