using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations.Papers;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Papers;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Tasks;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Demo;

/// <summary>
/// Reports with which an installation begins that wants to be tried: the national one for the first two months of 2020, and a
/// period of the made-up union in which every state is to be seen. All words are made up.
/// </summary>
public sealed class FirstReports
{
    private static readonly Person Author = new(0, "Dữ liệu minh họa", []);

    // Each is cited with everything behind it: the first start waits for few.
    private const string Cited = "congresses-expected,congresses-held,model-congresses-held,congresses-overdue";

    private readonly DatabaseFactory databases;
    private readonly CampaignPlaces places;
    private readonly PartFilling filling;
    private readonly NumberRegister numbers;
    private readonly SiteClock clock;

    internal FirstReports(
        DatabaseFactory databases,
        CampaignPlaces places,
        PartFilling filling,
        NumberRegister numbers,
        SiteClock clock
    ) => (this.databases, this.places, this.filling, this.numbers, this.clock) = (databases, places, filling, numbers, clock);

    /// <summary>Writes them into an installation that has the demo's campaigns.</summary>
    public async Task FillAsync(CancellationToken stop)
    {
        foreach (var campaign in await places.CampaignsAsync(stop))
        {
            if (campaign.ClosedOn is null)
                await FillUnionAsync(campaign, stop);
            else
                await FillNationAsync(campaign, stop);
        }
    }

    private async Task FillNationAsync(KnownCampaign campaign, CancellationToken stop)
    {
        var (_, period) = await BeginAsync(
            campaign,
            "Báo cáo công tác tổ chức đại hội đảng bộ các cấp",
            Cadence.AdHoc,
            new("2 tháng đầu năm 2020", new(2020, 1, 1), new(2020, 3, 2)),
            stop
        );
        await WriteAsync(campaign, period, campaign.Root, ReportState.Accepted, Words("trong cả nước"), stop);
    }

    private async Task FillUnionAsync(KnownCampaign campaign, CancellationToken stop)
    {
        var until = clock.Today.AddDays(-3);
        var (_, period) = await BeginAsync(
            campaign,
            "Báo cáo kết quả tổ chức đại hội công đoàn",
            Cadence.Month,
            new($"tháng {until.Month} năm {until.Year}", new(until.Year, until.Month, 1), until),
            stop
        );
        var below = await places.BelowAsync(campaign, campaign.Root, until, stop);
        ReportState[] states = [ReportState.Accepted, ReportState.Submitted, ReportState.Returned];
        foreach (var (at, place) in below.Take(states.Length).Index())
            await WriteAsync(campaign, period, place.Id, states[at], Words($"tại {place.Name}"), stop);
        await WriteAsync(campaign, period, campaign.Root, ReportState.Draft, [], stop);
        await using var database = databases.Create();
        database.Add(
            new ReportTask
            {
                CampaignId = campaign.Id,
                OrganisationId = campaign.Root,
                Text = "Kiểm tra, đôn đốc các đơn vị chưa tổ chức đại hội",
                Owner = "Ban Tổ chức",
                Partners = "Ủy ban Kiểm tra",
                DueOn = clock.Today.AddDays(12),
                SetAt = clock.UtcNow,
                SetByName = Author.Name,
            }
        );
        await database.SaveChangesAsync(stop);
    }

    // One passage for each section of words, in the order of the usual template.
    private static string[] Words(string where) =>
        [
            $"Các cấp {where} đã ban hành kế hoạch, thành lập các tiểu ban và phân công người theo dõi từng đơn vị (nội dung minh họa).\n\n- Hai hội nghị giao ban trực tuyến;\n- Ba đoàn kiểm tra, đôn đốc tại cơ sở.",
            "Việc chuẩn bị đúng quy trình, quy định; đại hội điểm diễn ra dân chủ, đoàn kết. Một số nơi gửi báo cáo còn chậm.",
            "Thiếu hội trường để tổ chức đại hội ở vùng sâu, vùng xa; kinh phí cấp chậm so với kế hoạch.",
            "Chọn đơn vị làm điểm sớm, rút kinh nghiệm ngay sau đại hội điểm.",
            "Đề nghị cấp trên cấp kinh phí sớm cho cơ sở.",
        ];

