using System.Reflection;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Beginnings;

/// <summary>What every new portal starts with: sections, navigation and the pages that the law and the readers expect.</summary>
public sealed class SiteBeginnings(FirstEdition edition)
{
    /// <summary>The static pages in their order; each lies in both languages beside this file.</summary>
    private static readonly string[] Slugs = ["gioi-thieu", "lien-he", "quy-dinh-su-dung", "bao-ve-du-lieu", "kha-nang-tiep-can"];

    public static IReadOnlyList<NewCategory> Categories { get; } =
    [
        new("tin-tuc", "Tin tức – sự kiện", "News and events"),
        new("xay-dung-dang", "Xây dựng Đảng", "Party building"),
        new("van-ban", "Văn bản", "Documents"),
        new("thong-bao", "Thông báo", "Announcements"),
    ];

    /// <summary>What stands at the foot of every page; an office may change it at the desk.</summary>
    public static IReadOnlyList<NewMenuEntry> Footer { get; } =
    [
        new("Quy định sử dụng", "Terms of use", "/trang/quy-dinh-su-dung") { InFooter = true },
        new("Bảo vệ dữ liệu cá nhân", "Protection of personal data", "/trang/bao-ve-du-lieu") { InFooter = true },
        new("Tuyên bố về khả năng tiếp cận", "Accessibility statement", "/trang/kha-nang-tiep-can") { InFooter = true },
        new("RSS", "RSS", "/rss.xml") { InFooter = true },
    ];

    /// <summary>On what terms others may use what stands on the portal, until the office says it otherwise.</summary>
    public static (string Vi, string En) Note { get; } =
        (
            "Ghi rõ nguồn khi phát hành lại thông tin từ cổng này.",
            "Please name the source when you republish information from this portal."
        );

    /// <summary>The pages as they come with the program, in neutral words.</summary>
    public static IReadOnlyList<NewPage> Pages { get; } = [.. Slugs.Select(Page)];

    /// <summary>Writes the beginnings where the portal has no masthead yet. Otherwise nothing happens.</summary>
    /// <returns>whether they were written now</returns>
    public Task<bool> WriteAsync(CancellationToken stop) =>
        edition.BeginAsync(
            new(
                // Nobody but the office knows its name; until it is given, the portal goes by its own.
                "",
                "",
                "Cổng thông tin điện tử",
                "Electronic portal",
                ResponsibleVi: "Ban Biên tập",
                ResponsibleEn: "Editorial board"
            )
            {
                NoteVi = Note.Vi,
                NoteEn = Note.En,
            },
            Categories,
            [
                new("Trang chủ", "Home", "/"),
                new("Giới thiệu", "About", "/trang/gioi-thieu"),
                new("Tin tức – sự kiện", "News and events", "/chuyen-muc/tin-tuc"),
                new("Xây dựng Đảng", "Party building", "/chuyen-muc/xay-dung-dang"),
                new("Văn bản chỉ đạo, điều hành", "Documents", "/van-ban"),
                new("Thông báo", "Announcements", "/chuyen-muc/thong-bao"),
                new("Liên hệ", "Contact", "/trang/lien-he"),
                .. Footer,
            ],
            Pages,
            stop
        );

    private static NewPage Page(string slug)
    {
        var (vi, en) = (Read($"{slug}.vi.md"), Read($"{slug}.en.md"));
        return new(slug, vi.Head["title"], vi.Html(), en.Head["title"], en.Html());
    }

    private static Prose Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Beginnings/{name}")!;
        using var reader = new StreamReader(stream);
        return Prose.Parse(reader.ReadToEnd());
    }
}
