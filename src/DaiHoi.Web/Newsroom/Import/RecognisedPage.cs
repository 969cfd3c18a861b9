using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>What an old page says, taken apart.</summary>
internal sealed record RecognisedPage
{
    public required string Title { get; init; }

    /// <summary>The wall clock in Vietnam; null where the page names no date.</summary>
    public DateTime? Date { get; init; }
    public string? Dateline { get; init; }

    /// <summary>Plain text; empty only where the page has no paragraph, but a table or a list.</summary>
    public required string Lead { get; init; }

    /// <summary>
    /// Clean HTML of the allowed elements. A photo is <c>&lt;figure data-photo="N"&gt;&lt;/figure&gt;</c>, N its place in
    /// <see cref="Photos"/>, from 1.
    /// </summary>
    public required string BodyHtml { get; init; }
    public IReadOnlyList<RecognisedPhoto> Photos { get; init; } = [];
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Source { get; init; }
    public string? Category { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whole address, as the page itself names it.</summary>
    public string? CanonicalAddress { get; init; }
    public string? PrintAddress { get; init; }
    public long? Views { get; init; }

    /// <summary>The link block of the page; null where it has none, empty where nothing stands in it.</summary>
    public IReadOnlyList<RecognisedLink>? Links { get; init; }
    public RecognisedStatistics? Statistics { get; init; }
    public required TextReading Reading { get; init; }
}

/// <summary>A photograph as the page shows it.</summary>
/// <param name="File">path beside the page or address, as the page writes it; null where only the caption came</param>
internal sealed record RecognisedPhoto(string Caption, string AlternativeText, string? Credit, string? File);

/// <param name="Address">null where the page gives the name alone</param>
internal sealed record RecognisedLink(string Name, string? Address);

/// <summary>The block "Thống kê truy cập"; null is a number that the page does not show.</summary>
/// <param name="Total">the odometer</param>
internal sealed record RecognisedStatistics(long? Total, long? Online, long? Today, long? Week, long? Month, long? Year);

/// <summary>Why a file is not taken in.</summary>
internal enum PageRefusal
{
    NoTitle,
    NoBody,
    UnreadableEncoding,
    OverSizeLimit,
    NotAPage,

    /// <summary>More elements, levels or lines than a page has that people read.</summary>
    TooManyParts,

    /// <summary>The file cannot be opened or read.</summary>
    CannotBeRead,
}

/// <summary>A page, or the reason why there is none.</summary>
/// <param name="Detail">for <see cref="PageRefusal.NotAPage"/> what it is instead ("PNG"), for
/// <see cref="PageRefusal.UnreadableEncoding"/> what the best reading looks like</param>
internal sealed record Recognition(RecognisedPage? Page, PageRefusal? Refusal = null, string Detail = "")
{
    public static Recognition Refused(PageRefusal why, string detail = "") => new(null, why, detail);
}
