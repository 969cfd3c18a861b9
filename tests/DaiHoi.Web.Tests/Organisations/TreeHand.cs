using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Tests.Organisations;

/// <summary>Somebody who changes the tree, on 1 December 2025 unless the clock is set; followers of the tree as the test brings them.</summary>
internal sealed class TreeHand
{
    public static readonly Actor Clerk = new(7, "Thu Hà", "192.0.2.7");

    public TreeHand(TestDatabase database, params IFollowTheTree[] followers)
    {
        var clock = new SiteClock(Time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        var called = new Lazy<IEnumerable<IFollowTheTree>>(followers);
        Sql = database.Sql;
        Clock = clock;
        Changes = new RecordedChanges(new AuditLog(clock), new ChangeFeed(), clock);
        Tree = new OrganisationTree(database.Factory, called);
        Desk = new OrganisationDesk(database.Factory, Changes, clock, called);
        Called = called;
    }

    public Sql Sql { get; }
    public SettableTime Time { get; } = new(new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero));
    public SiteClock Clock { get; }
    public RecordedChanges Changes { get; }
    public Lazy<IEnumerable<IFollowTheTree>> Called { get; }
    public OrganisationTree Tree { get; }
    public OrganisationDesk Desk { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static DateOnly Day(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public Task<TreeAnswer> TryAsync(TreePlan plan, string on) => Desk.ChangeAsync(Clerk, plan, new(Day(on), "12-QĐ/TU"), Stop);

    /// <summary>Does what must be possible.</summary>
    public async Task<TreeAnswer> DoAsync(TreePlan plan, string on)
    {
        var answer = await TryAsync(plan, on);
        Assert.Empty(answer.Problems.Select(problem => $"{problem.Field}: {problem.Why}"));
        return answer;
    }

    public async Task<long> FoundAsync(string code, string name, string level, long? parent, string on = "2000-01-01") =>
        (await DoAsync(new Found(new(code, name, level), parent), on)).Subject!.Value;

    /// <summary>Codes below an organisation on a day, each with what stands above it: "X1 &lt; H1", in order of codes.</summary>
    public async Task<List<string>> OnAsync(string day) =>
        await Sql.ListAsync(
            """
            select o.code, p.code, v.name from organisation_version v
            join organisation o on o.id = v.organisation_id
            left join organisation p on p.id = v.parent_id and p.parent_id is not null
            where o.parent_id is not null and v.valid_from <= @day and (v.valid_to is null or v.valid_to >= @day)
            order by o.code
            """,
            row => $"{row.GetString(0)} < {row.TextOrNull(1) ?? "·"} {row.GetString(2)}",
            Stop,
            ("day", Day(day))
        );
}
