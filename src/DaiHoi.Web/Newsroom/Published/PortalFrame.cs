using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Newsroom.Published;

/// <summary>What stands on every page around its content. Immutable: a change makes a new one.</summary>
public sealed record PortalFrame(
    MastheadWords Masthead,
    IReadOnlyList<MenuEntry> Menu,
    IReadOnlyList<MenuEntry> Footer,
    IReadOnlyList<CategoryName> Categories,
    IReadOnlyList<LinksTogether> Links,
    IReadOnlyList<HomePart> Home,
    IReadOnlyList<ShownNotice> Notices
);

public sealed record MastheadWords(
    Bilingual Office,
    Bilingual Portal,
    string Address,
    string Telephone,
    string Email,
    Bilingual Responsible,
    Bilingual Note,
    Logo? Logo,
    bool MadeUp
)
{
    /// <summary>Who publishes: the office, or the portal itself where no office has been named yet.</summary>
    public string Publisher(bool english) => Office.In(english) is { Length: > 0 } office ? office : Portal.In(english);

    /// <summary>Portal and office in one text, parted by <paramref name="between"/>.</summary>
    public string Whole(bool english, string between = " – ") =>
        Office.In(english) is { Length: > 0 } office ? Portal.In(english) + between + office : Portal.In(english);
}

/// <summary>A text in both languages of the interface.</summary>
public sealed record Bilingual(string Vi, string En)
{
    public string In(bool english) => english ? En : Vi;
}

public sealed record MenuEntry(Bilingual Label, string Target)
{
    /// <summary>Whether the target is a page of the portal, which has an address in each language: a file or a feed has one.</summary>
    public bool IsPage =>
        Target.StartsWith('/')
        && !Target.EndsWith(".xml", StringComparison.Ordinal)
        && !Target.StartsWith("/tep/", StringComparison.Ordinal)
        && !Target.StartsWith("/anh/", StringComparison.Ordinal);
}

/// <summary>The office's own sign, in place of the program's mark.</summary>
/// <param name="AlternativeText">empty where the name beside it says the same</param>
public sealed record Logo(PublishedPicture Picture, Bilingual AlternativeText);

public sealed record LinksTogether(Bilingual Name, IReadOnlyList<LinkedWebsite> Links);

public sealed record LinkedWebsite(string Name, string Address, bool InBlock);

/// <summary>Keeps the frame of the pages in memory until it changes (key "frame").</summary>
public sealed class PortalFrames
{
    public const string Key = "frame";

    private readonly Lock gate = new();
    private readonly Sql sql;
    private volatile Task<PortalFrame>? current;

    public PortalFrames(Sql sql, ChangeFeed feed)
    {
        this.sql = sql;
        feed.Listen(keys =>
        {
            if (!keys.Contains(Key))
                return;
            lock (gate)
                current = null;
        });
    }

    /// <summary>The frame as it is now.</summary>
    public async Task<PortalFrame> NowAsync()
    {
        try
        {
            return await (current ?? Reading());
        }
        catch (System.Data.Common.DbException)
        {
            current = null;
            throw;
        }
    }

    // With a lock: SQLite reads to the end before it gives a task, and what changed meanwhile would be kept for ever.
    private Task<PortalFrame> Reading()
    {
        lock (gate)
            return current ??= ReadAsync();
    }

    private async Task<PortalFrame> ReadAsync()
    {
        var stop = CancellationToken.None;
        var masthead = await sql.FirstAsync(
            """
            select office_vi, office_en, portal_vi, portal_en, address, telephone, email, responsible_vi, responsible_en, made_up,
                   note_vi, note_en, sha256, width, height, focal_x, focal_y, logo_alt_vi, logo_alt_en
            from masthead left join picture on picture.id = logo_id
            """,
            row => new MastheadWords(
                new(row.GetString(0), row.GetString(1)),
                new(row.GetString(2), row.GetString(3)),
                row.GetString(4),
                row.GetString(5),
                row.GetString(6),
                new(row.GetString(7), row.GetString(8)),
                new(row.GetString(10), row.GetString(11)),
                row.IsDBNull(12)
                    ? null
                    : new(
                        new(row.GetString(12), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15), row.GetInt32(16)),
                        new(row.GetString(17), row.GetString(18))
                    ),
                row.GetBoolean(9)
            ),
            stop
        );
        var menu = await sql.ListAsync(
            "select in_footer, label_vi, label_en, target from menu_item order by position, id",
            row =>
                (
                    InFooter: row.GetBoolean(0),
                    Entry: new MenuEntry(new(row.GetString(1), row.GetString(2)), PlainAddress.Of(row.GetString(3)))
                ),
            stop
        );
        var categories = await sql.ListAsync(
            "select slug, name_vi, name_en from category order by position, id",
            row => new CategoryName(row.GetString(0), row.GetString(1), row.GetString(2)),
            stop
        );
        var links = await sql.ListAsync(
            """
            select g.id, g.name_vi, g.name_en, l.name, l.address, l.in_block
            from link_group g join website_link l on l.group_id = g.id order by g.position, g.id, l.position, l.id
            """,
            row =>
                (
                    Group: row.GetInt64(0),
                    Name: new Bilingual(row.GetString(1), row.GetString(2)),
                    Link: new LinkedWebsite(row.GetString(3), PlainAddress.Of(row.GetString(4)), row.GetBoolean(5))
                ),
            stop
        );
        var home = await sql.ListAsync(
            """
            select b.kind, b.width, b.lines, c.slug
            from home_block b left join category c on c.id = b.category_id order by b.position, b.id
            """,
            row => new HomePart(
                Enum.Parse<HomeKind>(row.GetString(0)),
                Enum.Parse<HomeWidth>(row.GetString(1)),
                row.GetInt32(2),
                row.TextOrNull(3)
            ),
            stop
        );
        var notices = await sql.ListAsync(
            "select text_vi, text_en, target, from_at, until_at from home_notice order by position, id",
            row => new ShownNotice(
                new(row.GetString(0), row.GetString(1)),
                row.GetString(2) is { Length: > 0 } target ? PlainAddress.Of(target) : "",
                row.UtcOrNull(3),
                row.UtcOrNull(4)
            ),
            stop
        );
        return new(
            masthead ?? Unnamed,
            [.. menu.Where(m => !m.InFooter).Select(m => m.Entry)],
            [.. menu.Where(m => m.InFooter).Select(m => m.Entry)],
            categories,
            [.. links.GroupBy(l => l.Group).Select(g => new LinksTogether(g.First().Name, [.. g.Select(l => l.Link)]))],
            home.Count > 0 ? home : HomeLayout.Usual,
            notices
        );
    }

    // Only for a database that nobody has named yet.
    private static MastheadWords Unnamed { get; } =
        new(
            new("", ""),
            new("Cổng thông tin điện tử", "Electronic portal"),
            "",
            "",
            "",
            new("", ""),
            new("", ""),
            Logo: null,
            MadeUp: false
        );
}
