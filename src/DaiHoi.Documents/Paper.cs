namespace DaiHoi.Documents;

/// <summary>An official paper before it has a form: what it says, in the order in which it is read.</summary>
/// <param name="Head">who issues it, its number, where and when</param>
/// <param name="Type">in capitals, as it stands above the summary: "BÁO CÁO"; null for an official letter, which has none</param>
/// <param name="Summary">what it is about: "Kết quả công tác tổ chức xây dựng Đảng 2 tháng đầu năm 2020"</param>
/// <param name="Bases">on what it rests, one for each line: "Căn cứ Điều lệ Đảng;"</param>
/// <param name="Signatures">one, or two side by side: minutes are signed by who wrote them and by who chaired</param>
/// <param name="Recipients">what stands under "Nơi nhận:"; none for minutes</param>
public sealed record Paper(
    PaperHead Head,
    string? Type,
    string Summary,
    IReadOnlyList<string> Bases,
    IReadOnlyList<PaperBlock> Blocks,
    IReadOnlyList<PaperSignature> Signatures,
    IReadOnlyList<string> Recipients
);

/// <summary>What stands above a paper.</summary>
/// <param name="Superior">the organisation above, in capitals; null for the highest</param>
/// <param name="Issuer">who issues it, one for each line, in capitals: "ĐẢNG BỘ XÃ A", "ĐẠI HỘI ĐẠI BIỂU LẦN THỨ X"</param>
/// <param name="Number">its number with its symbols (<see cref="PaperNumbers"/>); null while it has none</param>
/// <param name="Place">where it is dated: "Bình Phước"</param>
/// <param name="Date">null while it is not dated: the day is left open, to be written by hand</param>
public sealed record PaperHead(string? Superior, IReadOnlyList<string> Issuer, string? Number, string Place, DateOnly? Date);

/// <summary>Who signs.</summary>
/// <param name="OnBehalf">the body, without "thay mặt": "ĐOÀN CHỦ TỊCH"; null where somebody signs for himself</param>
/// <param name="Post">in capitals or as a word: "BÍ THƯ", "Thư ký"</param>
/// <param name="Name">null leaves room for it</param>
public sealed record PaperSignature(string? OnBehalf, string? Post, string? Name);

/// <summary>A part of the text.</summary>
public abstract record PaperBlock;

/// <param name="Level">1 for the highest, 3 for the lowest</param>
public sealed record PaperHeading(int Level, string Text) : PaperBlock;

public sealed record PaperParagraph(IReadOnlyList<PaperRun> Runs) : PaperBlock
{
    public PaperParagraph(string text)
        : this([new PaperRun(text)]) { }
}

/// <summary>Some words in one face.</summary>
public sealed record PaperRun(string Text, bool Bold = false, bool Italic = false);

/// <summary>Items one below the other, each after a dash, or after its number.</summary>
public sealed record PaperList(IReadOnlyList<string> Items, bool Numbered = false) : PaperBlock;

/// <summary>A table. Its first row is repeated on each page, and no row breaks across pages unless it is higher than one.</summary>
/// <param name="Caption">above it; also its name for who cannot see it</param>
/// <param name="Rows">each with as many cells as there are columns</param>
/// <param name="Totals">how many of the last rows are sums, in bold</param>
/// <param name="Wide">stands on pages of their own, turned on their side</param>
public sealed record PaperTable(
    string Caption,
    IReadOnlyList<PaperColumn> Columns,
    IReadOnlyList<IReadOnlyList<PaperCell>> Rows,
    int Totals = 0,
    bool Wide = false
) : PaperBlock;

/// <param name="Weight">of its width, beside the other columns</param>
/// <param name="Numbers">its cells stand to the right</param>
public sealed record PaperColumn(string Title, double Weight = 1, bool Numbers = false);

/// <summary>A cell: words, or a number that a spreadsheet reckons with.</summary>
/// <param name="Text">as it is printed</param>
/// <param name="Value">null where it is no number</param>
public sealed record PaperCell(string Text, decimal? Value = null);

/// <summary>A curve: one share for each day.</summary>
/// <param name="Title">above it</param>
/// <param name="Alternative">what it shows, in a sentence, for who cannot see it</param>
/// <param name="Points">by growing day; shares from 0 to 1</param>
public sealed record PaperCurve(string Title, string Alternative, IReadOnlyList<PaperPoint> Points) : PaperBlock;

/// <param name="Label">below the axis</param>
public sealed record PaperPoint(string Label, double Share);

/// <summary>A code that a telephone reads, with what it is for beside it.</summary>
/// <param name="Content">at most <see cref="QrSquares.Longest"/> letters</param>
/// <param name="Caption">in a sentence; it says the same to who has no telephone</param>
public sealed record PaperCode(string Content, string Caption) : PaperBlock;
