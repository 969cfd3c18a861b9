namespace DaiHoi.Web.Newsroom.Published;

/// <summary>An article as readers see it.</summary>
/// <param name="BodyHtml">clean HTML; a photo stands as <c>&lt;figure data-photo="id"&gt;&lt;/figure&gt;</c>, a file or a document as <see cref="References"/> finds them</param>
/// <param name="PublishedAt">UTC, like <paramref name="UpdatedAt"/></param>
/// <param name="Authors">in the order of the byline</param>
public sealed record PublishedArticle(
    long Id,
    string Slug,
    string Title,
    string? Dateline,
    string Lead,
    string BodyHtml,
    string? Source,
    DateTime PublishedAt,
    DateTime UpdatedAt,
    CategoryName Category,
    IReadOnlyList<Named> Authors,
    IReadOnlyList<Named> Tags,
    IReadOnlyList<PublishedPhoto> Photos,
    IReadOnlyList<PublishedCorrection> Corrections,
    IReadOnlyList<PublishedFile> Files,
    IReadOnlyList<ReferredDocument> Documents
)
{
    public string Path => ArticlePath.Of(Slug, Id);
}

/// <summary>What was wrong in an article and is right now.</summary>
/// <param name="At">UTC</param>
public sealed record PublishedCorrection(string Text, DateTime At);

/// <summary>An article as one line of a list.</summary>
public sealed record ListedArticle(
    long Id,
    string Slug,
    string Title,
    string Lead,
    DateTime PublishedAt,
    CategoryName Category,
    PublishedPhoto? Photo
)
{
    public string Path => ArticlePath.Of(Slug, Id);
    public ArticleLine Line => new(Id, Slug, Title, PublishedAt);
}

/// <summary>An article as its title and day, where nothing else of it is shown.</summary>
public sealed record ArticleLine(long Id, string Slug, string Title, DateTime PublishedAt)
{
    public string Path => ArticlePath.Of(Slug, Id);
}

/// <summary>Something with a name and a page of its own: an author, a keyword.</summary>
public sealed record Named(string Name, string Slug);

public sealed record CategoryName(string Slug, string NameVi, string NameEn)
{
    public string In(bool english) => english ? NameEn : NameVi;
}

/// <summary>A photograph with what is written about it; <see cref="Picture"/> is null where only its caption came.</summary>
public sealed record PublishedPhoto(long Id, string Caption, string AlternativeText, string? Credit, PublishedPicture? Picture);

/// <summary>A picture in the media store.</summary>
/// <param name="Sha256">names its files</param>
/// <param name="Width">of the largest, in pixels</param>
/// <param name="FocalX">the point that must be seen where it is cut, in percent from the left; <paramref name="FocalY"/> from above</param>
public sealed record PublishedPicture(string Sha256, int Width, int Height, int FocalX, int FocalY);

/// <summary>Addresses of articles, without the language.</summary>
internal static class ArticlePath
{
    public static string Of(string slug, long id) => FormattableString.Invariant($"/bai-viet/{slug}-{id}");
}
