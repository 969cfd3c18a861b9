using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>An article on its way from one portal to another: one line of <c>articles.jsonl</c>, described in <c>docs/formats/articles.md</c>.</summary>
/// <param name="Path">where the portal that exported it shows it</param>
/// <param name="LeadPhoto">place among the photos, from 1</param>
/// <param name="Revisions">every text that it had, oldest first; the last is the text that it has</param>
/// <param name="Writer">name of who began it; this and what follows is absent in exports of earlier releases</param>
/// <param name="Related">numbers, in the exporting portal, of articles put beside it by hand</param>
/// <param name="Organisation">code of the organisation whose newsroom has it; null is the owner of the portal</param>
internal sealed record CarriedArticle(
    long Id,
    string Path,
    string Status,
    CarriedSection Section,
    string? Source,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Tags,
    IReadOnlyList<CarriedPhoto> Photos,
    int? LeadPhoto,
    int? Featured,
    DateTime? PublishedAt,
    DateTime? WithdrawnAt,
    string? WithdrawnReason,
    IReadOnlyList<string> OldAddresses,
    long Views,
    IReadOnlyList<CarriedRevision> Revisions,
    string? Writer = null,
    DateTime? StateSince = null,
    string? ReturnReason = null,
    DateTime? PublishAt = null,
    DateTime? ExpiresAt = null,
    IReadOnlyList<CarriedStep>? Steps = null,
    IReadOnlyList<CarriedCorrection>? Corrections = null,
    IReadOnlyList<long>? Related = null,
    string? Organisation = null
)
{
    [JsonIgnore]
    public CarriedRevision Text => Revisions[^1];

    /// <summary>What its texts name by place, <c>&lt;figure data-file="1"&gt;</c>; none in exports of earlier releases.</summary>
    public IReadOnlyList<CarriedFile> Files { get; init; } = [];

    /// <summary>Likewise, <c>&lt;figure data-document="1"&gt;</c>.</summary>
    public IReadOnlyList<CarriedDocument> Documents { get; init; } = [];
}

internal sealed record CarriedSection(string Slug, string NameVi, string NameEn);

/// <param name="Picture">SHA-256 by which the media store knows it; null is an empty frame</param>
internal sealed record CarriedPhoto(
    string? Picture,
    int? Width,
    int? Height,
    string Caption,
    string AlternativeText,
    string? Credit,
    CarriedMedia? Media = null
);

/// <summary>What the media library says of a picture, whichever article shows it.</summary>
/// <param name="FocalX">in percent from the left, like <paramref name="FocalY"/> from above</param>
internal sealed record CarriedMedia(
    string Name,
    string Caption,
    string AlternativeText,
    string? Credit,
    string? Licence,
    int FocalX,
    int FocalY
);

/// <param name="Kind">"taken-back"</param>
/// <param name="By">the name of who took it</param>
/// <param name="For">the moment that was decided</param>
/// <param name="Revision">number of the text that the article had</param>
internal sealed record CarriedStep(string Kind, DateTime At, string By, string? Reason, DateTime? For, int Revision);

internal sealed record CarriedCorrection(string Text, DateTime At);

/// <param name="Body">clean HTML; the n-th photo stands as <c>&lt;figure data-photo="n"&gt;&lt;/figure&gt;</c></param>
/// <param name="By">the name of who saved it</param>
internal sealed record CarriedRevision(
    string Title,
    string? Dateline,
    string Lead,
    string Body,
    DateTime SavedAt,
    string Reason,
    string? By = null
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(CarriedArticle))]
internal sealed partial class CarriedJson : JsonSerializerContext;

internal static class CarriedForm
{
    /// <summary>Vietnamese as it is written, not as escapes.</summary>
    public static readonly CarriedJson Json = new(
        new JsonSerializerOptions(CarriedJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }
    );
}
