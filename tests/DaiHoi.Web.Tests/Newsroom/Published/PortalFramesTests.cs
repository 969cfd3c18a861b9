using System.Globalization;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Tests.Newsroom.Published;

public abstract class PortalFramesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : PortalFramesTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : PortalFramesTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_portal_that_nobody_has_named_has_a_frame()
    {
        var frame = await new PortalFrames(Database.Sql, new ChangeFeed()).NowAsync();
        Assert.NotEqual("", frame.Masthead.Portal.Vi);
        Assert.Empty(frame.Menu);
    }

    [Fact]
    public async Task Categories_menu_and_links_stand_in_their_order()
    {
        await Database.Sql.RunAsync(
            """
            insert into category (slug, name_vi, name_en, position) values ('b', 'B', 'B en', 2), ('a', 'A', 'A en', 1);
            insert into menu_item (position, label_vi, label_en, target) values (2, 'hai', 'two', '/b'), (1, 'một', 'one', '/a');
            insert into link_group (id, position, name_vi, name_en) values (7, 2, 'Sau', 'Later'), (8, 1, 'Trước', 'Earlier'), (9, 3, 'Trống', 'Empty');
            insert into website_link (group_id, position, name, address, in_block)
              values (7, 1, 'x', 'https://x.vn', true), (8, 2, 'z', 'https://z.vn', false), (8, 1, 'y', 'https://y.vn', true)
            """,
            Stop
        );
        var frame = await new PortalFrames(Database.Sql, new ChangeFeed()).NowAsync();
        Assert.Equal(["a", "b"], frame.Categories.Select(category => category.Slug));
        Assert.Equal(["một", "hai"], frame.Menu.Select(entry => entry.Label.Vi));
        Assert.Equal(
            ["Trước: y z", "Sau: x"],
            frame.Links.Select(group => $"{group.Name.Vi}: {string.Join(' ', group.Links.Select(link => link.Name))}")
        );
    }

    [Fact]
    public async Task A_frame_that_could_not_be_read_is_read_again()
    {
        var frames = new PortalFrames(Database.Sql, new ChangeFeed());
        await Database.Sql.RunAsync("alter table menu_item rename to menu_item_away", Stop);
        try
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(frames.NowAsync);
        }
        finally
        {
            await Database.Sql.RunAsync("alter table menu_item_away rename to menu_item", Stop);
        }
        Assert.Empty((await frames.NowAsync()).Menu);
    }

    [Fact]
    public async Task After_a_change_nobody_gets_the_frame_before_it_however_they_race()
    {
        var feed = new ChangeFeed();
        var frames = new PortalFrames(Database.Sql, feed);
        await Database.Sql.RunAsync(
            "insert into menu_item (position, label_vi, label_en, target) values (1, '0', '', '/')",
            Stop
        );
        var announced = 0;
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(ReadAsync)).ToList();
        for (var change = 1; change <= Endurance.Trials(150); change++)
        {
            await Database.Sql.RunAsync("update menu_item set label_vi = @label", Stop, ("label", Text(change)));
            feed.Announce([PortalFrames.Key], []);
            Volatile.Write(ref announced, change);
            Assert.Equal(Text(change), (await frames.NowAsync()).Menu[0].Label.Vi);
        }
        await over.CancelAsync();
        await Task.WhenAll(readers);

        async Task ReadAsync()
        {
            while (!over.IsCancellationRequested)
            {
                var atLeast = Volatile.Read(ref announced);
                var label = (await frames.NowAsync()).Menu[0].Label.Vi;
                Assert.True(int.Parse(label, CultureInfo.InvariantCulture) >= atLeast, $"{label} was shown after {atLeast}");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
