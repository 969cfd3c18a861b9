using CsCheck;
using DaiHoi.Web.Organisations.Changing;

namespace DaiHoi.Web.Tests.Organisations;

/// <summary>Random changes in any order of days leave, on every day, the tree that a slow and obvious model has.</summary>
public abstract class TreeThroughTimeTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : TreeThroughTimeTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : TreeThroughTimeTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const int Days = 12;
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly string[] Levels = ["province", "district", "grassroots", "branch"];

    private static readonly Gen<(int What, int One, int Other, int Day)[]> Changes = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, 40],
        Gen.Int[0, 40],
        Gen.Int[0, Days - 1]
    ).Array[30];

    [Fact]
    public async Task On_every_day_stands_what_the_model_says()
    {
        var (done, refused) = (0, 0);
        await Changes.SampleAsync(
            async changes =>
            {
                await Database.EmptyAsync();
                var hand = new TreeHand(Database);
                hand.Time.Now = new(First.AddDays(Days).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                await hand.Tree.RootAsync(Stop);
                var model = new SlowTree();
                foreach (var (i, change) in changes.Index())
                {
                    var (plan, effect) = Plan(model, i, change);
                    if (plan is null)
                        continue;
                    var expected = model.Try(change.Day, effect!);
                    var answer = await hand.Desk.ChangeAsync(TreeHand.Clerk, plan, new(First.AddDays(change.Day)), Stop);
                    Assert.True(
                        expected == answer.IsDone,
                        $"{plan} on day {change.Day}: model {expected}, {string.Join(' ', answer.Problems)}"
                    );
                    if (answer.IsDone)
                    {
                        done++;
                        await model.NameAsync(hand);
                    }
                    else
                        refused++;
                }
                for (var day = 0; day < Days; day++)
                    Assert.Equal(model.On(day), await hand.OnAsync(First.AddDays(day).ToString("yyyy-MM-dd", null)));
                await RowsAreOfTodayAsync(hand);
            },
            iter: 15,
            threads: 1
        );
        // It tried both.
        Assert.True(done > 60 && refused > 20, $"{done} {refused}");
    }

    private static (TreePlan? Plan, Func<SlowTree.Snapshot, bool>? Effect) Plan(
        SlowTree model,
        int i,
        (int What, int One, int Other, int Day) change
    )
    {
        var known = model.Codes;
        string Pick(int n) => known[n % known.Count];
        long Id(string code) => model.Ids[code];
        if (known.Count < 3 || change.What <= 3)
        {
            var above = known.Count == 0 || change.One % 5 == 0 ? null : Pick(change.One);
            var level = above is null
                ? "province"
                : Levels[Math.Min(Array.IndexOf(Levels, model.LevelOf(above)) + 1 + change.Other % 2, 3)];
            var code = $"A{i:00}";
            return (
                new Found(new(code, $"Tên {i}", level), above is null ? null : Id(above)),
                tree => tree.Found(code, $"Tên {i}", level, above)
            );
        }
        var (one, other) = (Pick(change.One), Pick(change.Other));
        return change.What switch
        {
            4 => (new Rename(Id(one), $"Mới {i}", null), tree => tree.Rename(one, $"Mới {i}")),
            5 or 6 => (new Move(Id(one), Id(other)), tree => tree.Move(one, other)),
            7 => (new Dissolve(Id(one)), tree => tree.Dissolve(one)),
            8 => (new Merge([Id(one), Id(other)], Id(other), null, null), tree => tree.Merge(one, other)),
            9 => (new RemoveLevel(Id(one), "district"), tree => tree.RemoveLevel(one, "district")),
            _ => (null, null),
        };
    }

    private async Task RowsAreOfTodayAsync(TreeHand hand)
    {
        var wrong = await hand.Sql.ListAsync(
            """
            select o.code from organisation o
            join organisation_version v on v.organisation_id = o.id and not exists (
              select 1 from organisation_version w where w.organisation_id = o.id and w.valid_from > v.valid_from)
            left join organisation p on p.id = o.parent_id
            where o.name <> v.name or o.level <> v.level or o.kind <> v.kind or o.parent_id <> v.parent_id
              or coalesce(o.valid_to, @never) <> coalesce(v.valid_to, @never)
              or o.path <> coalesce(p.path, '/') || o.id || '/'
            """,
            row => row.GetString(0),
            Stop,
            ("never", DateOnly.MaxValue)
        );
        Assert.Empty(wrong);
    }
}
