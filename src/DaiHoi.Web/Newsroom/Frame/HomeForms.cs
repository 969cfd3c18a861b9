using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>One block of the home page, as typed; a row that names no block is left out.</summary>
internal sealed class BlockForm
{
    private const string SectionPrefix = "section-";
    private const int UsualLines = 4;

    /// <summary>Rows are put in the order of these numbers.</summary>
    public int Place { get; set; }

    /// <summary>A kind, or a section by its number.</summary>
    public string? Block { get; set; }
    public string? Lines { get; set; }
    public HomeWidth Width { get; set; } = HomeWidth.Third;

    public bool IsFilled => !string.IsNullOrEmpty(Block);

    public static BlockForm Of(BlockRow row) =>
        new()
        {
            Block = ValueOf(row.Kind, row.CategoryId),
            Lines = HomeLayout.HasLines(row.Kind) ? row.Lines.ToString(CultureInfo.InvariantCulture) : null,
            Width = row.Width,
        };

    public static string ValueOf(HomeKind kind, long? section = null) =>
        section is { } id ? string.Create(CultureInfo.InvariantCulture, $"{SectionPrefix}{id}") : kind.ToString();

    /// <summary>The row, or the field that is wrong and why.</summary>
    public (BlockRow? Row, string Field, string Problem) Read(Texts t, List<Category> sections)
    {
        if (KindOf(sections) is not var (kind, section))
            return (null, nameof(Block), t["home-block-gone"]);
        var lines = HomeLayout.HasLines(kind) ? LinesTyped : 0;
        // In front one article may stand alone; a block without any line would be none.
        var least = HomeLayout.HasLines(kind) && kind != HomeKind.Featured ? 1 : 0;
        if (lines is not { } number || number < least || number > HomeBlock.MostLines)
            return (null, nameof(Lines), t["home-lines-bad", Lines!, least, HomeBlock.MostLines]);
        return (new(kind, HomeLayout.OnlyWidth(kind) ?? Width, number, section), "", "");
    }

    private int? LinesTyped =>
        string.IsNullOrWhiteSpace(Lines) ? UsualLines
        : int.TryParse(Lines, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private (HomeKind Kind, long? Section)? KindOf(List<Category> sections)
    {
        if (Enum.GetValues<HomeKind>().Where(kind => kind != HomeKind.Section).Any(kind => kind.ToString() == Block))
            return (Enum.Parse<HomeKind>(Block!), null);
        return sections.Find(c => ValueOf(HomeKind.Section, c.Id) == Block) is { } section
            ? (HomeKind.Section, section.Id)
            : null;
    }
}

/// <summary>One quick announcement, as typed; a row without words in either language is left out.</summary>
internal sealed class NoticeForm
{
    public int Place { get; set; }
    public string? Vi { get; set; }
    public string? En { get; set; }
    public string? Target { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    public bool IsFilled => ArticleForm.LineOf(Vi).Length > 0 || ArticleForm.LineOf(En).Length > 0;

    public static NoticeForm Of(HomeNotice notice, SiteClock clock) =>
        new()
        {
            Vi = notice.TextVi,
            En = notice.TextEn,
            Target = notice.Target,
            From = MomentField.Shown(notice.FromAt, clock),
            Until = MomentField.Shown(notice.UntilAt, clock),
        };

    /// <summary>The announcement, or the field that is wrong and why.</summary>
    public (HomeNotice? Notice, string Field, string Problem) Read(Texts t, SiteClock clock)
    {
        var (vi, en, target) = (ArticleForm.LineOf(Vi), ArticleForm.LineOf(En), ArticleForm.LineOf(Target));
        if (vi.Length == 0)
            return (null, nameof(Vi), t["row-only-english"]);
        if (vi.Length > HomeNotice.LongestText)
            return (null, nameof(Vi), t["field-long", vi.Length, HomeNotice.LongestText]);
        if (en.Length > HomeNotice.LongestText)
            return (null, nameof(En), t["field-long", en.Length, HomeNotice.LongestText]);
        if (target.Length > 0 && !TypedAddress.IsTarget(target))
            return (null, nameof(Target), t["home-target-bad", target]);
        var (from, until) = (MomentField.Of(From, clock), MomentField.Of(Until, clock));
        if (from is null && !string.IsNullOrWhiteSpace(From))
            return (null, nameof(From), t["home-moment-bad", From]);
        if (until is null && !string.IsNullOrWhiteSpace(Until))
            return (null, nameof(Until), t["home-moment-bad", Until]);
        if (from >= until)
            return (null, nameof(Until), t["home-until-before-from"]);
        return (
            new()
            {
                TextVi = vi,
                TextEn = en.Length > 0 ? en : vi,
                Target = target,
                FromAt = from,
                UntilAt = until,
            },
            "",
            ""
        );
    }
}
