using System.Diagnostics;
using System.Globalization;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;
using DaiHoi.Web;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Reports;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Benchmarks;

/// <summary>
/// A national report that has taken over every passage of the accepted reports below, as its officer meets it: the page, the
/// list of what comes from below, and the papers, asked of the running program on the whole country.
/// </summary>
internal sealed class OpenedReport : IRow
{
    private const int Rounds = 9;
    private const int LongPassage = 25;
    private const int Provinces = 67;
    private const string SignInName = "do";
    private const string Password = "mot cau dai de do toc do";

    private static readonly DateOnly From = new(2020, 1, 1);
    private static readonly DateOnly Until = new(2020, 3, 2);

    // Who writes does not decide.
    private static readonly Person Writer = new(1, "người viết", [new(Role.Officer, "/"), new(Role.Checker, "/")]);
    private static readonly Person Decider = new(2, "người duyệt", [new(Role.Checker, "/")]);
    private static readonly Actor Actor = new(1, "đo", null);

    public string Name => "opened-report";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var folder = KeptCampaign.Copy(workshop, await KeptCampaign.FolderAsync(workshop, stop));
        long report;
        long part;
        await using (var services = KeptCampaign.Open(folder))
        {
            await Composition.PrepareAsync(services, stop);
            (report, part) = await PlantAsync(workshop, services, stop);
        }
        await using var program = await Portal.OpenAsync(workshop.Program, folder, stop);
        using var desk = new DeskReader(program.Port);
        await desk.SignInAsync(SignInName, Password, stop);
        var page = FormattableString.Invariant($"/bao-cao/{report}");
        return
        [
            await RowAsync("page", page),
            await RowAsync("below", FormattableString.Invariant($"{page}/muc/{part}")),
            await RowAsync("pdf", page + "?handler=Pdf"),
            await RowAsync("docx", page + "?handler=Docx"),
        ];

        async Task<Result> RowAsync(string what, string path)
        {
            List<double> spent = [];
            for (var round = -2; round < Rounds; round++)
            {
                var from = Stopwatch.GetTimestamp();
                await desk.ReadAsync(path, stop);
                if (round >= 0)
                    spent.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
            return new($"{Name}/{what}", "ms", Target.AtMost(2000, "ms")) { Value = new(spent) };
        }
    }

    // Each organisation directly below the root has written, sent and been accepted; the root has taken everything over.
    private static async Task<(long Report, long Part)> PlantAsync(
        Workshop workshop,
        ServiceProvider services,
        CancellationToken stop
    )
    {
        workshop.Say("writing the reports below the national one");
        var root = (await services.GetRequiredService<OrganisationTree>().FindAsync(NationalCountry.RootCode, stop))!;
        await using (var scope = services.CreateAsyncScope())
        {
            var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
            var (account, _) = await register.OpenAsync(Actor, SignInName, "Cán bộ đo", null, Password, stop);
            await register.GrantAsync(Actor, account!, Role.Officer, root.Id, stop);
        }
        var below = await services
            .GetRequiredService<Sql>()
            .ListAsync(
                "select code from organisation where parent_id = @root order by code",
                row => row.GetString(0),
                stop,
                ("root", root.Id)
            );
        if (below.Count != Provinces)
            throw new InvalidOperationException($"{below.Count} organisations stand directly below the root");
        var (_, template) = await services
            .GetRequiredService<TemplateSetting>()
            .BeginAsync(Writer, Actor, NationalCampaign.Code, NationalCountry.RootCode, "Báo cáo", Cadence.AdHoc, stop);
        var due = Enumerable.Range(0, 5).ToDictionary(level => level, level => Until.AddDays(10 - level));
        var (result, period) = await services
            .GetRequiredService<PeriodOpening>()
            .OpenAsync(Writer, Actor, template!.Value, new("2 tháng đầu năm 2020", From, Until, due, Confirmed: true), stop);
        if (period is null)
            throw new InvalidOperationException(string.Join(", ", result.Problems.Select(problem => problem.Text)));
        foreach (var code in below)
            await AcceptedAsync(services, period.Value, code, stop);
        var (desk, lower) = (services.GetRequiredService<ReportDesk>(), services.GetRequiredService<LowerReports>());
        var report = (await desk.BeginAsync(Writer, Actor, period.Value, NationalCountry.RootCode, stop))!.Value;
        var file = await FileAsync(services, report, stop);
        var texts = file.Parts.Where(part => part.Part.Kind == SectionKind.Text).Select(part => part.Part).ToList();
        foreach (var part in texts)
        {
            var origins = (await lower.PassagesAsync(file, part, stop)).ConvertAll(passage => passage.Id);
            if (origins.Count != below.Count)
                throw new InvalidOperationException($"{origins.Count} passages of {below.Count} reports");
            await desk.TakeOverAsync(Writer, Actor, report, part.Id, origins, stop);
        }
        return (report, texts[0].Id);
    }

    private static async Task AcceptedAsync(ServiceProvider services, long period, string code, CancellationToken stop)
    {
        var (desk, deciding) = (services.GetRequiredService<ReportDesk>(), services.GetRequiredService<ReportDeciding>());
        var report = (await desk.BeginAsync(Writer, Actor, period, code, stop))!.Value;
        foreach (var part in (await FileAsync(services, report, stop)).Parts.Where(part => part.Part.Kind == SectionKind.Text))
        {
            var passage = (await desk.AddAsync(Writer, report, part.Part.Id, stop))!;
            await desk.SaveAsync(Writer, report, passage.Id, Words(code, part.Part.Title), passage.Version, stop);
        }
        var written = (await FileAsync(services, report, stop)).Report.Version;
        Demand(await deciding.SubmitAsync(Writer, Actor, report, written, stop));
        var sent = (await FileAsync(services, report, stop)).Report.Version;
        Demand(await deciding.AcceptAsync(Decider, Actor, report, sent, stop));
    }

    private static async Task<ReportFile> FileAsync(ServiceProvider services, long report, CancellationToken stop)
    {
        await using var database = services.GetRequiredService<DatabaseFactory>().Create();
        return (await ReportFile.ReadAsync(database, services.GetRequiredService<Web.Campaigns.CampaignPlaces>(), report, stop))!;
    }

    private static void Demand(ReportResult result)
    {
        if (result.Outcome != ReportOutcome.Done)
            throw new InvalidOperationException(
                $"{result.Outcome} {string.Join(", ", result.Problems.Select(problem => problem.Text))}"
            );
    }

    // About a page each, no two alike.
    private static string Words(string code, string title) =>
        string.Join(
            '\n',
            Enumerable
                .Range(1, LongPassage)
                .Select(line =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{title}, đơn vị {code}, ý {line}: đã ban hành kế hoạch, tổ chức hội nghị quán triệt và phân công cấp ủy viên."
                    )
                )
        );
}
