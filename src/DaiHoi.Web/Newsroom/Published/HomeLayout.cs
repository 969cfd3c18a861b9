namespace DaiHoi.Web.Newsroom.Published;

/// <summary>One block of the home page: what it shows, how wide it stands, how many rows it has at most.</summary>
/// <param name="Lines">beside the lead, for <see cref="HomeKind.Featured"/>; 0 where the block has a length of its own</param>
/// <param name="Section">the slug of the section, for <see cref="HomeKind.Section"/> only</param>
public sealed record HomePart(HomeKind Kind, HomeWidth Width, int Lines, string? Section = null);

/// <summary>What a block of the home page shows.</summary>
public enum HomeKind
{
    /// <summary>The lead, large, and the articles beside it.</summary>
    Featured,

    /// <summary>The newest that do not stand in front.</summary>
    Newest,

    /// <summary>One section.</summary>
    Section,

    /// <summary>The first sections of the portal that have no block of their own.</summary>
    Sections,
    Documents,
    MostRead,
    Links,
    Statistics,
}

/// <summary>How wide a block stands. Wide and narrow ones stand beside each other, thirds in rows of three.</summary>
public enum HomeWidth
{
    Whole,
    Wide,
    Narrow,
    Third,
}

/// <summary>What is true of every home page.</summary>
internal static class HomeLayout
{
    /// <summary>Where the office has arranged nothing.</summary>
    public static IReadOnlyList<HomePart> Usual { get; } =
    [
        new(HomeKind.Featured, HomeWidth.Whole, 4),
        new(HomeKind.Documents, HomeWidth.Wide, 5),
        new(HomeKind.MostRead, HomeWidth.Narrow, 5),
        new(HomeKind.Sections, HomeWidth.Third, 4),
        new(HomeKind.Links, HomeWidth.Wide, 0),
        new(HomeKind.Statistics, HomeWidth.Narrow, 0),
    ];

    /// <summary>Blocks whose length nobody chooses.</summary>
    public static bool HasLines(HomeKind kind) => kind is not HomeKind.Links and not HomeKind.Statistics;

    /// <summary>The width that a block has by its nature; null where the office chooses.</summary>
    public static HomeWidth? OnlyWidth(HomeKind kind) =>
        kind switch
        {
            HomeKind.Featured => HomeWidth.Whole,
            HomeKind.Sections => HomeWidth.Third,
            HomeKind.Newest
            or HomeKind.Section
            or HomeKind.Documents
            or HomeKind.MostRead
            or HomeKind.Links
            or HomeKind.Statistics => null,
            _ => throw new InvalidOperationException(kind.ToString()),
        };
}

/// <summary>A quick announcement above the news of the home page.</summary>
/// <param name="Target">an address to follow; empty where there is none</param>
/// <param name="From">UTC; null shows it from the start on</param>
/// <param name="Until">UTC; null shows it until somebody takes it away</param>
public sealed record ShownNotice(Bilingual Text, string Target, DateTime? From, DateTime? Until)
{
    public bool IsShownAt(DateTime now) => (From is not { } from || from <= now) && (Until is not { } until || now < until);

    /// <summary>The next instant after <paramref name="now"/> at which it appears or goes; null where nothing changes by itself.</summary>
    public DateTime? NextChange(DateTime now) =>
        From is { } from && from > now ? from
        : Until is { } until && until > now ? until
        : null;
}
