using System.Security.Cryptography;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DaiHoi.Web.Campaigns.Citing;

/// <summary>A figure as it was printed.</summary>
/// <param name="Key">by which its proof is found</param>
/// <param name="Printed">what it came to when it was cited</param>
public sealed record CitedFigure(
    string Key,
    string Campaign,
    string CampaignName,
    string Name,
    string Organisation,
    string OrganisationName,
    string? Level,
    DateOnly AsOf,
    FigureNumbers Printed,
    DateTime CitedAt
)
{
    /// <summary>Where readers find the proof.</summary>
    public string Path => FigureCitations.PathOf(Key);
}

/// <summary>What lies behind a printed figure, and what has been corrected since.</summary>
/// <param name="Behind">as it was when it was printed; the amounts sum to the printed numerator</param>
/// <param name="Now">the same question by all that is known today</param>
/// <param name="Added">what is behind it today and was not</param>
/// <param name="Removed">what was behind it and is no longer</param>
/// <param name="CampaignId">whose signals say that something may have been corrected</param>
public sealed record FigureProof(
    CitedFigure Figure,
    IReadOnlyList<BehindFigure> Behind,
    FigureNumbers Now,
    IReadOnlyList<BehindFigure> Added,
    IReadOnlyList<BehindFigure> Removed,
    long CampaignId
)
{
    /// <summary>Whether corrections came later.</summary>
    public bool IsCorrected =>
        Now.Numerator != Figure.Printed.Numerator
        || Now.Denominator != Figure.Printed.Denominator
        || Added.Count > 0
        || Removed.Count > 0;

    /// <summary>The signal that what it shows may have changed.</summary>
    public string ChangeKey => CampaignFrame.KeyOf(CampaignId);
}

/// <summary>Cites figures, so that what is printed keeps its number and its proof.</summary>
public sealed class FigureCitations : IDisposable
{
    private readonly DatabaseFactory databases;
    private readonly Figures figures;
    private readonly RecordedChanges changes;
    private readonly SiteClock clock;

    // Asking needs a connection besides the one that holds the campaign: many who cite at once would hold them all and wait.
    private readonly SemaphoreSlim one = new(1);

    internal FigureCitations(DatabaseFactory databases, Figures figures, RecordedChanges changes, SiteClock clock) =>
        (this.databases, this.figures, this.changes, this.clock) = (databases, figures, changes, clock);

    public static string PathOf(string key) => $"/nguon-goc-so-lieu/{key}";

    /// <summary>Cites a figure as it stands now.</summary>
    /// <returns>the citation, or why the figure cannot be given</returns>
    public async Task<(CitedFigure? Cited, FigureAnswer Answer)> CiteAsync(
        FigureQuestion question,
        Actor actor,
        CancellationToken stop
    )
    {
        var first = await figures.AskAsync(question, stop);
        if (first.Figure is not { } named)
            return (null, first);
        await one.WaitAsync(stop);
        try
        {
            return await CiteAloneAsync(question, named, actor, stop);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<(CitedFigure? Cited, FigureAnswer Answer)> CiteAloneAsync(
        FigureQuestion question,
        Figure named,
        Actor actor,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var campaign = await database.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Code == named.Campaign, stop);
        // Nobody enters anything between the number and the list behind it.
        await CampaignLock.TakeAsync(database.Database.GetDbConnection(), transaction.GetDbTransaction(), campaign.Id, stop);
        var asked = question with { Campaign = campaign.Code, AsOf = named.AsOf, KnownOn = null };
        var answer = await figures.AskAsync(asked, stop);
        if (answer.Figure is not { } figure)
            return (null, answer);
        var behind = await figures.AmountsAsync(asked, stop);
        var last = await database
            .Database.SqlQuery<long>(
                $"select coalesce(max(e.id), 0) as \"Value\" from congress_event e join congress c on c.id = e.congress_id where c.campaign_id = {campaign.Id}"
            )
            .SingleAsync(stop);
        var organisation = await database
            .Set<Organisation>()
            .AsNoTracking()
            .SingleAsync(o => o.Code == figure.Organisation, stop);
        var citation = new FigureCitation
        {
            Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)),
            CampaignId = campaign.Id,
            Figure = figure.Name,
            OrganisationId = organisation.Id,
            Level = figure.Level,
            AsOf = figure.AsOf,
            Numerator = figure.Numbers.Numerator,
            Denominator = figure.Numbers.Denominator,
            LastEventId = last,
            CitedAt = clock.UtcNow,
            CitedById = actor.Id,
            CitedByName = actor.Name,
            Behind = BehindBytes.Of(behind),
        };
        database.Add(citation);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "figure.cited",
                CampaignFrame.KeyOf(campaign.Id),
                campaign.Name,
                After: new
                {
                    figure.Name,
                    figure.Organisation,
                    figure.AsOf,
                    figure.Numbers.Numerator,
                }
            ),
            [],
            stop
        );
        return (Cited(citation, campaign, organisation.Code, figure.OrganisationName), answer);
    }

    /// <summary>The proof of a printed figure; null for a key that none has.</summary>
    public async Task<FigureProof?> ProofAsync(string key, CancellationToken stop)
    {
        await using var database = databases.Create();
        var citation = await database.Set<FigureCitation>().AsNoTracking().FirstOrDefaultAsync(c => c.Key == key, stop);
        if (citation is null)
            return null;
        var campaign = await database.Set<Campaign>().AsNoTracking().SingleAsync(c => c.Id == citation.CampaignId, stop);
        var organisation = await database
            .Set<Organisation>()
            .AsNoTracking()
            .SingleAsync(o => o.Id == citation.OrganisationId, stop);
        var question = new FigureQuestion(campaign.Code, citation.Figure, organisation.Code, citation.Level, citation.AsOf, null);
        var now = await figures.AskAsync(question, stop);
        var (then, today) = (BehindBytes.Read(citation.Behind), await figures.AmountsAsync(question, stop));
        var names = await figures.NamesAsync(
            [.. then.Concat(today).Select(one => one.Organisation).Append(organisation.Id).Distinct()],
            citation.AsOf,
            stop
        );
        List<BehindFigure> Named(IEnumerable<(long Organisation, long Amount)> some) =>
            [
                .. some.Select(one => new BehindFigure(names[one.Organisation].Code, names[one.Organisation].Name, one.Amount))
                    .OrderBy(one => one.Code, StringComparer.Ordinal),
            ];
        return new(
            Cited(citation, campaign, organisation.Code, names[organisation.Id].Name),
            Named(then),
            now.Figure!.Numbers,
            Named(today.Except(then)),
            Named(then.Except(today)),
            campaign.Id
        );
    }

    public void Dispose() => one.Dispose();

    private static CitedFigure Cited(FigureCitation citation, Campaign campaign, string organisation, string name) =>
        new(
            citation.Key,
            campaign.Code,
            campaign.Name,
            citation.Figure,
            organisation,
            name,
            citation.Level,
            citation.AsOf,
            new(citation.Numerator, citation.Denominator, null),
            citation.CitedAt
        );
}
