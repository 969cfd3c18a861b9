using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Difficulties;
using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.People;
using DaiHoi.Web.Tests.Reports;
using DaiHoi.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DaiHoi.Web.Tests.Platform.Access;

/// <summary>Access.csv decides each endpoint × role; an endpoint that is missing from it, or states no rule, is found.</summary>
public sealed class EndpointRulesTests(DemoSite demo)
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    [Fact]
    public async Task Each_endpoint_says_of_each_role_what_the_table_says()
    {
        var site = await demo.OpenedAsync();
        var table = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "Access.csv"));
        Assert.Equal(table.ReplaceLineEndings("\n"), Table(site.Services.GetRequiredService<EndpointDataSource>()));
    }

    [Fact]
    public async Task An_endpoint_without_a_rule_is_found_by_the_table_and_by_nobody_else()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IKnowsPersons, Nobody>();
        await using var app = builder.Build();
        app.UseRouting();
        app.UseAccess();
        app.MapGet("/khong-ai-giu", () => "secret");
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains(
            "GET /khong-ai-giu,NO RULE",
            Table(app.Services.GetRequiredService<EndpointDataSource>()),
            StringComparison.Ordinal
        );
        using var client = new HttpClient();
        using var answer = await client.GetAsync(app.Urls.First() + "/khong-ai-giu", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_belongs_to_an_organisation_is_not_found_from_another()
    {
        var site = await demo.OpenedAsync();
        var tree = site.Service<OrganisationTree>();
        var root = await tree.RootAsync(Stop);
        var own = await tree.AddAsync(root.Id, $"own-{Guid.NewGuid():n}", "Đảng bộ huyện A", OrganisationLevels.District, Stop);
        var other = await tree.AddAsync(
            root.Id,
            $"other-{Guid.NewGuid():n}",
            "Đảng bộ huyện B",
            OrganisationLevels.District,
            Stop
        );
        var account = await Visitor.OpenAccountAsync(site, $"cua-a-{Guid.NewGuid():n}"[..20]);
        await GrantAsync(site, account, Role.Reporter, own.Id);
        var campaign = $"c-{Guid.NewGuid():n}";
        var opened = await site.Service<CampaignOpening>()
            .OpenAsync(new(campaign, "Đợt của A", null, "vn-2020", own.Code, new(2020, 1, 1), []), Actor.Program, Stop);
        Assert.Empty(opened.Problems);
        var report = await PlantedReport.OfAsync(site, opened.Campaign, own.Id, level: 2);
        var difficulty = await PlantDifficultyAsync(site, opened.Campaign, own.Id);
        var somebody = await PlantedPeople.AddAsync(site, own, "Trần Thị Bình", "1980");
        var another = await PlantedPeople.AddAsync(site, own, "Trần Thị Bình", "3/1980");
        // Each endpoint of this kind, with an address that leads to something of the first; null where it is the top's alone.
        var addresses = new Dictionary<string, (string Path, long? Of)>(StringComparer.Ordinal)
        {
            ["page /quan-tri/tai-khoan/{id:long}"] = ($"/quan-tri/tai-khoan/{account.Id}", own.Id),
            ["page /dai-hoi/{campaign}/{organisation}"] = ($"/dai-hoi/{campaign}/{own.Code}", own.Id),
            ["page /dai-hoi/{campaign}/{organisation}/bang"] = ($"/dai-hoi/{campaign}/{own.Code}/bang", own.Id),
            ["page /dai-hoi/{campaign}/{organisation}/nhiem-vu"] = ($"/dai-hoi/{campaign}/{own.Code}/nhiem-vu", own.Id),
            ["page /dot-dai-hoi/{campaign}"] = ($"/dot-dai-hoi/{campaign}", own.Id),
            ["page /tong-quan/{campaign}/{organisation}/thoi-gian"] = ($"/tong-quan/{campaign}/{own.Code}/thoi-gian", own.Id),
            ["page /tong-quan/{campaign}/{organisation}/viec-den-han"] = (
                $"/tong-quan/{campaign}/{own.Code}/viec-den-han",
                own.Id
            ),
            ["GET /minh-chung/{id:long}"] = ($"/minh-chung/{await AttachAsync(site, opened.Campaign, own.Id, account)}", own.Id),
            ["page /bao-cao/ky/{period:long}/{organisation}"] = ($"/bao-cao/ky/{report.Period}/{own.Code}", own.Id),
            ["page /bao-cao/loi-van/{campaign}/{organisation}"] = ($"/bao-cao/loi-van/{campaign}/{own.Code}", own.Id),
            ["page /bao-cao/mau/{campaign}/{organisation}"] = ($"/bao-cao/mau/{campaign}/{own.Code}", own.Id),
            ["page /bao-cao/nhiem-vu/{campaign}/{organisation}"] = ($"/bao-cao/nhiem-vu/{campaign}/{own.Code}", own.Id),
            ["page /bao-cao/noi-dung-mau/{template:long}/{organisation}"] = (
                $"/bao-cao/noi-dung-mau/{report.Template}/{own.Code}",
                own.Id
            ),
            ["page /bao-cao/{report:long}"] = ($"/bao-cao/{report.Report}", own.Id),
            ["page /bao-cao/{report:long}/muc/{part:long}"] = ($"/bao-cao/{report.Report}/muc/{report.Part}", own.Id),
            ["page /ho-so/don-vi/{organisation}"] = ($"/ho-so/don-vi/{own.Code}", own.Id),
            ["page /ho-so/don-vi/{organisation}/nhap-du-lieu"] = ($"/ho-so/don-vi/{own.Code}/nhap-du-lieu", own.Id),
            ["page /ho-so/don-vi/{organisation}/them"] = ($"/ho-so/don-vi/{own.Code}/them", own.Id),
            ["page /ho-so/{id:long}"] = ($"/ho-so/{somebody}", own.Id),
            ["page /ho-so/{id:long}/so-sanh/{other:long}"] = ($"/ho-so/{somebody}/so-sanh/{another}", own.Id),
            ["page /ho-so/{id:long}/sua"] = ($"/ho-so/{somebody}/sua", own.Id),
            ["page /kho-khan/danh-sach/{campaign}/{organisation}"] = ($"/kho-khan/danh-sach/{campaign}/{own.Code}", own.Id),
            ["page /kho-khan/ghi/{campaign}/{organisation}"] = ($"/kho-khan/ghi/{campaign}/{own.Code}", own.Id),
            ["page /kho-khan/{id:long}"] = ($"/kho-khan/{difficulty.Id}", own.Id),
            ["GET /kho-khan/tep/{id:long}"] = ($"/kho-khan/tep/{difficulty.File}", own.Id),
            ["page /to-chuc/{id:long}"] = ($"/to-chuc/{own.Id}", own.Id),
            ["page /to-chuc/{id:long}/so-van-ban"] = ($"/to-chuc/{own.Id}/so-van-ban", own.Id),
            ["page /to-chuc/nhap-du-lieu"] = ("/to-chuc/nhap-du-lieu", null),
            ["page /tong-quan/{campaign}/{organisation}"] = ($"/tong-quan/{campaign}/{own.Code}", own.Id),
            ["page /so-lieu/{campaign}/{figure}/{organisation}"] = ($"/so-lieu/{campaign}/congresses-held/{own.Code}", own.Id),
            ["page /nhat-ky"] = ("/nhat-ky", null),
            ["GET /nhat-ky/tai-ve"] = ("/nhat-ky/tai-ve", null),
        };
        var endpoints = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRuleAttribute>() is ForAttribute { OwnOnly: true })
            .DistinctBy(NameOf)
            .ToList();
        Assert.Equal(addresses.Keys.Order(StringComparer.Ordinal), endpoints.Select(NameOf).Order(StringComparer.Ordinal));
        foreach (var endpoint in endpoints)
        {
            var (path, of) = addresses[NameOf(endpoint)];
            foreach (var role in ((ForAttribute)endpoint.Metadata.GetMetadata<AccessRuleAttribute>()!).Roles)
            {
                Assert.Equal((path, HttpStatusCode.NotFound), (path, await AskAsync(site, role, other.Id, path)));
                Assert.Equal((path, HttpStatusCode.OK), (path, await AskAsync(site, role, of ?? root.Id, path)));
                Assert.Equal((path, HttpStatusCode.OK), (path, await AskAsync(site, role, root.Id, path)));
            }
        }
    }

    private static async Task<KeptEvidence> KeepAsync(Site site)
    {
        var minutes = new MemoryStream(Pdf.Of());
        var file = new FormFile(minutes, 0, minutes.Length, "evidence", "bien-ban.pdf");
        var (kept, problem, _) = await site.Service<EvidenceStore>().PutAsync([file], Texts.Vietnamese, Stop);
        Assert.Null(problem);
        return kept[0];
    }

    private static async Task<(long Id, long File)> PlantDifficultyAsync(Site site, long campaign, long organisation)
    {
        var kept = await KeepAsync(site);
        await using var database = site.Service<DatabaseFactory>().Create();
        var difficulty = new Difficulty
        {
            CampaignId = campaign,
            OrganisationId = organisation,
            IsLesson = false,
            Topic = DifficultyTopic.Other,
            Text = "Thiếu hội trường",
            RequestKey = Guid.NewGuid().ToString("n"),
            RecordedOn = new(2020, 3, 2),
            RecordedAt = new(2020, 3, 2, 0, 0, 0, DateTimeKind.Utc),
            RecordedById = 0,
            RecordedByName = "Người thử",
            HolderId = organisation,
        };
        database.Add(difficulty);
        await database.SaveChangesAsync(Stop);
        var file = new DifficultyFile
        {
            DifficultyId = difficulty.Id,
            Sha256 = kept.Sha256,
            IsPicture = kept.IsPicture,
            Name = kept.Name,
            Length = kept.Length,
        };
        database.Add(file);
        await database.SaveChangesAsync(Stop);
        return (difficulty.Id, file.Id);
    }

    /// <returns>id of a document that is attached to the congress of an organisation</returns>
    private static async Task<long> AttachAsync(Site site, long campaign, long organisation, Account account)
    {
        var kept = await KeepAsync(site);
        await using var database = site.Service<DatabaseFactory>().Create();
        var congress = await database
            .Set<Congress>()
            .FirstAsync(one => one.CampaignId == campaign && one.OrganisationId == organisation, Stop);
        var evidence = new EvidenceFile
        {
            CongressId = congress.Id,
            Sha256 = kept.Sha256,
            IsPicture = kept.IsPicture,
            Name = kept.Name,
            Length = kept.Length,
            AddedOn = new(2020, 3, 2),
            AddedAt = new(2020, 3, 2, 0, 0, 0, DateTimeKind.Utc),
            AddedById = account.Id,
            AddedByName = "Người thử",
        };
        database.Add(evidence);
        await database.SaveChangesAsync(Stop);
        return evidence.Id;
    }

    [Fact]
    public async Task What_an_auditor_only_reads_refuses_what_he_sends()
    {
        var site = await demo.OpenedAsync();
        using var auditor = await Visitor.SignedInAsync(site, $"soi-{Guid.NewGuid():n}"[..20], Role.Auditor);
        foreach (var path in (string[])["/ban-bien-tap/cong", "/ban-bien-tap/cong/trang-chu", "/ban-bien-tap/van-ban"])
        {
            Assert.Contains("Bạn chỉ xem trang này", await auditor.ReadAsync(path), StringComparison.Ordinal);
            using var sent = await auditor.SendAsync(path, ("seen", ""));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, sent.StatusCode));
        }
    }

    private static async Task<HttpStatusCode> AskAsync(Site site, Role role, long organisation, string path)
    {
        var name = $"ai-{Guid.NewGuid():n}"[..20];
        await GrantAsync(site, await Visitor.OpenAccountAsync(site, name), role, organisation);
        using var visitor = new Visitor(site);
        (await visitor.SignInAsync(name, Visitor.Password)).Dispose();
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task GrantAsync(Site site, Account account, Role role, long organisation)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<AccountRegister>()
            .GrantAsync(Actor.Program, account, role, organisation, Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Table(EndpointDataSource source)
    {
        var csv = new StringBuilder("endpoint,nobody,signed in,")
            .AppendJoin(',', Roles.Select(role => role.ToString().ToLowerInvariant()))
            .Append('\n');
        var rows = source
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Name: NameOf(endpoint), Rule: endpoint.Metadata.GetMetadata<AccessRuleAttribute>()))
            .DistinctBy(row => row.Name)
            .OrderBy(row => row.Name, StringComparer.Ordinal);
        foreach (var (name, rule) in rows)
        {
            csv.Append(name).Append(',');
            if (rule is null)
                csv.Append("NO RULE");
            else
                csv.Append(Word(rule.IsOpen, rule))
                    .Append(',')
                    .Append(Word(rule.IsOpen || rule.Allows(new(1, "x", [])), rule))
                    .Append(',')
                    .AppendJoin(
                        ',',
                        Roles.Select(role =>
                            role == Role.Auditor && rule is ForAttribute { AuditorReads: true }
                                ? "reads"
                                : Word(rule.IsOpen || rule.Allows(new(1, "x", [new(role, "/1/")])), rule)
                        )
                    );
            csv.Append('\n');
        }
        return csv.ToString();
    }

    private static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(methods is { Count: > 0 } ? string.Join('+', methods) : "page")} /{endpoint.RoutePattern.RawText?.TrimStart('/')}"
        );
    }

    // "own": on the organisation that it belongs to and those above; from another it is not found.
    private static string Word(bool allowed, AccessRuleAttribute rule) =>
        !allowed ? "no"
        : rule is ForAttribute { OwnOnly: true } ? "own"
        : "yes";

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed class Nobody : IKnowsPersons
    {
        public Task<Person?> WhoAsync(HttpContext context) => Task.FromResult<Person?>(null);
    }
}
