namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>What is met most often, for rooms that report it.</summary>
public sealed class FrequentDifficulties
{
    /// <summary>So many stand on a dashboard and in a report.</summary>
    public const int Shown = 10;

    private readonly DifficultyReading reading;

    internal FrequentDifficulties(DifficultyReading reading) => this.reading = reading;

    /// <summary>Those that were met at most congresses at and below an organisation until the end of a day, the most frequent first.</summary>
    public async Task<IReadOnlyList<FrequentDifficulty>> OfAsync(
        KnownCampaign campaign,
        CampaignPlace place,
        DateOnly until,
        CancellationToken stop
    ) => await reading.MostFrequentAsync(campaign.Id, place.Id == campaign.Root ? null : place.Path, until, Shown, stop);
}
