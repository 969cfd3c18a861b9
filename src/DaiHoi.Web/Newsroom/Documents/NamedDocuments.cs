using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Bodies;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>Finds the documents that a body names by the number printed on them.</summary>
internal sealed partial class NamedDocuments(DatabaseFactory databases)
{
    /// <summary>
    /// The body with the library's own number of each document; or the first that cannot be told, with what the library has
    /// under its number: nothing, or several of different years.
    /// </summary>
    public async Task<(WrittenBody Body, Untold? Untold)> FindAsync(WrittenBody body, CancellationToken stop)
    {
        var names = Named()
            .Matches(body.Html)
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
            return (body, null);
        await using var database = databases.Create();
        var html = body.Html;
        foreach (var written in names)
        {
            var name = WebUtility.HtmlDecode(written);
            var found = await FoundAsync(database, name, stop);
            if (found.Count != 1)
                return (body, new(name, found));
            html = html.Replace(
                $"{BodyReference.DocumentMark}=\"{written}\"",
                string.Create(CultureInfo.InvariantCulture, $"{BodyReference.DocumentMark}=\"{found[0].Id}\""),
                StringComparison.Ordinal
            );
        }
        return (body with { Html = html }, null);
    }

    private static async Task<List<(long Id, DateOnly IssuedOn)>> FoundAsync(
        Database database,
        string name,
        CancellationToken stop
    )
    {
        var documents = database.Set<OfficialDocument>().AsNoTracking();
        if (BodyReference.IsNumber(name))
        {
            var id = long.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture);
            documents = documents.Where(d => d.Id == id);
        }
        else
        {
            var upper = name.ToUpperInvariant();
            documents = documents.Where(d => d.Number == name || d.Number == upper);
        }
        var found = await documents
            .OrderByDescending(d => d.IssuedOn)
            .Take(5)
            .Select(d => new { d.Id, d.IssuedOn })
            .ToListAsync(stop);
        return found.ConvertAll(d => (d.Id, d.IssuedOn));
    }

    [GeneratedRegex("data-document=\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Named();
}

/// <summary>A document that a body names and that cannot be told.</summary>
/// <param name="Found">none, or several under the same number</param>
internal sealed record Untold(string Name, IReadOnlyList<(long Id, DateOnly IssuedOn)> Found);
