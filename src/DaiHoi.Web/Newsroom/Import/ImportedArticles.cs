namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Takes pages of an old portal in whose bytes are at hand.</summary>
public sealed class ImportedArticles
{
    private readonly ImportPages pages;

    internal ImportedArticles(ImportPages pages) => this.pages = pages;

    /// <summary>
    /// Makes an article of one page, as the import from files does, with the views that the page prints; its block of
    /// visitor statistics is taken as the reading of today. The same page again changes nothing.
    /// </summary>
    /// <param name="fileName">under which the page is kept</param>
    /// <returns>the id of the article</returns>
    /// <exception cref="InvalidDataException">the bytes are no page</exception>
    public async Task<long> TakeInAsync(string fileName, byte[] page, CancellationToken stop)
    {
        var file = new PageFile(fileName, fileName, fileName, InFolder: false);
        var outcome = await pages.TakeAsync(file, page, new(AdoptStatistics: true), stop);
        if (outcome.Page is null)
            throw new InvalidDataException($"{fileName}: {outcome.Refusal} {outcome.Detail}");
        if (outcome.Page.Statistics is { } statistics)
            await pages.AdoptAsync(PageIdentity.ReadingOf(statistics), statistics, stop);
        return outcome.ArticleId;
    }
}
