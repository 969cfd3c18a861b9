using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;
using DaiHoi.Web;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Benchmarks;

/// <summary>
/// 1,500 delegates who come through twenty doors at once, each mark sent as a door sends it; one in ten is sent twice, as by a door
/// whose line broke. Everybody is there afterwards, and nobody twice, or the row fails.
/// </summary>
internal sealed class CheckIns : IRow
{
    private const int Delegates = 1_500;
    private const int Doors = 20;
    private const int Twice = 10;
    private const string Province = "BPC";
    private const string Password = "mot cau dai de do toc do";

    private static readonly Person Officer = new(1, "người đo", [new(Role.Officer, "/")]);
    private static readonly Actor Actor = new(1, "đo", null);

    public string Name => "check-ins";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var folder = KeptCampaign.Copy(workshop, await KeptCampaign.FolderAsync(workshop, stop));
        long session;
        List<long> delegates;
        await using (var services = KeptCampaign.Open(folder))
        {
            await Composition.PrepareAsync(services, stop);
            (session, delegates) = await PlantAsync(workshop, services, stop);
        }
        var spent = new ConcurrentBag<double>();
        double whole;
        await using (var program = await Portal.OpenAsync(workshop.Program, folder, stop))
        {
            var page = FormattableString.Invariant($"/dai-hoi/{NationalCampaign.Code}/{Province}/diem-danh?phien={session}");
            var doors = new List<(DeskReader Desk, string Token)>();
            for (var door = 0; door < Doors; door++)
            {
                var desk = new DeskReader(program.Port);
                await desk.SignInAsync(AccountOf(door), Password, stop);
                doors.Add((desk, await desk.TokenAsync(page, stop)));
            }
            var from = Stopwatch.GetTimestamp();
            await Task.WhenAll(
                doors.Select(
                    (door, at) =>
                        Task.Run(
                            async () =>
                            {
                                foreach (var who in delegates.Where((_, i) => i % Doors == at))
                                    await MarkAsync(door.Desk, page + "&handler=Mark", door.Token, who, spent, stop);
                            },
                            stop
                        )
                )
            );
            whole = Stopwatch.GetElapsedTime(from).TotalSeconds;
            foreach (var (desk, _) in doors)
                desk.Dispose();
        }
        await ProveAsync(folder, session, stop);
        workshop.Say(string.Create(CultureInfo.InvariantCulture, $"{Delegates} came in {whole:0.0} s"));
        return [new($"{Name}/answer", "ms", Target.AtMost(250, "ms")) { Value = new([.. spent]) }];
    }

    private static async Task MarkAsync(
        DeskReader desk,
        string path,
        string token,
        long who,
        ConcurrentBag<double> spent,
        CancellationToken stop
    )
    {
        KeyValuePair<string, string>[] mark =
        [
            new("id", who.ToString(CultureInfo.InvariantCulture)),
            new("mark", nameof(Attendance.Arrived)),
            new("key", FormattableString.Invariant($"mark-{who}")),
            new("ago", "0"),
        ];
        for (var again = 0; again < (who % Twice == 0 ? 2 : 1); again++)
        {
            var from = Stopwatch.GetTimestamp();
            if (await desk.SendAsync(path, token, mark, stop) is not HttpStatusCode.OK and var status)
                throw new InvalidOperationException($"a mark was answered {status}");
            spent.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
    }

    private static async Task ProveAsync(string folder, long session, CancellationToken stop)
    {
        await using var services = KeptCampaign.Open(folder);
        var (rows, people) = await services
            .GetRequiredService<Sql>()
            .FirstAsync(
                "select count(*), count(distinct delegate_id) from attendance_mark where session_id = @s",
                row => (row.GetInt64(0), row.GetInt64(1)),
                stop,
                ("s", session)
            );
        if (rows != Delegates || people != Delegates)
            throw new InvalidOperationException($"{rows} marks of {people} people, not {Delegates}");
    }

    private static async Task<(long Session, List<long> Delegates)> PlantAsync(
        Workshop workshop,
        ServiceProvider services,
        CancellationToken stop
    )
    {
        workshop.Say("listing the delegates of a province");
        var province = (await services.GetRequiredService<OrganisationTree>().FindAsync(Province, stop))!;
        await using (var scope = services.CreateAsyncScope())
        {
            var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
            for (var door = 0; door < Doors; door++)
            {
                var (account, _) = await register.OpenAsync(Actor, AccountOf(door), $"Bàn {door + 1}", null, Password, stop);
                await register.GrantAsync(Actor, account!, Role.Officer, province.Id, stop);
            }
        }
        var opened = (
            await services.GetRequiredService<CongressBook>().OpenAsync(Officer, NationalCampaign.Code, Province, stop)
        )!;
        // A congress is held while its campaign is open.
        var clock = services.GetRequiredService<Web.Platform.Time.SiteClock>();
        var now = DateTime.SpecifyKind(clock.UtcNow, DateTimeKind.Utc);
        var starts =
            opened.Campaign.ClosedOn is { } closed && closed <= clock.Today ? clock.ToUtc(closed.ToDateTime(new(8, 0))) : now;
        var session = await services
            .GetRequiredService<AgendaSetting>()
            .SetSessionAsync(Actor, opened, null, new("Phiên thứ nhất", starts, starts.AddHours(4), false), stop);
        if (!session.Stands)
            throw new InvalidOperationException($"the session was refused: {session.Problems[0].Text}");
        await services
            .GetRequiredService<DelegateListing>()
            .AddAllAsync(
                Officer,
                Actor,
                opened,
                [
                    .. Enumerable
                        .Range(1, Delegates)
                        .Select(number =>
                            (
                                number,
                                new WantedDelegate(DelegateKind.Appointed, null, null, $"Đại biểu {number}", IsAnother: true)
                            )
                        ),
                ],
                others: [],
                keep: true,
                stop
            );
        var delegates = await services
            .GetRequiredService<Sql>()
            .ListAsync(
                "select id from listed_delegate where congress_id = @c order by id",
                row => row.GetInt64(0),
                stop,
                ("c", opened.Congress)
            );
        if (delegates.Count != Delegates)
            throw new InvalidOperationException($"{delegates.Count} delegates are listed");
        return (session.Id, delegates);
    }

    private static string AccountOf(int door) => FormattableString.Invariant($"ban-{door}");
}
