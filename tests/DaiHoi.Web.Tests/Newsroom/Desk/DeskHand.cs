using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

/// <summary>Somebody of the newsroom who works with the desk itself, without its pages.</summary>
internal sealed class DeskHand(Site site, Person person)
{
    public Person Person => person;
    public Actor Actor => new(person.Id, person.Name, "127.0.0.1");

    /// <summary>A person with roles on the organisation at the top; no account is needed.</summary>
    public static async Task<DeskHand> OfAsync(Site site, long id, params Role[] roles)
    {
        var root = await site.Service<OrganisationTree>().RootAsync(CancellationToken.None);
        return new(site, new(id, $"Người {id}", [.. roles.Select(role => new Granted(role, root.Path))]));
    }

    public async Task<long> BeginAsync(string title = "Đại hội điểm ở Lộc Ninh") =>
        await site.Service<ArticleDesk>()
            .BeginAsync(person, Actor, title, await CategoryAsync(site), "test", CancellationToken.None);

    /// <summary>Takes a step; what is sent for review gets a text first where it has none.</summary>
    public async Task<DeskAnswer> TakeAsync(long id, ArticleStepKind kind, string? reason = null, DateTime? when = null)
    {
        if (kind == ArticleStepKind.Submitted && await FindAsync(id) is { Article: { BodyHtml.Length: 0 } unwritten })
            await SaveAsync(id, await EditAsync(site, unwritten.Title));
        var seen = await VersionAsync(id);
        return await site.Service<ArticleDesk>()
            .TakeAsync(person, Actor, id, new(kind, seen, reason, when), CancellationToken.None);
    }

    public async Task<DeskAnswer> SaveAsync(long id, ArticleEdit edit, int? seen = null) =>
        await site.Service<ArticleDesk>()
            .SaveAsync(person, Actor, id, seen ?? await VersionAsync(id), edit, "test", CancellationToken.None);

    public Task<DeskArticle?> FindAsync(long id) => site.Service<ArticleDesk>().FindAsync(person, id, CancellationToken.None);

    public async Task<int> VersionAsync(long id)
    {
        await using var database = site.Service<DatabaseFactory>().Create();
        return await database.Set<Article>().Where(a => a.Id == id).Select(a => a.Version).SingleOrDefaultAsync();
    }

    public static async Task<long> CategoryAsync(Site site, string slug = "tin-tuc")
    {
        await using var database = site.Service<DatabaseFactory>().Create();
        if (await database.Set<Category>().FirstOrDefaultAsync(c => c.Slug == slug) is { } found)
            return found.Id;
        var added = new Category
        {
            Slug = slug,
            NameVi = "Mục " + slug,
            NameEn = "Section " + slug,
        };
        database.Add(added);
        await database.SaveChangesAsync();
        return added.Id;
    }

    /// <summary>A text, with a body of one paragraph unless another is named.</summary>
    public static async Task<ArticleEdit> EditAsync(Site site, string title, string? body = null, params EditedPhoto[] photos) =>
        new(
            new(title, "BPO", "Sapo của bài.", body ?? "<p>Thân bài.</p>"),
            photos,
            null,
            await CategoryAsync(site),
            [],
            [],
            null,
            []
        );
}
