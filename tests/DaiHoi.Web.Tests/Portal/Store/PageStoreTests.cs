using System.Globalization;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Portal.Store;

namespace DaiHoi.Web.Tests.Portal.Store;

public sealed class PageStoreTests
{
    private static readonly DateTime Now = SettableTime.Usual.UtcDateTime;
    private static readonly PageKey Home = new("/", default);

    private readonly ChangeFeed feed = new();

    [Fact]
    public void A_page_is_found_until_something_that_it_shows_changes()
    {
        var store = Store();
        store.Keep(Home, Page("one", "articles", "frame"), store.Moment);
        store.Keep(new("/lien-ket", default), Page("two", "frame"), store.Moment);
        feed.Announce(["article:7", "documents"], []);
        Assert.Equal("one", Found(store, Home));
        feed.Announce(["article:8", "articles"], []);
        Assert.Null(Found(store, Home));
        Assert.Equal("two", Found(store, new("/lien-ket", default)));
        feed.Announce(["frame"], []);
        Assert.Equal((0, 0), (store.Count, store.Bytes));
    }

    [Fact]
    public void A_page_ends_when_it_says_so()
    {
        var store = Store();
        store.Keep(Home, new StoredPage("today"u8, "", new PageTerms(["frame"], Now)), store.Moment);
        Assert.NotNull(store.Find(Home, Now.AddTicks(-1)));
        Assert.Null(store.Find(Home, Now));
        Assert.Equal((0, 0), (store.Count, store.Bytes));
    }

    [Fact]
    public void What_changed_while_a_page_was_rendered_keeps_it_out()
    {
        var store = Store();
        var moment = store.Moment;
        feed.Announce(["articles"], []);
        store.Keep(Home, Page("old", "articles"), moment);
        Assert.Null(Found(store, Home));
        store.Keep(Home, Page("new", "articles"), store.Moment);
        Assert.Equal("new", Found(store, Home));
    }

    [Fact]
    public void A_page_that_was_being_rendered_when_everything_was_dropped_is_not_let_in()
    {
        var store = Store();
        var moment = store.Moment;
        store.Clear();
        store.Keep(Home, Page("old", "articles"), moment);
        Assert.Null(Found(store, Home));
    }

    [Fact]
    public void A_page_for_one_reader_is_not_kept()
    {
        var store = Store();
        store.Keep(Home, new StoredPage("mine"u8, "", PageTerms.NotKept), store.Moment);
        Assert.Equal((0, 0), (store.Count, store.Bytes));
    }

    [Fact]
    public void Each_look_is_a_page_of_its_own()
    {
        var store = Store();
        var dark = new PageKey("/", new Display(TextSize.Usual, HighContrast: false, ColourScheme.Dark));
        store.Keep(Home, Page("usual", "frame"), store.Moment);
        Assert.Null(Found(store, dark));
        store.Keep(dark, Page("dark", "frame"), store.Moment);
        Assert.Equal(("usual", "dark"), (Found(store, Home), Found(store, dark)));
    }

    [Fact]
    public void Where_room_is_short_the_pages_longest_unread_go_first()
    {
        var store = Store(bytes: 100_000);
        for (var i = 0; i < 200; i++)
        {
            var page = Page(new string('x', 2_000), "frame");
            page.LastServed = i;
            store.Keep(new($"/{i}", default), page, store.Moment);
            Assert.InRange(store.Bytes, 0, 100_000);
        }
        Assert.Null(Found(store, new("/0", default)));
        Assert.NotNull(Found(store, new("/199", default)));
        Assert.InRange(store.Count, 10, 60);
    }

    [Fact]
    public void A_page_that_the_whole_room_does_not_hold_is_not_kept()
    {
        var store = Store(bytes: 0);
        store.Keep(Home, Page("one", "frame"), store.Moment);
        Assert.Equal((0, 0), (store.Count, store.Bytes));
    }

    [Fact]
    public void What_is_counted_in_when_a_page_comes_is_counted_out_when_it_goes()
    {
        var store = Store();
        for (var i = 0; i < 50; i++)
        {
            store.Keep(Home, Page(new string('x', 100_000), "frame"), store.Moment);
            store.Keep(new("/b", default), Page(Guid.NewGuid().ToString("n"), "frame"), store.Moment);
            // Compressed when the first reader asks for that, and so another size than it was kept with.
            _ = store.Find(Home, Now)!.Gzip;
            _ = store.Find(new("/b", default), Now)!.Gzip;
            feed.Announce(["frame"], []);
        }
        Assert.Equal((0, 0), (store.Count, store.Bytes));
    }

    [Fact]
    public async Task After_a_change_nobody_is_shown_what_was_before_it_however_they_race()
    {
        var store = Store();
        var stored = 0;
        var announced = 0;
        var shown = 0;
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(Read)).ToList();
        for (var change = 1; change <= Endurance.Trials(2_000); change++)
        {
            // As a writer does: it commits, and its call returns when everybody has been told.
            Volatile.Write(ref stored, change);
            feed.Announce(["articles"], []);
            Volatile.Write(ref announced, change);
            // Now and then somebody is served between two changes.
            var before = Volatile.Read(ref shown);
            while (change % 4 == 0 && Volatile.Read(ref shown) == before && readers.TrueForAll(reader => !reader.IsCompleted))
                await Task.Yield();
        }
        await over.CancelAsync();
        await Task.WhenAll(readers);

        void Read()
        {
            while (!over.IsCancellationRequested)
            {
                var atLeast = Volatile.Read(ref announced);
                if (store.Find(Home, Now) is { } page)
                {
                    Assert.True(Number(page) >= atLeast, $"{Number(page)} was shown after {atLeast}");
                    Interlocked.Increment(ref shown);
                    continue;
                }
                var moment = store.Moment;
                var read = Volatile.Read(ref stored);
                store.Keep(Home, Page(read.ToString(CultureInfo.InvariantCulture), "articles"), moment);
            }
        }
    }

    private static int Number(StoredPage page) => int.Parse(Encoding.UTF8.GetString(page.Parts[0]), CultureInfo.InvariantCulture);

    private PageStore Store(long bytes = 10_000_000) =>
        new(feed, new SiteSettings { Database = DatabaseAddress.Of(Path.GetTempPath(), postgres: null), PageStoreBytes = bytes });

    private static StoredPage Page(string text, params string[] keys) =>
        new(Encoding.UTF8.GetBytes(text), "text/html; charset=utf-8", new PageTerms(keys, Now.AddDays(1)));

    private static string? Found(PageStore store, PageKey key) =>
        store.Find(key, Now) is { } page ? Encoding.UTF8.GetString(page.Parts[0]) : null;
}
