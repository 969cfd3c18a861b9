namespace DaiHoi.Web.Portal.Search;

/// <summary>An article as the index needs it: published, its texts in NFC and without markup.</summary>
/// <param name="Text">the body, paragraphs parted by line breaks</param>
/// <param name="Authors">names, parted by line breaks; found, but not shown in snippets</param>
/// <param name="Tags">keywords, parted by line breaks; found, but not shown in snippets</param>
/// <param name="Category">the slug of the section</param>
internal sealed record ArticleToIndex(
    long Id,
    string Title,
    string Lead,
    string Text,
    string Authors,
    string Tags,
    string Category,
    DateTime PublishedAtUtc
);
