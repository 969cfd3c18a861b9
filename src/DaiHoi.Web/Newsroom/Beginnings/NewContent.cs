namespace DaiHoi.Web.Newsroom.Beginnings;

/// <summary>Who publishes the portal.</summary>
public sealed record NewMasthead(
    string OfficeVi,
    string OfficeEn,
    string PortalVi,
    string PortalEn,
    string Address = "",
    string Telephone = "",
    string Email = "",
    string ResponsibleVi = "",
    string ResponsibleEn = ""
)
{
    /// <summary>A sentence at the foot of every page.</summary>
    public string NoteVi { get; init; } = "";
    public string NoteEn { get; init; } = "";

    /// <summary>The content shows the program and is nobody's news.</summary>
    public bool MadeUp { get; init; }
}

/// <summary>A section; its place in the list is its place on the portal.</summary>
public sealed record NewCategory(string Slug, string NameVi, string NameEn);

/// <param name="Target">a path of the portal without its language, or a whole address</param>
public sealed record NewMenuEntry(string LabelVi, string LabelEn, string Target)
{
    /// <summary>Stands at the foot of every page instead of its head.</summary>
    public bool InFooter { get; init; }
}

/// <summary>A page that is no news, in clean HTML.</summary>
public sealed record NewPage(string Slug, string TitleVi, string BodyVi, string TitleEn, string BodyEn);

public sealed record NewLinks(string NameVi, string NameEn, IReadOnlyList<NewLink> Links);

public sealed record NewLink(string Name, string Address, bool InBlock = false);

/// <param name="BodyHtml">clean HTML; the n-th of <paramref name="Photos"/> stands as <c>&lt;figure data-photo="n"&gt;&lt;/figure&gt;</c></param>
/// <param name="Category">the slug of a section that exists</param>
/// <param name="PublishedAt">UTC</param>
/// <param name="Featured">place among the featured articles, from 1</param>
public sealed record NewArticle(
    string Title,
    string? Dateline,
    string Lead,
    string BodyHtml,
    string Category,
    DateTime PublishedAt,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Tags,
    IReadOnlyList<NewPhoto> Photos,
    int? Featured = null
);

/// <param name="PictureId">of the media store; null shows an empty frame</param>
public sealed record NewPhoto(long? PictureId, string Caption, string AlternativeText, string? Credit);

public sealed record NewDocument(
    string Number,
    string Type,
    DateOnly IssuedOn,
    DateOnly? InForceFrom,
    string IssuingBody,
    string? Signatory,
    string Summary,
    IReadOnlyList<NewFile> Files
);

public sealed record NewFile(string Name, string ContentType, byte[] Bytes);
