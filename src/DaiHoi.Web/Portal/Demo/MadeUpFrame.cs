using DaiHoi.Web.Newsroom.Beginnings;

namespace DaiHoi.Web.Portal.Demo;

/// <summary>The masthead, sections, navigation and links of the demo's office.</summary>
internal static class MadeUpFrame
{
    public static NewMasthead Masthead { get; } =
        new(
            "Ban Tổ chức Tỉnh ủy Bình Phước",
            "Organisation Board of the Bình Phước Provincial Party Committee",
            "Cổng thông tin điện tử",
            "Electronic portal",
            "Đường 6 tháng 1, phường Tân Phú, thành phố Đồng Xoài",
            "0271 3000 000",
            "banbientap@binhphuoc.example",
            "Ban Biên tập",
            "Editorial board"
        )
        {
            NoteVi = SiteBeginnings.Note.Vi,
            NoteEn = SiteBeginnings.Note.En,
            MadeUp = true,
        };

    public static IReadOnlyList<NewCategory> Categories { get; } =
    [
        new("dai-hoi", "Đại hội đảng bộ các cấp", "Party congresses"),
        new("cong-tac-can-bo", "Công tác cán bộ", "Cadre work"),
        new("thong-bao", "Thông báo", "Announcements"),
        new("xay-dung-dang", "Xây dựng Đảng", "Party building"),
        new("van-kien", "Văn kiện", "Congress documents"),
        new("hoi-dap", "Hỏi đáp nghiệp vụ", "Questions and answers"),
        new("tin-tuc", "Tin tức – sự kiện", "News and events"),
    ];

    public static IReadOnlyList<NewMenuEntry> Menu { get; } =
    [
        new("Trang chủ", "Home", "/"),
        new("Giới thiệu", "About", "/trang/gioi-thieu"),
        new("Tin tức – sự kiện", "News and events", "/chuyen-muc/tin-tuc"),
        new("Đại hội đảng bộ các cấp", "Party congresses", "/chuyen-muc/dai-hoi"),
        new("Văn bản chỉ đạo, điều hành", "Documents", "/van-ban"),
        new("Hỏi đáp", "Questions and answers", "/chuyen-muc/hoi-dap"),
        new("Liên hệ", "Contact", "/trang/lien-he"),
        .. SiteBeginnings.Footer,
    ];

    public static IReadOnlyList<NewLinks> Links => DemoFiles.List<NewLinks[]>("links.json");

    /// <summary>What every portal has, with the office's own words about itself.</summary>
    public static IReadOnlyList<NewPage> Pages
    {
        get
        {
            var (vi, en) = (DemoFiles.Prose("Pages/gioi-thieu.vi.md"), DemoFiles.Prose("Pages/gioi-thieu.en.md"));
            return
            [
                .. SiteBeginnings.Pages.Where(page => page.Slug != "gioi-thieu"),
                new("gioi-thieu", vi.Head["title"], vi.Html(), en.Head["title"], en.Html()),
            ];
        }
    }
}
