namespace DaiHoi.Documents;

/// <summary>A letter that summons a delegate, or invites a guest: one page in the official layout, with a code.</summary>
/// <param name="Type">in capitals: "GIẤY TRIỆU TẬP", "GIẤY MỜI"</param>
/// <param name="Summary">to what: "Dự Đại hội đại biểu Đảng bộ huyện Lộc Ninh lần thứ XII, nhiệm kỳ 2020 - 2025"</param>
/// <param name="Opening">who calls: "Ban Chấp hành Đảng bộ huyện Lộc Ninh trân trọng triệu tập đồng chí:"</param>
/// <param name="Name">whom, alone on its line</param>
/// <param name="About">who that is: "Đại biểu chính thức, Đoàn đại biểu Đảng bộ xã Lộc An"; null leaves it out</param>
/// <param name="Details">when, where, what to bring, one for each line</param>
/// <param name="Closing">a sentence; null leaves it out</param>
/// <param name="Code">what the code says</param>
/// <param name="CodeCaption">what it is for</param>
public sealed record SummonsLetter(
    PaperHead Head,
    string Type,
    string Summary,
    string Opening,
    string Name,
    string? About,
    IReadOnlyList<string> Details,
    string? Closing,
    string Code,
    string CodeCaption,
    PaperSignature Signature,
    IReadOnlyList<string> Recipients
)
{
    /// <summary>The letter as a paper, for <see cref="PdfPaper.WriteAll"/> and <see cref="DocxPaper"/>.</summary>
    public Paper ToPaper() =>
        new(
            Head,
            Type,
            Summary,
            [],
            [
                new PaperParagraph(Opening),
                new PaperParagraph([new(Name, Bold: true)]),
                .. About is null ? (PaperBlock[])[] : [new PaperParagraph(About)],
                new PaperList(Details),
                .. Closing is null ? (PaperBlock[])[] : [new PaperParagraph(Closing)],
                new PaperCode(Code, CodeCaption),
            ],
            [Signature],
            Recipients
        );
}
