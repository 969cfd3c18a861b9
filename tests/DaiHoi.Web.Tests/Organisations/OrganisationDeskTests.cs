using DaiHoi.Web.Organisations;
using DaiHoi.Web.Organisations.Changing;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Tests.Organisations;

public abstract class OrganisationDeskTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : OrganisationDeskTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : OrganisationDeskTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task What_was_renamed_has_its_old_name_on_the_day_before()
    {
        var hand = await HandAsync();
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh Bình Phước", "province", null);
        await hand.DoAsync(new Rename(province, "Đảng bộ tỉnh Đồng Nai", "Đồng Nai"), "2025-07-01");
        Assert.Equal(["T < · Đảng bộ tỉnh Bình Phước"], await hand.OnAsync("2025-06-30"));
        Assert.Equal(["T < · Đảng bộ tỉnh Đồng Nai"], await hand.OnAsync("2025-07-01"));
        Assert.Empty(await hand.OnAsync("1999-12-31"));
        Assert.Equal("Đảng bộ tỉnh Đồng Nai", (await hand.Tree.FindAsync("T", Stop))!.Name);
        Assert.Equal("dang bo tinh dong nai", await OneAsync("select folded from organisation where code = 'T'"));
    }

    [Fact]
    public async Task Provinces_become_one_and_keep_what_was_below_them()
    {
        var hand = await HandAsync();
        var one = await hand.FoundAsync("BP", "Đảng bộ tỉnh Bình Phước", "province", null);
        var other = await hand.FoundAsync("DN", "Đảng bộ tỉnh Đồng Nai", "province", null);
        await hand.FoundAsync("BP1", "Đảng bộ huyện Lộc Ninh", "district", one);
        await hand.FoundAsync("DN1", "Đảng bộ huyện Tân Phú", "district", other);
        var answer = await hand.DoAsync(new Merge([one, other], other, null, null), "2025-07-01");
        Assert.Equal((other, 1, 1), (answer.Subject, answer.Changed.Count, answer.Closed.Count));
        Assert.Equal(
            [
                "BP < · Đảng bộ tỉnh Bình Phước",
                "BP1 < BP Đảng bộ huyện Lộc Ninh",
                "DN < · Đảng bộ tỉnh Đồng Nai",
                "DN1 < DN Đảng bộ huyện Tân Phú",
            ],
            await hand.OnAsync("2025-06-30")
        );
        Assert.Equal(
            ["BP1 < DN Đảng bộ huyện Lộc Ninh", "DN < · Đảng bộ tỉnh Đồng Nai", "DN1 < DN Đảng bộ huyện Tân Phú"],
            await hand.OnAsync("2025-07-01")
        );
        // Rights follow the tree of today.
        var (moved, above) = ((await hand.Tree.FindAsync("BP1", Stop))!, (await hand.Tree.FindAsync("DN", Stop))!);
        Assert.Equal($"{above.Path}{moved.Id}/", moved.Path);
        Assert.Equal(TreeHand.Day("2025-06-30"), (await hand.Tree.FindAsync("BP", Stop))!.ValidTo);
    }

    [Fact]
    public async Task Several_become_a_new_one_that_has_their_members()
    {
        var hand = await HandAsync();
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var first = (
            await hand.DoAsync(new Found(new("X1", "Đảng bộ xã Một", "grassroots") { Members = 30 }, province), "2000-01-01")
        )
            .Subject!
            .Value;
        var second = (
            await hand.DoAsync(new Found(new("X2", "Đảng bộ xã Hai", "grassroots") { Members = 12 }, province), "2000-01-01")
        )
            .Subject!
            .Value;
        await hand.FoundAsync("C1", "Chi bộ 1", "branch", first);
        await hand.DoAsync(new Merge([first, second], null, new("X3", "Đảng bộ xã Ba", "grassroots"), province), "2025-07-01");
        Assert.Equal(["C1 < X3 Chi bộ 1", "T < · Đảng bộ tỉnh", "X3 < T Đảng bộ xã Ba"], await hand.OnAsync("2025-07-01"));
        Assert.Equal(42L, await OneAsync("select members from organisation where code = 'X3'"));
        Assert.Equal("commune-party-body", await OneAsync("select kind from organisation where code = 'X3'"));
    }

    [Fact]
    public async Task A_level_goes_and_what_stood_below_it_rises()
    {
        var hand = await HandAsync();
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var district = await hand.FoundAsync("H1", "Đảng bộ huyện Một", "district", province);
        var other = await hand.FoundAsync("H2", "Đảng bộ huyện Hai", "district", province);
        var commune = await hand.FoundAsync("X1", "Đảng bộ xã Một", "grassroots", district);
        await hand.FoundAsync("X2", "Đảng bộ xã Hai", "grassroots", other);
        await hand.FoundAsync("C1", "Chi bộ 1", "branch", commune);
        var rehearsed = await hand.Desk.RehearseAsync(
            TreeHand.Clerk,
            new RemoveLevel(province, "district"),
            new(TreeHand.Day("2025-07-01")),
            Stop
        );
        Assert.Equal(6, (await hand.OnAsync("2025-07-01")).Count);
        var done = await hand.DoAsync(new RemoveLevel(province, "district"), "2025-07-01");
        Assert.Equal((rehearsed.Changed.Count, rehearsed.Closed.Count), (done.Changed.Count, done.Closed.Count));
        Assert.Equal((2, 2), (done.Changed.Count, done.Closed.Count));
        Assert.Equal(
            ["C1 < X1 Chi bộ 1", "T < · Đảng bộ tỉnh", "X1 < T Đảng bộ xã Một", "X2 < T Đảng bộ xã Hai"],
            await hand.OnAsync("2025-07-01")
        );
        var (branch, top) = ((await hand.Tree.FindAsync("C1", Stop))!, (await hand.Tree.FindAsync("T", Stop))!);
        Assert.Equal($"{top.Path}{commune}/{branch.Id}/", branch.Path);
        Assert.Equal(
            ["organisation.level-removed", "12-QĐ/TU"],
            [
                await OneAsync("select action from audit_entry order by seq desc limit 1"),
                await OneAsync("select decision from organisation_change order by id desc limit 1"),
            ]
        );
    }

    [Fact]
    public async Task A_part_is_split_off_with_what_is_given_to_it()
    {
        var hand = await HandAsync();
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var commune = await hand.FoundAsync("X1", "Đảng bộ xã Một", "grassroots", province);
        var branch = await hand.FoundAsync("C1", "Chi bộ 1", "branch", commune);
        await hand.FoundAsync("C2", "Chi bộ 2", "branch", commune);
        var part = new SplitPart(new("X2", "Đảng bộ xã Hai", "grassroots"), [branch]);
        Assert.Equal(
            ["tree-split-two"],
            (await hand.TryAsync(new Split(commune, [part], SplitRest.Ends), "2025-07-01")).Problems.Select(p => p.Why)
        );
        var third = new SplitPart(new("X3", "Đảng bộ xã Ba", "grassroots"), []);
        // Something would be left below what ends.
        Assert.Equal(
            ["tree-above-ended"],
            (await hand.TryAsync(new Split(commune, [part, third], SplitRest.Ends), "2025-07-01")).Problems.Select(p => p.Why)
        );
        await hand.DoAsync(new Split(commune, [part], SplitRest.GoesOn), "2025-07-01");
        Assert.Equal(
            ["C1 < X2 Chi bộ 1", "C2 < X1 Chi bộ 2", "T < · Đảng bộ tỉnh", "X1 < T Đảng bộ xã Một", "X2 < T Đảng bộ xã Hai"],
            await hand.OnAsync("2025-07-01")
        );
    }

    [Fact]
    public async Task What_is_dissolved_ends_with_all_below_it_and_nothing_is_deleted()
    {
        var hand = await HandAsync();
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var commune = await hand.FoundAsync("X1", "Đảng bộ xã Một", "grassroots", province);
        await hand.FoundAsync("C1", "Chi bộ 1", "branch", commune);
        await hand.DoAsync(new Dissolve(commune), "2025-07-01");
        Assert.Equal(["T < · Đảng bộ tỉnh"], await hand.OnAsync("2025-07-01"));
        Assert.Equal(3, (await hand.OnAsync("2025-06-30")).Count);
        Assert.Equal(3L, await OneAsync("select count(*) from organisation where parent_id is not null"));
    }

    [Theory]
    [InlineData("future", "on", "tree-day-future")]
    [InlineData("before founding", "on", "tree-above-not-yet")]
    [InlineData("before a later change", "on", "tree-later-change")]
    [InlineData("cycle", "parent", "tree-cycle")]
    [InlineData("level order", "parent", "tree-level-order")]
    [InlineData("code taken", "code", "tree-code-taken")]
    [InlineData("code of the owner", "code", "tree-code-owner")]
    [InlineData("formula", "name", "tree-text-formula")]
    [InlineData("closed", "organisation", "tree-closed")]
    [InlineData("above closed", "parent", "tree-closed")]
    [InlineData("owner", "organisation", "tree-not-there")]
    [InlineData("unknown level", "level", "tree-level-unknown")]
    [InlineData("kind of another level", "kind", "tree-kind-unknown")]
    [InlineData("seen before another changed it", "organisation", "tree-changed-meanwhile")]
    [InlineData("decision too long", "decision", "tree-text-long")]
    public async Task What_cannot_be_is_refused_beside_its_field_and_changes_nothing(string what, string field, string why)
    {
        var hand = await HandAsync();
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var district = await hand.FoundAsync("H1", "Đảng bộ huyện Một", "district", province);
        var late = await hand.FoundAsync("H2", "Đảng bộ huyện Hai", "district", province, "2020-01-01");
        var commune = await hand.FoundAsync("X1", "Đảng bộ xã Một", "grassroots", district);
        var closed = await hand.FoundAsync("X9", "Đảng bộ xã Chín", "grassroots", district);
        await hand.DoAsync(new Dissolve(closed), "2021-01-01");
        await hand.DoAsync(new Rename(commune, "Đảng bộ xã Mốt", null), "2022-01-01");
        var root = await hand.Tree.RootAsync(Stop);
        var before = await EverythingAsync();
        var (plan, on) = ((TreePlan, string))(
            what switch
            {
                "future" => (new Rename(commune, "Khác", null), "2025-12-02"),
                "before founding" => (new Found(new("X2", "Đảng bộ xã Hai", "grassroots"), late), "2019-12-31"),
                "before a later change" => (new Move(commune, late), "2021-12-31"),
                "cycle" => (new Move(province, commune), "2023-01-01"),
                "level order" => (new Move(commune, await BranchAsync(hand, district)), "2023-01-01"),
                "code taken" => (new Found(new("X1", "Đảng bộ xã Hai", "grassroots"), late), "2023-01-01"),
                "code of the owner" => (new Found(new("GOC", "Đảng bộ xã Hai", "grassroots"), late), "2023-01-01"),
                "formula" => (new Rename(commune, "=1+1", null), "2023-01-01"),
                "closed" => (new Rename(closed, "Khác", null), "2023-01-01"),
                "above closed" => (new Found(new("C9", "Chi bộ", "branch"), closed), "2023-01-01"),
                "owner" => (new Rename(root.Id, "Khác", null), "2023-01-01"),
                "unknown level" => (new Found(new("X2", "Đảng bộ xã Hai", "moon"), late), "2023-01-01"),
                "kind of another level" => (new Found(new("X2", "Xã", "grassroots") { Kind = "branch" }, late), "2023-01-01"),
                "seen before another changed it" => (new Move(commune, late, "0123456789abcdef"), "2023-01-01"),
                "decision too long" => (new Rename(commune, "Khác", null), "2023-01-02"),
                _ => throw new InvalidOperationException(what),
            }
        );
        if (what == "level order")
            before = await EverythingAsync();
        var decision = new TreeDecision(TreeHand.Day(on), what == "decision too long" ? new string('1', 101) : null);
        var answer = await hand.Desk.ChangeAsync(TreeHand.Clerk, plan, decision, Stop);
        Assert.Equal((field, why), (answer.Problems[0].Field, answer.Problems[0].Why));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task Who_follows_the_tree_is_called_once_inside_the_change_and_can_stop_it()
    {
        var follower = new Follower();
        var hand = await HandAsync(follower);
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var district = await hand.FoundAsync("H1", "Đảng bộ huyện Một", "district", province);
        var other = await hand.FoundAsync("H2", "Đảng bộ huyện Hai", "district", province);
        var commune = await hand.FoundAsync("X1", "Đảng bộ xã Một", "grassroots", district);
        follower.Heard.Clear();
        await hand.DoAsync(new Rename(commune, "Đảng bộ xã Mốt", null), "2024-01-01");
        Assert.Empty(follower.Heard);
        await hand.DoAsync(new Merge([district, other], other, null, null), "2025-07-01");
        var (ids, from, rows) = Assert.Single(follower.Heard);
        Assert.Equal([district, commune], ids.Order());
        Assert.Equal(TreeHand.Day("2025-07-01"), from);
        // It sees what has been written.
        Assert.Equal(1, rows);
        follower.Fails = true;
        var before = await EverythingAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => hand.TryAsync(new Dissolve(commune), "2025-08-01"));
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task Of_two_who_move_each_other_at_once_one_is_refused()
    {
        var hand = await HandAsync();
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var districts = new List<long>();
        for (var i = 0; i < 6; i++)
            districts.Add(await hand.FoundAsync($"H{i}", $"Đảng bộ huyện {i}", "district", province));
        var answers = await Task.WhenAll(
            districts.Skip(1).Select(one => hand.TryAsync(new Merge([districts[0], one], one, null, null), "2025-07-01"))
        );
        Assert.Equal(1, answers.Count(answer => answer.IsDone));
        Assert.All(answers.Where(answer => !answer.IsDone), answer => Assert.Equal("tree-closed", answer.Problems[0].Why));
    }

    [Fact]
    public async Task A_province_with_thousands_below_moves_in_a_moment()
    {
        var hand = await HandAsync();
        var centre = await hand.FoundAsync("TW", "Trung ương", "central", null);
        var province = await hand.FoundAsync("T", "Đảng bộ tỉnh", "province", null);
        var commune = await hand.FoundAsync("X1", "Đảng bộ xã Một", "grassroots", province);
        var path = (await hand.Tree.FindAsync("X1", Stop))!.Path;
        await Database.Sql.RunAsync(
            """
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
            insert into organisation (id, code, name, kind, level, parent_id, path, folded)
            select 1000 + i, 'C' || i, 'Chi bộ ' || i, 'branch', 'branch', @parent, @path || (1000 + i) || '/', 'chi bo ' || i from n
            """,
            Stop,
            ("parent", commune),
            ("path", path)
        );
        await Database.Sql.RunAsync(
            """
            insert into organisation_version (organisation_id, valid_from, name, kind, level, parent_id)
            select id, '2000-01-01', name, kind, level, parent_id from organisation where level = 'branch'
            """,
            Stop
        );
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await hand.DoAsync(new Move(province, centre), "2025-07-01");
        // Row by row it would take many times as long.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), clock.Elapsed.ToString());
        var moved = (await hand.Tree.FindAsync("T", Stop))!.Path;
        Assert.Equal(5002L, await OneAsync($"select count(*) from organisation where path like '{moved}%'"));
    }

    private async Task<TreeHand> HandAsync(params IFollowTheTree[] followers)
    {
        var hand = new TreeHand(Database, followers);
        await hand.Tree.RootAsync(Stop);
        return hand;
    }

    private static async Task<long> BranchAsync(TreeHand hand, long district)
    {
        var commune = await hand.FoundAsync("X7", "Đảng bộ xã Bảy", "grassroots", district);
        return await hand.FoundAsync("C7", "Chi bộ 7", "branch", commune);
    }

    private Task<object?> OneAsync(string sql) =>
        Database.Sql.FirstAsync(sql, row => row.IsDBNull(0) ? null : Wide(row.GetValue(0)), Stop);

    private static object Wide(object value) => value is int number ? (long)number : value;

    private async Task<List<string>> EverythingAsync() =>
        [
            .. await Database.Sql.ListAsync(
                "select id, code, name, path, parent_id, valid_to from organisation order by id",
                Line,
                Stop
            ),
            .. await Database.Sql.ListAsync(
                "select organisation_id, valid_from, name, parent_id, valid_to, change_id from organisation_version order by id",
                Line,
                Stop
            ),
            .. await Database.Sql.ListAsync("select seq, action from audit_entry order by seq", Line, Stop),
        ];

    private static string Line(System.Data.Common.DbDataReader row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => FormattableString.Invariant($"{row.GetValue(i)}")));

    private sealed class Follower : IFollowTheTree
    {
        public List<(long[] Ids, DateOnly From, int Rows)> Heard { get; } = [];
        public bool Fails { get; set; }

        public Task FollowAsync(Database database, IReadOnlyCollection<long> organisations, DateOnly from, CancellationToken stop)
        {
            if (Fails)
                throw new InvalidOperationException("The follower cannot follow");
            var closed = database.Set<Organisation>().Count(o => organisations.Contains(o.Id) && o.ValidTo != null);
            Heard.Add(([.. organisations], from, closed));
            return Task.CompletedTask;
        }
    }
}
