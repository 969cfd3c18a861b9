using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Keeps the addresses under which readers know a page, so that they lead to its article.</summary>
internal static class OldPaths
{
    /// <summary>Remembers the addresses of a page; one that leads to another article already is left alone.</summary>
    public static async Task RememberAsync(
        DbTransaction transaction,
        long article,
        PageFile file,
        RecognisedPage page,
        CancellationToken stop
    )
    {
        foreach (var path in Of(file, page).SelectMany(OldAddress.Spellings).Distinct(StringComparer.Ordinal))
        {
            await using var command = Sql.Command(
                transaction.Connection!,
                "insert into old_address (path, article_id) values (@path, @article) on conflict (path) do nothing",
                ("path", path),
                ("article", article)
            );
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private static IEnumerable<string> Of(PageFile file, RecognisedPage page)
    {
        if (page.CanonicalAddress is { } canonical)
            yield return new Uri(canonical).PathAndQuery;
        else if (file.InFolder)
            yield return "/" + file.Name;
        if (page.PrintAddress is { } print && print.StartsWith('/'))
            yield return print;
    }
}
