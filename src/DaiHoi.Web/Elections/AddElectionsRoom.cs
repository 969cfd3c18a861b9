using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Demo;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Elections.Keeping;
using DaiHoi.Web.Elections.Pages;
using DaiHoi.Web.Elections.Papers;
using DaiHoi.Web.Elections.Ratifying;
using DaiHoi.Web.Elections.Releasing;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Elections.Waiting;
using DaiHoi.Web.People;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Elections;

internal static class AddElectionsRoom
{
    public static IServiceCollection AddElections(this IServiceCollection services) =>
        services
            .AddSingleton<ElectionBook>()
            .AddSingleton<StandsOnResult>()
            .AddSingleton(provider => new FirstElections(
                provider.GetRequiredService<ElectionBook>(),
                provider.GetRequiredService<ElectionArranging>(),
                provider.GetRequiredService<CandidateListing>(),
                provider.GetRequiredService<BoxOpening>(),
                provider.GetRequiredService<BallotEntering>(),
                provider.GetRequiredService<ResultSigning>(),
                provider.GetRequiredService<CongressDuties>(),
                provider.GetRequiredService<CampaignPlaces>(),
                provider.GetRequiredService<DatabaseFactory>()
            ))
            .AddSingleton<BoardOfCongress>()
            .AddSingleton<IStandsInElections, StandingCandidates>()
            .AddSingleton<IKeepsPeople, PeopleOfElections>()
            .AddSingleton<ElectionArranging>()
            .AddSingleton<ElectedBefore>()
            .AddSingleton<FiguresOfHall>()
            .AddSingleton<PeopleToStand>()
            .AddSingleton<CandidateListing>()
            .AddSingleton<OpinionBalloting>()
            .AddSingleton<AfterBallotDeciding>()
            .AddSingleton<FurtherBallots>()
            .AddSingleton<ElectionAnnulling>()
            .AddSingleton<BoxOpening>()
            .AddSingleton<BatchResizing>()
            .AddSingleton<BallotEntering>()
            .AddSingleton<TallyComparing>()
            .AddSingleton<ResultReading>()
            .AddSingleton<ResultSigning>()
            .AddSingleton<IWaitingWork, ElectionWork>()
            .AddSingleton<IOpensDeskEntry, DutyOpensElections>()
            .AddSingleton<ResultReleasing>()
            .AddSingleton<IElectionsOfTheDay, ElectionsHeld>()
            .AddSingleton<ElectedOfCongress>()
            .AddSingleton<RatifyingElected>()
            .AddSingleton<IStandsAgainstStep, StepsByOutcome>()
            .AddSingleton<ResultsSince>()
            .AddSingleton<SeeingResults>()
            .AddSingleton<IdentifyingElected>()
            .AddSingleton<IWaitingWork, RatificationWork>()
            .AddSingleton<BallotKeeping>()
            .AddSingleton<IWaitingWork, KeptBallotsWork>()
            .AddSingleton(new CongressLink("outcome-title", ReportOutcome.Ending, 75, ElectionRights.Readers))
            .AddSingleton(new CongressLink("elections", "bau-cu", 70, ElectionRights.Readers))
            .AddSingleton<DetailsOfCandidates>()
            .AddSingleton<PapersOfElection>()
            .AddSingleton<BallotPrinting>()
            .AddSingleton(new DeskEntry("elections", ElectionPage.OwnPath, 68, ElectionRights.Readers));
}
