using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>What became of one file.</summary>
/// <param name="Page">null where it was refused</param>
/// <param name="Detail">of a refusal</param>
/// <param name="ArticlePath">null where it was refused, or nothing was written</param>
internal sealed record PageOutcome(
    string FileName,
    PageResult Result,
    RecognisedPage? Page,
    PageRefusal? Refusal = null,
    string Detail = "",
    long ArticleId = 0,
    string? ArticlePath = null
)
{
    /// <summary>Photographs whose pictures lie in the media store now.</summary>
    public int Pictures { get; init; }

    /// <summary>Names of picture files that were not found, or are no pictures.</summary>
    public IReadOnlyList<string> LostPictures { get; init; } = [];

    /// <summary>The page names no date, and that of the file was taken.</summary>
    public bool DatedByFile { get; init; }

    public static PageOutcome Refused(string fileName, PageRefusal why, string detail) =>
        new(fileName, PageResult.Refused, null, why, detail);
}

internal enum PageResult
{
    /// <summary>A new article.</summary>
    Imported,

    /// <summary>The text of an article that was imported before has changed: a new revision.</summary>
    Revised,
    Unchanged,
    Refused,
}

/// <summary>How pages are taken in.</summary>
/// <param name="Encoding">what a person knows about the bytes</param>
/// <param name="AdoptStatistics">views and visitor statistics go on from those of the pages</param>
/// <param name="DryRun">say what would become of each file, and write nothing</param>
/// <param name="Section">slug of the section for pages that name none</param>
internal sealed record ImportOptions(
    EncodingChoice Encoding = EncodingChoice.Auto,
    bool AdoptStatistics = false,
    bool DryRun = false,
    string Section = "tin-tuc"
);
