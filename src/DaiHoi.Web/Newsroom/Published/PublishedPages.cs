using DaiHoi.Web.Data;

namespace DaiHoi.Web.Newsroom.Published;

/// <summary>A page that is no news, in both languages.</summary>
public sealed record PublishedPage(string Slug, Bilingual Title, Bilingual BodyHtml, DateTime UpdatedAt);

/// <summary>The static pages: Giới thiệu, Liên hệ, the statements (key "page:slug").</summary>
public sealed class PublishedPages(Sql sql)
{
    public Task<PublishedPage?> FindAsync(string slug, CancellationToken stop) =>
        sql.FirstAsync<PublishedPage?>(
            "select slug, title_vi, title_en, body_vi, body_en, updated_at from static_page where slug = @slug",
            row =>
                new(
                    row.GetString(0),
                    new(row.GetString(1), row.GetString(2)),
                    new(row.GetString(3), row.GetString(4)),
                    row.Utc(5)
                ),
            stop,
            ("slug", slug)
        );

    /// <summary>Address and title of each, for the site map.</summary>
    public Task<List<(string Slug, Bilingual Title)>> AllAsync(CancellationToken stop) =>
        sql.ListAsync(
            "select slug, title_vi, title_en from static_page order by title_vi",
            row => (row.GetString(0), new Bilingual(row.GetString(1), row.GetString(2))),
            stop
        );
}
