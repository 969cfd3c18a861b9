using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Brings the sections of the old site together with those of the portal.</summary>
internal static class OldSections
{
    /// <summary>
    /// A portal has no more sections; when there are as many, pages of further ones go where pages without one go. So old
    /// pages that name their own title, or the day, as a section do not fill the menus.
    /// </summary>
    private const int Most = 40;

    /// <summary>The section of that name, by its Vietnamese or English name or its slug; a new one where there is none.</summary>
    /// <param name="name">as the old page names it; null where it names none</param>
    /// <param name="fallback">slug of the section for pages without one</param>
    public static async Task<Category> OfAsync(Database database, string? name, string fallback, CancellationToken stop)
    {
        var there = await database.Set<Category>().OrderBy(c => c.Position).ToListAsync(stop);
        if (name is not null && Find(there, name) is { } known)
            return known;
        if (name is not null && there.Count < Most)
            return New(database, name, there);
        return there.Find(c => c.Slug == fallback) ?? there.FirstOrDefault() ?? New(database, "Tin tức", there);
    }

    private static Category? Find(List<Category> there, string name)
    {
        var folded = Fold.Letters(name);
        var slug = Slug.Of(name);
        return there.Find(c => Fold.Letters(c.NameVi) == folded)
            ?? there.Find(c => Fold.Letters(c.NameEn) == folded)
            ?? there.Find(c => c.Slug == slug);
    }

    private static Category New(Database database, string name, List<Category> there) =>
        database
            .Add(
                new Category
                {
                    Slug = Slug.Of(name),
                    NameVi = name,
                    NameEn = name,
                    Position = there.Count == 0 ? 1 : there[^1].Position + 1,
                }
            )
            .Entity;
}
