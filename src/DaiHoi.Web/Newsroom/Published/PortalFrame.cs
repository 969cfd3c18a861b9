using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Newsroom.Published;

/// <summary>What stands on every page around its content. Immutable: a change makes a new one.</summary>
public sealed record PortalFrame(
    MastheadWords Masthead,
    IReadOnlyList<MenuEntry> Menu,
    IReadOnlyList<CategoryName> Categories,
    IReadOnlyList<LinksTogether> Links
);

public sealed record MastheadWords(
    Bilingual Office,
    Bilingual Portal,
    string Address,
    string Telephone,
    string Email,
    Bilingual Responsible,
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

public sealed record MenuEntry(Bilingual Label, string Target);

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
            select office_vi, office_en, portal_vi, portal_en, address, telephone, email, responsible_vi, responsible_en, made_up
            from masthead
            """,
            row => new MastheadWords(
                new(row.GetString(0), row.GetString(1)),
                new(row.GetString(2), row.GetString(3)),
                row.GetString(4),
                row.GetString(5),
                row.GetString(6),
                new(row.GetString(7), row.GetString(8)),
                row.GetBoolean(9)
            ),
            stop
        );
        var menu = await sql.ListAsync(
            "select label_vi, label_en, target from menu_item order by position, id",
            row => new MenuEntry(new(row.GetString(0), row.GetString(1)), PlainAddress.Of(row.GetString(2))),
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
        return new(
            masthead ?? Unnamed,
            menu,
            categories,
            [.. links.GroupBy(l => l.Group).Select(g => new LinksTogether(g.First().Name, [.. g.Select(l => l.Link)]))]
        );
    }

    // Only for a database that nobody has named yet.
    private static MastheadWords Unnamed { get; } =
        new(new("", ""), new("Cổng thông tin điện tử", "Electronic portal"), "", "", "", new("", ""), MadeUp: false);
}
