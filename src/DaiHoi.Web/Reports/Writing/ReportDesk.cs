using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Writing;

/// <summary>What became of words that were sent.</summary>
/// <param name="Passage">as it stands now; where somebody else has changed it, with his words</param>
/// <param name="ReportVersion">of the report now</param>
internal sealed record SavedPassage(ReportOutcome Outcome, ReportPassage? Passage, int ReportVersion = 0);

/// <summary>Officers write a report, several at once, each passage for itself.</summary>
internal sealed class ReportDesk(
    DatabaseFactory databases,
    CampaignPlaces places,
    LowerReports lower,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>Begins the report of an organisation for a period; where it has begun already, finds it.</summary>
    /// <returns>its id; null where the period asks nothing of that organisation, or was withdrawn</returns>
    public async Task<long?> BeginAsync(Person person, Actor actor, long period, string organisation, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        // Two who begin at once: the second waits here, and finds it; so does who begins while the period is withdrawn.
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from report_period where id = {period} for update", stop);
        var asked = await database.Set<ReportPeriod>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == period, stop);
        if (asked is null || asked.IsWithdrawn)
            return null;
        var template = await database.Set<ReportTemplate>().AsNoTracking().SingleAsync(one => one.Id == asked.TemplateId, stop);
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        var place = await places.FindAsync(campaign, organisation, asked.Until, stop);
        if (
            place is not { Level: { } level, Stands: true }
            || !ReportRights.MayWrite(person, place)
            || !place.Path.Contains($"/{template.OrganisationId}/", StringComparison.Ordinal)
            || !await database.Set<ReportDue>().AnyAsync(due => due.PeriodId == period && due.Level == level, stop)
        )
            return null;
        var known = await database
            .Set<Report>()
            .Where(one => one.PeriodId == period && one.OrganisationId == place.Id)
            .OrderByDescending(one => one.Edition)
            .Select(one => (long?)one.Id)
            .FirstOrDefaultAsync(stop);
        if (known is not null)
            return known;
        var report = new Report
        {
            PeriodId = period,
            OrganisationId = place.Id,
            Edition = 1,
        };
        database.Add(report);
        await database.SaveChangesAsync(stop);
        var sections = await database.Set<ReportSection>().Where(one => one.TemplateId == template.Id).ToListAsync(stop);
        foreach (var (at, section) in ReportFile.AskedOf(sections, place).Index())
            AddPart(database, report, section, at);
        database.Add(ReportStep.Of(report.Id, StepTaken.Begun, clock.UtcNow, person, null));
        await changes.CommitAsync(
            database,
            actor,
            new("report.begun", ReportFile.KeyOf(report.Id), TitleOf(template, asked, place)),
            [ReportFile.PeriodKeyOf(period)],
            stop
        );
        return report.Id;
    }

    /// <summary>Takes up the sections that the template has got since the report was begun.</summary>
    public async Task<ReportOutcome> FollowTemplateAsync(Person person, long id, CancellationToken stop)
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayWrite(person, work.File.Place))
            return ReportOutcome.NotFound;
        if (!work.IsOpen)
            return ReportOutcome.Changed;
        var parts = work.File.Parts.ToDictionary(part => part.Part.SectionId, part => part.Part);
        foreach (var (at, section) in work.File.Asked.Index())
        {
            if (parts.TryGetValue(section.Id, out var part))
                (part.Place, part.Title) = (at, section.Title);
            else
                AddPart(work.Database, work.Report, section, at);
        }
        work.Report.Touch();
        await work.CommitAsync(stop);
        return ReportOutcome.Done;
    }

    /// <summary>Puts words in the place of those that the person had before him.</summary>
    /// <param name="version">of the passage as he had it; somebody else's words are never written over</param>
    public async Task<SavedPassage> SaveAsync(
        Person person,
        long id,
        long passage,
        string text,
        int version,
        CancellationToken stop
    )
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayWrite(person, work.File.Place))
            return new(ReportOutcome.NotFound, null);
        if (Find(work.File, passage) is not { } found)
            return new(ReportOutcome.Changed, null);
        if (!work.IsOpen)
            return new(ReportOutcome.Changed, found);
        var clean = Clean(text);
        if (clean == found.Text)
            return new(ReportOutcome.Done, found, work.Report.Version);
        if (found.Version != version)
            return new(ReportOutcome.Changed, found);
        Write(found, clean, person);
        work.Report.Touch();
        await work.CommitAsync(stop);
        return new(ReportOutcome.Done, found, work.Report.Version);
    }

    /// <summary>Adds an empty passage at the end of a section.</summary>
    /// <returns>null where there is no such section, or nothing is written in it now</returns>
    public async Task<ReportPassage?> AddAsync(Person person, long id, long part, CancellationToken stop)
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayWrite(person, work.File.Place) || !work.IsOpen)
            return null;
        var whole = work.File.Parts.FirstOrDefault(one => one.Part.Id == part && one.Part.Kind == SectionKind.Text);
        if (whole is null)
            return null;
        // One empty passage is enough: the same button pressed twice adds one.
        if (whole.Passages.FirstOrDefault(one => one.Text.Length == 0) is { } empty)
            return empty;
        var added = New(part, whole.Passages, "", person);
        work.Database.Add(added);
        work.Report.Touch();
        await work.CommitAsync(stop);
        return added;
    }

    /// <summary>Takes a passage out of the report.</summary>
    /// <param name="version">of the passage as the person had it</param>
    public async Task<ReportOutcome> RemoveAsync(Person person, long id, long passage, int version, CancellationToken stop)
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayWrite(person, work.File.Place))
            return ReportOutcome.NotFound;
        if (Find(work.File, passage) is not { } found)
            return ReportOutcome.Already;
        if (!work.IsOpen || found.Version != version)
            return ReportOutcome.Changed;
        work.Database.Remove(found);
        work.Report.Touch();
        await work.CommitAsync(stop);
        return ReportOutcome.Done;
    }

    /// <summary>Moves a passage before the one above it in its section.</summary>
    public async Task<ReportOutcome> RaiseAsync(Person person, long id, long passage, CancellationToken stop)
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayWrite(person, work.File.Place))
            return ReportOutcome.NotFound;
        if (!work.IsOpen || Find(work.File, passage) is not { } found)
            return ReportOutcome.Changed;
        var beside = work.File.Parts.First(part => part.Part.Id == found.PartId).Passages.ToList();
        var at = beside.IndexOf(found);
        if (at == 0)
            return ReportOutcome.Already;
        (beside[at - 1], beside[at]) = (beside[at], beside[at - 1]);
        for (var i = 0; i < beside.Count; i++)
            beside[i].Place = i;
        work.Report.Touch();
        await work.CommitAsync(stop);
        return ReportOutcome.Done;
    }

    /// <summary>
    /// Takes passages of accepted reports below over into a section, each with where it comes from. What the section has
    /// already is not taken twice.
    /// </summary>
    public async Task<ReportOutcome> TakeOverAsync(
        Person person,
        Actor actor,
        long id,
        long part,
        IReadOnlyCollection<long> origins,
        CancellationToken stop
    )
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayWrite(person, work.File.Place))
            return ReportOutcome.NotFound;
        if (!work.IsOpen)
            return ReportOutcome.Changed;
        var whole = work.File.Parts.FirstOrDefault(one => one.Part.Id == part && one.Part.Kind == SectionKind.Text);
        if (whole is null)
            return ReportOutcome.NotFound;
        var offered = await lower.PassagesAsync(work.File, whole.Part, stop);
        var passages = whole.Passages.ToList();
        var taken = 0;
        foreach (var one in offered.Where(one => origins.Contains(one.Id)))
        {
            var origin = one.Origin.Length > ReportPassage.LongestOrigin ? one.Origin[..ReportPassage.LongestOrigin] : one.Origin;
            if (passages.Exists(passage => work.File.IsTaken(passage, one.Id, origin, one.Text)))
                continue;
            var added = New(part, passages, one.Text, person, one.Id, origin);
            passages.Add(added);
            work.Database.Add(added);
            taken++;
        }
        if (taken == 0)
            return ReportOutcome.Already;
        work.Report.Touch();
        await changes.CommitAsync(
            work.Database,
            actor,
            new("report.taken-over", work.File.ChangeKey, whole.Part.Title, After: new { Origins = origins }),
            [work.File.ChangeKey],
            stop
        );
        return ReportOutcome.Done;
    }

    /// <summary>"Báo cáo kết quả tổ chức đại hội, 2 tháng đầu năm 2020: Tỉnh ủy Bình Phước"</summary>
    public static string TitleOf(ReportTemplate template, ReportPeriod period, CampaignPlace place) =>
        $"{template.Name}, {period.Name}: {place.Name}";

    private static void AddPart(Data.Database database, Report report, ReportSection section, int at)
    {
        database.Add(
            new ReportPart
            {
                ReportId = report.Id,
                SectionId = section.Id,
                Place = at,
                Kind = section.Kind,
                Title = section.Title,
            }
        );
    }

    private ReportPassage New(
        long part,
        IReadOnlyList<ReportPassage> beside,
        string text,
        Person person,
        long? origin = null,
        string? originName = null
    ) =>
        new()
        {
            PartId = part,
            Place = beside.Count == 0 ? 0 : beside.Max(one => one.Place) + 1,
            Text = text,
            WrittenAt = clock.UtcNow,
            WrittenById = person.Id,
            WrittenByName = person.Name,
            OriginId = origin,
            OriginName = originName,
        };

    private void Write(ReportPassage passage, string text, Person person)
    {
        (passage.Text, passage.WrittenAt) = (text, clock.UtcNow);
        (passage.WrittenById, passage.WrittenByName) = (person.Id, person.Name);
        passage.Version++;
    }

    private static ReportPassage? Find(ReportFile file, long passage) =>
        file.Parts.SelectMany(part => part.Passages).FirstOrDefault(one => one.Id == passage);

    private static string Clean(string text) => Fold.Clean(text).ReplaceLineEndings("\n").Trim();
}
