namespace DaiHoi.Documents.Tests;

/// <summary>Ballots and cards in their smallest, usual and largest form.</summary>
internal static class SheetSamples
{
    private static readonly string[] Families = ["Nguyễn Thị", "Trần Văn", "Lê Thị Thùy", "Phạm Đức", "Hoàng Minh", "Điểu"];

    // In the order of the given name, as a closed list has them.
    private static readonly string[] Given =
    [
        "An",
        "Anh",
        "Ánh",
        "Ân",
        "Bình",
        "Chính",
        "Cường",
        "Dung",
        "Dũng",
        "Dương",
        "Đạt",
        "Đức",
        "Giang",
        "Hà",
        "Hạnh",
        "Hiền",
        "Hòa",
        "Hùng",
        "Hương",
        "Khánh",
    ];

    public static IEnumerable<(string Name, Action<Stream> Write)> All()
    {
        yield return ("ballot-a5-one", stream => PdfBallots.Write(stream, OfOne, BallotPaper.A5));
        yield return ("ballot-a5-usual", stream => PdfBallots.Write(stream, StrikeOut(17), BallotPaper.A5));
        yield return ("ballot-a5-boxes", stream => PdfBallots.Write(stream, AgreeDisagree(9), BallotPaper.A5));
        yield return ("ballot-a5-largest", stream => PdfBallots.Write(stream, StrikeOut(80), BallotPaper.A5));
        yield return ("ballot-a4-usual", stream => PdfBallots.Write(stream, StrikeOut(33), BallotPaper.A4));
        yield return ("ballot-a4-boxes", stream => PdfBallots.Write(stream, AgreeDisagree(15), BallotPaper.A4));
        yield return ("ballot-a4-largest", stream => PdfBallots.Write(stream, AgreeDisagree(80), BallotPaper.A4));
        yield return ("delegate-cards", stream => PdfDelegateCards.Write(stream, Cards(8), "Thẻ đại biểu"));
        yield return ("delegate-cards-one", stream => PdfDelegateCards.Write(stream, [Plainest], "Thẻ đại biểu"));
    }

    public static IReadOnlyList<string> Names(int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{Families[i % Families.Length]} {Given[i * Given.Length / count]}")];

    public static BallotSheet StrikeOut(int names) =>
        new(
            "ĐẢNG BỘ HUYỆN LỘC NINH",
            ["ĐẢNG BỘ XÃ LỘC AN", "ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XII", "NHIỆM KỲ 2020 - 2025"],
            "Ban Chấp hành Đảng bộ xã Lộc An khóa XII",
            $"Bầu {names - Math.Max(1, names / 8)} trong {names} đồng chí có tên dưới đây.",
            "Gạch ngang họ và tên người không bầu. Số người để lại không quá số lượng được bầu. Không ký tên, không viết thêm vào phiếu.",
            BallotMarking.StrikeOut,
            Names(names),
            "Tập 03"
        );

    public static BallotSheet AgreeDisagree(int names) =>
        StrikeOut(names) with
        {
            Marking = BallotMarking.AgreeDisagree,
            Seats = $"Bầu {names} đồng chí có tên dưới đây.",
            Instruction =
                "Đánh dấu X vào một trong hai ô Đồng ý hoặc Không đồng ý của từng người. Không ký tên, không viết thêm vào phiếu.",
        };

    public static BallotSheet OfOne =>
        AgreeDisagree(1) with
        {
            Superior = null,
            Issuer = ["CHI BỘ THÔN 3"],
            Elected = "Bí thư Chi bộ Thôn 3",
            Mark = null,
        };

    public static IReadOnlyList<DelegateCard> Cards(int count) =>
        [
            .. Names(count)
                .Select(
                    (name, i) =>
                        new DelegateCard(
                            ["ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LỘC NINH", "LẦN THỨ XII, NHIỆM KỲ 2020 - 2025"],
                            i == 7 ? "KHÁCH MỜI" : "ĐẠI BIỂU CHÍNH THỨC",
                            i == 3 ? "Công Tằng Tôn Nữ Thị Phương Thảo" : name,
                            i == 5 ? "Đoàn đại biểu Đảng bộ Cơ quan Ủy ban nhân dân huyện" : "Đoàn đại biểu Đảng bộ xã Lộc An",
                            $"Số {i + 1:000}",
                            $"https://dai-hoi.example/den/{i:00}K4-M2XA-9RTE"
                        )
                ),
        ];

    public static DelegateCard Plainest => new(["ĐẠI HỘI CHI BỘ"], "KHÁCH", "An", null, null, "A");
}
