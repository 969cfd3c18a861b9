using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Frame;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Beginnings;

/// <summary>
/// Writes the first contents of a portal: its frame, articles and documents, from whoever brings them. Each call is one
/// transaction, whole or not at all.
/// </summary>
public sealed partial class FirstEdition(DatabaseFactory databases, DocumentFiles files, ChangeFeed feed, SiteClock clock)
{
    /// <summary>The frame of a portal that has none. Where there is a masthead already, nothing happens.</summary>
    public Task<bool> BeginAsync(
        NewMasthead masthead,
        IReadOnlyList<NewCategory> categories,
        IReadOnlyList<NewMenuEntry> menu,
        IReadOnlyList<NewPage> pages,
        CancellationToken stop
    ) =>
        InTransactionAsync(
            async database =>
            {
                if (await database.Set<Masthead>().AnyAsync(stop))
                    return false;
                AddMasthead(database, masthead);
                await PutCategoriesAsync(database, categories, stop);
                AddMenu(database, menu);
                await PutPagesAsync(database, pages, stop);
                await database.SaveChangesAsync(stop);
                return true;
            },
            stop
        );

    /// <summary>Gives a portal another frame: masthead, navigation and links are replaced, sections and pages renewed by slug.</summary>
    public Task DressAsync(
        NewMasthead masthead,
        IReadOnlyList<NewCategory> categories,
        IReadOnlyList<NewMenuEntry> menu,
        IReadOnlyList<NewPage> pages,
        IReadOnlyList<NewLinks> links,
        CancellationToken stop
    ) =>
        InTransactionAsync(
            async database =>
            {
                await database.Set<Masthead>().ExecuteDeleteAsync(stop);
                await database.Set<MenuItem>().ExecuteDeleteAsync(stop);
                await database.Set<WebsiteLink>().ExecuteDeleteAsync(stop);
                await database.Set<LinkGroup>().ExecuteDeleteAsync(stop);
                AddMasthead(database, masthead);
                await PutCategoriesAsync(database, categories, stop);
                AddMenu(database, menu);
                await PutPagesAsync(database, pages, stop);
                AddLinks(database, links);
                await database.SaveChangesAsync(stop);
                return true;
            },
            stop
        );

    /// <summary>Adds documents to the library.</summary>
    public async Task AddDocumentsAsync(IReadOnlyList<NewDocument> documents, CancellationToken stop)
    {
        var stored = new List<OfficialDocument>(documents.Count);
        foreach (var document in documents)
            stored.Add(await DocumentAsync(document, stop));
        await InTransactionAsync(
            async database =>
            {
                database.AddRange(stored);
                await database.SaveChangesAsync(stop);
                return true;
            },
            stop
        );
    }

    private async Task<OfficialDocument> DocumentAsync(NewDocument document, CancellationToken stop)
    {
        var stored = new OfficialDocument
        {
            Number = document.Number,
            Type = document.Type,
            IssuedOn = document.IssuedOn,
            InForceFrom = document.InForceFrom,
            IssuingBody = document.IssuingBody,
            Signatory = document.Signatory,
            Summary = document.Summary,
            SearchText = Fold.Letters(
                $"{document.Number} {document.Type} {document.IssuingBody} {document.Signatory} {document.Summary}"
            ),
        };
        foreach (var file in document.Files)
        {
            var sha256 = await files.PutAsync(file.Bytes, stop);
            stored.Files.Add(
                new()
                {
                    Name = file.Name,
                    ContentType = file.ContentType,
                    Sha256 = sha256,
                    Length = file.Bytes.Length,
                }
            );
        }
        return stored;
    }

    private static void AddMasthead(Database database, NewMasthead masthead) =>
        database.Add(
            new Masthead
            {
                OfficeVi = masthead.OfficeVi,
                OfficeEn = masthead.OfficeEn,
                PortalVi = masthead.PortalVi,
                PortalEn = masthead.PortalEn,
                Address = masthead.Address,
                Telephone = masthead.Telephone,
                Email = masthead.Email,
                ResponsibleVi = masthead.ResponsibleVi,
                ResponsibleEn = masthead.ResponsibleEn,
                NoteVi = masthead.NoteVi,
                NoteEn = masthead.NoteEn,
                MadeUp = masthead.MadeUp,
            }
        );

    // A section that is no longer listed goes, unless an article stands in it.
    private static async Task PutCategoriesAsync(Database database, IReadOnlyList<NewCategory> categories, CancellationToken stop)
    {
        var slugs = categories.Select(category => category.Slug).ToList();
        await database
            .Set<Category>()
            .Where(c => !slugs.Contains(c.Slug) && !database.Set<Article>().Any(a => a.CategoryId == c.Id))
            .ExecuteDeleteAsync(stop);
        var there = await database.Set<Category>().ToDictionaryAsync(c => c.Slug, stop);
        foreach (var (i, category) in categories.Index())
        {
            if (!there.TryGetValue(category.Slug, out var row))
            {
                row = new()
                {
                    Slug = category.Slug,
                    NameVi = category.NameVi,
                    NameEn = category.NameEn,
                };
                database.Add(row);
            }
            (row.NameVi, row.NameEn, row.Position) = (category.NameVi, category.NameEn, i + 1);
        }
    }

    private static void AddMenu(Database database, IReadOnlyList<NewMenuEntry> menu)
    {
        foreach (var (i, entry) in menu.Index())
            database.Add(
                new MenuItem
                {
                    Position = i + 1,
                    LabelVi = entry.LabelVi,
                    LabelEn = entry.LabelEn,
                    Target = entry.Target,
                    InFooter = entry.InFooter,
                }
            );
    }

    private async Task PutPagesAsync(Database database, IReadOnlyList<NewPage> pages, CancellationToken stop)
    {
        var slugs = pages.Select(page => page.Slug).ToList();
        await database.Set<StaticPage>().Where(p => slugs.Contains(p.Slug)).ExecuteDeleteAsync(stop);
        foreach (var page in pages)
        {
            database.Add(
                new StaticPage
                {
                    Slug = page.Slug,
                    TitleVi = page.TitleVi,
                    BodyVi = page.BodyVi,
                    TitleEn = page.TitleEn,
                    BodyEn = page.BodyEn,
                    UpdatedAt = clock.UtcNow,
                }
            );
        }
    }

    private static void AddLinks(Database database, IReadOnlyList<NewLinks> links)
    {
        foreach (var (i, group) in links.Index())
        {
            var row = new LinkGroup
            {
                Position = i + 1,
                NameVi = group.NameVi,
                NameEn = group.NameEn,
            };
            foreach (var (j, link) in group.Links.Index())
                row.Links.Add(
                    new()
                    {
                        Position = j + 1,
                        Name = link.Name,
                        Address = link.Address,
                        InBlock = link.InBlock,
                    }
                );
            database.Add(row);
        }
    }

    private async Task<T> InTransactionAsync<T>(Func<Database, Task<T>> work, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        // Two that prepare the same portal at once: the second finds what the first has written.
        await FrameLock.TakeAsync(database, stop);
        var answer = await work(database);
        // Everything that is kept anywhere was made from what has just been replaced.
        string[] keys = ["frame", "articles", "documents"];
        DbConnection connection = database.Database.GetDbConnection();
        var notes = await ChangeFeed.NoteAsync(connection, transaction.GetDbTransaction(), clock.UtcNow, keys, stop);
        await transaction.CommitAsync(stop);
        feed.Announce(keys, notes);
        return answer;
    }
}