    private async Task<(ReportTemplate Template, ReportPeriod Period)> BeginAsync(
        KnownCampaign campaign,
        string name,
        Cadence cadence,
        (string Name, DateOnly From, DateOnly Until) asked,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        var template = new ReportTemplate
        {
            CampaignId = campaign.Id,
            OrganisationId = campaign.Root,
            Name = name,
            Cadence = cadence,
        };
        database.Add(template);
        await database.SaveChangesAsync(stop);
        foreach (var (at, usual) in UsualTemplate.Sections.Index())
            database.Add(
                new ReportSection
                {
                    TemplateId = template.Id,
                    OrganisationId = campaign.Root,
                    Place = at,
                    Kind = usual.Kind,
                    Title = usual.Title,
                    Hint = usual.Hint,
                    Figures = usual.Kind == SectionKind.Figures ? Cited : usual.Figures,
                    Level =
                        campaign.Levels.Any(level => level.Code == "grassroots") && usual.Kind != SectionKind.Text
                            ? "grassroots"
                            : null,
                }
            );
        var period = new ReportPeriod
        {
            TemplateId = template.Id,
            Name = asked.Name,
            From = asked.From,
            Until = asked.Until,
            OpenedAt = clock.UtcNow,
            OpenedByName = Author.Name,
        };
        database.Add(period);
        await database.SaveChangesAsync(stop);
        // The top of the campaign itself, and those directly below it.
        var top = (await places.FindAsync(campaign, campaign.Root, asked.Until, stop))!.Level;
        foreach (var (at, level) in campaign.Levels.Where(level => level.Ordinal >= top).Take(2).Index())
            database.Add(
                new ReportDue
                {
                    PeriodId = period.Id,
                    Level = level.Ordinal,
                    DueOn = asked.Until.AddDays(7 - (at * 2)),
                }
            );
        await database.SaveChangesAsync(stop);
        return (template, period);
    }

    private async Task WriteAsync(
        KnownCampaign campaign,
        ReportPeriod period,
        long organisation,
        ReportState state,
        IReadOnlyList<string> words,
        CancellationToken stop
    )
    {
        long id;
        await using (var database = databases.Create())
        {
            var report = new Report
            {
                PeriodId = period.Id,
                OrganisationId = organisation,
                Edition = 1,
            };
            database.Add(report);
            await database.SaveChangesAsync(stop);
            id = report.Id;
            var sections = await database
                .Set<ReportSection>()
                .Where(section => section.TemplateId == period.TemplateId)
                .OrderBy(section => section.Place)
                .ToListAsync(stop);
            var parts = sections.ConvertAll(section => new ReportPart
            {
                ReportId = id,
                SectionId = section.Id,
                Place = section.Place,
                Kind = section.Kind,
                Title = section.Title,
            });
            database.AddRange(parts);
            await database.SaveChangesAsync(stop);
            foreach (var (part, text) in parts.Where(part => part.Kind == SectionKind.Text).Zip(words))
                database.Add(
                    new ReportPassage
                    {
                        PartId = part.Id,
                        Place = 0,
                        Text = text,
                        WrittenAt = clock.UtcNow,
                        WrittenById = Author.Id,
                        WrittenByName = Author.Name,
                    }
                );
            AddStep(database, id, StepTaken.Begun, null);
            await database.SaveChangesAsync(stop);
        }
        if (state != ReportState.Draft)
            await SendAsync(campaign, id, state, stop);
    }

    private async Task SendAsync(KnownCampaign campaign, long id, ReportState state, CancellationToken stop)
    {
        await using var reading = databases.Create();
        var seen = (await ReportFile.ReadAsync(reading, places, id, stop))!;
        var data = new Dictionary<long, string>();
        // Of what came back nothing is kept.
        if (state != ReportState.Returned)
            foreach (var part in seen.Parts.Where(part => part.Part.Kind != SectionKind.Text))
                data.Add(part.Part.Id, (await filling.CiteAsync(seen.Frame, part.Asked, Actor.Program, stop)).Json());
        await using var work = (await HeldReport.BeginAsync(databases, places, id, stop))!;
        var number = await numbers.ReserveWithinTransactionAsync(
            work.Database,
            work.File.Place.Id,
            ReportDeciding.Symbol,
            campaign.Term ?? campaign.Code,
            work.File.ChangeKey,
            ReportDeciding.TitleOf(work.File),
            clock.UtcNow,
            stop
        );
        foreach (var part in work.File.Parts)
            part.Part.Data = data.GetValueOrDefault(part.Part.Id);
        work.Report.Submit(number, PaperWording.Usual.Json(), clock.UtcNow, Author.Id, Author.Name);
        AddStep(work.Database, id, StepTaken.Submitted, null);
        if (state == ReportState.Accepted)
        {
            work.Report.Accept(clock.UtcNow, Author.Name);
            await NumberRegister.IssueWithinTransactionAsync(work.Database, work.File.ChangeKey, clock.Today, stop);
            AddStep(work.Database, id, StepTaken.Accepted, null);
        }
        else if (state == ReportState.Returned)
        {
            work.Report.Return(clock.UtcNow, Author.Name);
            AddStep(work.Database, id, StepTaken.Returned, "Phần khó khăn còn chung chung, nêu rõ ở những cơ sở nào.");
        }
        await work.CommitAsync(stop);
    }

    private void AddStep(Database database, long report, StepTaken taken, string? note) =>
        database.Add(ReportStep.Of(report, taken, clock.UtcNow, Author, note));
}
