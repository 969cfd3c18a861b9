using DaiHoi.Web.Newsroom.Articles;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>An article as somebody wants to have it.</summary>
/// <param name="Text">its body names photos by their place: <c>&lt;figure data-photo="1"&gt;</c> is the first of <paramref name="Photos"/></param>
/// <param name="Authors">names, in the order of the byline</param>
/// <param name="Featured">place among the featured, from 1; null is none</param>
/// <param name="Related">numbers of articles put beside it by hand, in their order</param>
internal sealed record ArticleEdit(
    ArticleText Text,
    IReadOnlyList<EditedPhoto> Photos,
    string? Source,
    long CategoryId,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Tags,
    int? Featured,
    IReadOnlyList<long> Related
);

/// <param name="PictureId">of the media store; null where the caption stands without its picture</param>
internal sealed record EditedPhoto(long? PictureId, string Caption, string AlternativeText, string? Credit);
