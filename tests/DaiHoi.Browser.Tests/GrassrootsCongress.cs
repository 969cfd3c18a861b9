using System.Text;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Browser.Tests;

/// <summary>
/// A made-up commune with twelve branches in a made-up district, and the people who hold its congress on 18 June 2020. The
/// district has approved its contents.
/// </summary>
internal sealed class GrassrootsCongress
{
    public const string District = "HUYEN";
    public const int Branches = 12;
    public const int PerBranch = 10;
    public const string CommuneName = "Đảng bộ xã Tân Hòa";

    private const string Campaign = "2020";
    private const string Commune = "XA";

    private static readonly string[] Families =
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Phan",
        "Vũ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
    ];

    private static readonly string[] Given =
    [
        "Văn An",
        "Thị Bình",
        "Văn Chiến",
        "Thị Dung",
        "Minh Đức",
        "Thị Hạnh",
        "Minh Khôi",
        "Thị Lan",
        "Quốc Nam",
        "Thị Oanh",
    ];

    /// <summary>At half past six in the morning, an hour before it begins.</summary>
    public static readonly DateTimeOffset Morning = new(2020, 6, 18, 6, 30, 0, TimeSpan.FromHours(7));

    /// <summary>Everybody who is summoned: no two have one name, with its marks or without.</summary>
    public static readonly IReadOnlyList<string> Delegates =
    [
        .. Enumerable
            .Range(0, Branches * PerBranch)
            .Select(i =>
                $"{Families[i % Families.Length]} {Given[((i % Families.Length) + (i / Families.Length)) % Given.Length]}"
            ),
    ];

    /// <summary>Who stand for the committee: two more than are to be elected.</summary>
    public static readonly IReadOnlyList<string> Candidates = [.. Enumerable.Range(0, 17).Select(i => Delegates[i * 7])];

    /// <summary>Who stand as delegates to the district: one more than are to be elected.</summary>
    public static readonly IReadOnlyList<string> ToTheDistrict = [.. Candidates.Take(9)];

    /// <summary>A page of its congress.</summary>
    /// <param name="page">as the address ends</param>
    public static string PathOf(string page) => $"/dai-hoi/{Campaign}/{Commune}/{page}";

    public static string PathOfDistrict(string page) => $"/dai-hoi/{Campaign}/{District}/{page}";

    /// <summary>Those whom the branches have elected, as an office has them in a table.</summary>
    public static byte[] DelegateFile()
    {
        var rows = Delegates.Select((name, i) => $"{CodeOf(i / PerBranch)},{name},được bầu");
        return Encoding.UTF8.GetBytes(string.Join('\n', ["Mã đơn vị,Họ và tên,Diện", .. rows]));
    }

    public static async Task ArrangeAsync(Portal portal)
    {
        var stop = TestContext.Current.CancellationToken;
        var services = portal.Services;
        await PlantAsync(services, stop);
        var opened = await services
            .GetRequiredService<CampaignOpening>()
            .OpenAsync(
                new(Campaign, "Đại hội đảng bộ các cấp", "2020 - 2025", "vn-2020", District, new(2020, 1, 2), []),
                Actor.Program,
                stop
            );
        Assert.Empty(opened.Problems);
        foreach (
            var (account, name, role, where) in new[]
            {
                ("can-bo", "Lý Thị Mai", Role.Officer, Commune),
                ("kiem-duyet", "Cao Văn Sơn", Role.Checker, District),
            }
        )
            await Newsroom.OpenAccountAsync(portal, account, name, where, role);
        foreach (var (account, name, _) in Duties)
            await Newsroom.OpenAccountAsync(portal, account, name, OrganisationTree.RootCode);
        await ApproveAsync(services, stop);
    }

    /// <summary>Who does what: account, name, duty.</summary>
    public static readonly IReadOnlyList<(string Account, string Name, string Duty)> Duties =
    [
        ("chu-tich", Delegates[1], "Presidium"),
        ("thu-ky", Delegates[2], "Secretariat"),
        ("tham-tra", Delegates[3], "CredentialCommittee"),
        ("cua-chinh", "Mai Văn Phúc", "CheckIn"),
        ("truong-ban", Delegates[4], "BoardHead"),
        ("to-1", Delegates[5], "BoardGroupA"),
        ("to-2", Delegates[6], "BoardGroupB"),
    ];

    private static string CodeOf(int branch) => FormattableString.Invariant($"{Commune}-{branch + 1:00}");

    private static async Task PlantAsync(IServiceProvider services, CancellationToken stop)
    {
        var owner = await services.GetRequiredService<OrganisationTree>().RootAsync(stop);
        await using var database = services.GetRequiredService<DatabaseFactory>().Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await TreePlanting.PlantAsync(
            database.Database.GetDbConnection(),
            transaction.GetDbTransaction(),
            owner,
            "vn-2020",
            [
                new(District, "Đảng bộ huyện Bình An", null, "district", -1, 3_120),
                new(Commune, CommuneName, null, "grassroots", 0, 286),
                .. Enumerable
                    .Range(0, Branches)
                    .Select(i => new PlantedOrganisation(
                        CodeOf(i),
                        FormattableString.Invariant($"Chi bộ thôn {i + 1}"),
                        null,
                        "branch",
                        1,
                        24
                    )),
            ],
            null,
            stop
        );
        await transaction.CommitAsync(stop);
    }

    // As the officer and the checker enter it during the spring.
    private static async Task ApproveAsync(IServiceProvider services, CancellationToken stop)
    {
        var (_, place) = (
            await services.GetRequiredService<CampaignPlaces>().FindAsync(Campaign, Commune, new(2020, 6, 18), stop)
        )!.Value;
        var accounts = services.GetRequiredService<IKnowsAccounts>();
        var (officer, checker) = ((await accounts.FindAsync("can-bo", stop))!, (await accounts.FindAsync("kiem-duyet", stop))!);
        var recording = services.GetRequiredService<EventRecording>();
        foreach (
            var (who, role, where, status, day) in new[]
            {
                (officer, Role.Officer, place.Path, CongressStatus.Preparing, new DateOnly(2020, 3, 2)),
                (officer, Role.Officer, place.Path, CongressStatus.PlanSubmitted, new DateOnly(2020, 5, 4)),
                (checker, Role.Checker, place.PathAbove, CongressStatus.PlanApproved, new DateOnly(2020, 5, 18)),
            }
        )
        {
            var recorded = await recording.RecordAsync(
                new Person(who.Id, who.DisplayName, [new(role, where)]),
                new(who.Id, who.DisplayName, null),
                Campaign,
                Commune,
                new(status, day, new HashSet<Demand> { Demand.Contents }),
                null,
                null,
                stop
            );
            Assert.True(
                recorded.Outcome == Recorded.Done,
                $"{status}: {recorded.Outcome} {string.Join(' ', recorded.Problems.Select(problem => problem.Words.Vietnamese))}"
            );
        }
    }
}
