namespace DaiHoi.Documents.Tests;

/// <summary>Papers in their empty, usual and largest form.</summary>
internal static class Samples
{
    public static readonly DateOnly Day = new(2020, 3, 4);

    /// <summary>What every layout is rendered with, by name.</summary>
    public static IEnumerable<(string Name, Paper Paper, PaperLayout Layout)> All()
    {
        foreach (var layout in PaperLayouts.All)
        {
            yield return ($"{layout.Id}-empty", Empty(layout), layout);
            yield return ($"{layout.Id}-usual", Report(layout), layout);
        }
        var party = PaperLayouts.Of("party", Day)!;
        yield return ("letter", Letter(PaperLayouts.Of("state", new(2020, 3, 5))!), PaperLayouts.Of("state", new(2020, 3, 5))!);
        yield return ("minutes", Minutes(party), party);
        yield return ("summons", Summons("Nguyễn Thị Thùy Dương").ToPaper(), party);
        yield return ("resolution", Resolution(party), party);
        yield return ("extract-list", ExtractList(party), party);
        yield return ("national", National(party), party);
    }

    public static Paper Empty(PaperLayout layout) =>
        new(new(null, [IssuerOf(layout)], null, "Bình Phước", null), "BÁO CÁO", "Không có nội dung", [], [], [], []);

    public static Paper Report(PaperLayout layout) =>
        new(
            Head(layout, 12, "BC"),
            "BÁO CÁO",
            "Kết quả công tác chuẩn bị và tổ chức đại hội đảng bộ các cấp 2 tháng đầu năm 2020",
            ["Căn cứ Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị;", "Căn cứ Kế hoạch số 156-KH/TU;"],
            [
                new PaperHeading(1, "I. Kết quả"),
                new PaperHeading(2, "1. Công tác lãnh đạo, chỉ đạo"),
                new PaperParagraph([
                    new("Ban Thường vụ đã ban hành "),
                    new("Kế hoạch số 156-KH/TU", Bold: true),
                    new(", tổ chức hội nghị quán triệt đến các đảng bộ trực thuộc; thành lập các tiểu ban và "),
                    new("phân công cấp ủy viên theo dõi từng đơn vị", Italic: true),
                    new(". Đến nay các đảng bộ cơ sở được chọn làm điểm đã hoàn thành việc chuẩn bị văn kiện và nhân sự."),
                ]),
                new PaperList(["Hai hội nghị giao ban trực tuyến;", "Ba đoàn kiểm tra, đôn đốc tại các huyện ủy."]),
                new PaperHeading(2, "2. Số liệu"),
                Table(8),
                Curve(20),
                new PaperHeading(1, "II. Nhiệm vụ tháng 3"),
                new PaperList(["Tổ chức đại hội điểm cấp cơ sở;", "Rút kinh nghiệm sau đại hội điểm."], Numbered: true),
            ],
            [new("BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Nguyễn Văn Dũng")],
            ["Ban Tổ chức Trung ương (để báo cáo),", "Các huyện ủy, thị ủy, thành ủy,", "Lưu Văn phòng Tỉnh ủy."]
        );

    public static Paper Letter(PaperLayout layout) =>
        Report(layout) with
        {
            Type = null,
            Summary = "đề nghị góp ý dự thảo báo cáo chính trị",
            Blocks =
            [
                new PaperParagraph("Kính gửi: Các đơn vị trực thuộc."),
                new PaperParagraph("Đề nghị các đơn vị góp ý bằng văn bản trước ngày 20/3/2020."),
            ],
        };

    public static Paper Minutes(PaperLayout layout) =>
        new(
            new("ĐẢNG BỘ XÃ TÂN KHAI", ["ĐẠI HỘI ĐẠI BIỂU LẦN THỨ X", "BAN KIỂM PHIẾU"], "Số 01-BB/ĐH", "Tân Khai", Day),
            "BIÊN BẢN",
            "Kiểm phiếu bầu cử Ban Chấp hành Đảng bộ khóa X",
            [],
            [
                new PaperParagraph(
                    "Hôm nay, vào hồi 14 giờ 30, Ban kiểm phiếu gồm 7 đồng chí đã kiểm phiếu công khai tại hội trường."
                ),
                Table(17),
            ],
            [new(null, "THƯ KÝ", "Lê Thị Ánh"), new("BAN KIỂM PHIẾU", "TRƯỞNG BAN", "Đặng Văn Ân")],
            []
        );

    public static SummonsLetter Summons(string name) =>
        new(
            new("ĐẢNG BỘ TỈNH BÌNH PHƯỚC", ["BAN CHẤP HÀNH", "ĐẢNG BỘ HUYỆN LỘC NINH"], null, "Lộc Ninh", Day),
            "GIẤY TRIỆU TẬP",
            "Dự Đại hội đại biểu Đảng bộ huyện Lộc Ninh lần thứ XII, nhiệm kỳ 2020 - 2025",
            "Ban Chấp hành Đảng bộ huyện Lộc Ninh khóa XI trân trọng triệu tập đồng chí:",
            name,
            "Đại biểu chính thức, Đoàn đại biểu Đảng bộ xã Lộc An",
            [
                "Thời gian: 02 ngày, từ 07 giờ 30 ngày 22/7/2020;",
                "Địa điểm: Trung tâm Văn hóa huyện Lộc Ninh;",
                "Trang phục: nam comple hoặc sơ mi trắng, nữ áo dài.",
            ],
            "Đề nghị đồng chí mang theo giấy này và có mặt đầy đủ, đúng giờ.",
            "https://dai-hoi.binhphuoc.example/den/7QK4-M2XA-9RTE",
            "Đưa mã này cho bộ phận tiếp đón để điểm danh. Không có điện thoại: đọc số 7QK4-M2XA-9RTE.",
            new("BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Thị Bình"),
            ["Như trên,", "Lưu Văn phòng Huyện ủy."]
        );

    public static Paper Resolution(PaperLayout layout) =>
        Report(layout) with
        {
            Type = "NGHỊ QUYẾT",
            Summary = "Đại hội đại biểu Đảng bộ xã Tân Khai lần thứ X, nhiệm kỳ 2020 - 2025",
            Blocks =
            [
                new PaperParagraph("Đại hội quyết nghị:"),
                new PaperList(["Thông qua Báo cáo chính trị;", "Thông qua Báo cáo kiểm điểm."], Numbered: true),
            ],
        };

    /// <summary>A list too wide for a page that stands.</summary>
    public static Paper ExtractList(PaperLayout layout) =>
        Report(layout) with
        {
            Type = "TRÍCH NGANG",
            Summary = "Đại biểu dự Đại hội đại biểu Đảng bộ huyện lần thứ XII",
            Blocks =
            [
                new PaperTable(
                    "Danh sách trích ngang đại biểu",
                    [
                        new("TT", 0.4, Numbers: true),
                        new("Họ và tên", 2),
                        new("Ngày sinh", 1.1),
                        new("Nam, nữ", 0.6),
                        new("Dân tộc", 0.8),
                        new("Ngày vào Đảng", 1.1),
                        new("Chính thức", 1.1),
                        new("Trình độ", 1.4),
                        new("Lý luận chính trị", 1.1),
                        new("Chức vụ, đơn vị công tác", 2.6),
                    ],
                    [
                        .. Enumerable
                            .Range(1, 60)
                            .Select(i =>
                                (IReadOnlyList<PaperCell>)
                                    [
                                        new($"{i}", i),
                                        new($"Nguyễn Thị Thùy Dương {i}"),
                                        new("04/03/1975"),
                                        new(i % 3 == 0 ? "Nữ" : "Nam"),
                                        new("Kinh"),
                                        new("19/05/1999"),
                                        new("19/05/2000"),
                                        new("Đại học Luật"),
                                        new("Cao cấp"),
                                        new("Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã"),
                                    ]
                            ),
                    ],
                    Wide: true
                ),
            ],
        };

    /// <summary>A national report over 67 reports below: some two hundred pages.</summary>
    public static Paper National(PaperLayout layout) =>
        Report(layout) with
        {
            Blocks =
            [
                .. Enumerable
                    .Range(1, 67)
                    .SelectMany(i =>
                        (PaperBlock[])
                            [
                                new PaperHeading(1, $"{i}. Đảng bộ tỉnh thứ {i}"),
                                .. Enumerable.Range(1, 10).Select(_ => new PaperParagraph(Long)),
                                new PaperList(["Thiếu hội trường ở vùng sâu, vùng xa;", "Kinh phí cấp chậm."]),
                                Table(20),
                            ]
                    ),
                Table(67),
                Curve(60),
            ],
        };

    public const string Long =
        "Trong hai tháng đầu năm 2020, cấp ủy các cấp đã tập trung lãnh đạo, chỉ đạo việc chuẩn bị và tổ chức đại hội; các tiểu ban văn kiện, nhân sự, tuyên truyền, tổ chức phục vụ hoạt động theo đúng kế hoạch. Dự thảo báo cáo chính trị được gửi lấy ý kiến rộng rãi, nhiều ý kiến tâm huyết được tiếp thu, giải trình. Công tác nhân sự được thực hiện theo đúng quy trình, quy định, bảo đảm dân chủ, khách quan, lựa chọn được những đồng chí tiêu biểu về phẩm chất, năng lực, uy tín. ";

    public static PaperTable Table(int rows) =>
        new(
            "Bảng: Kết quả theo đơn vị trực thuộc",
            [
                new("Đơn vị", 2.4),
                new("Phải tổ chức", 1, Numbers: true),
                new("Đã tổ chức", 1, Numbers: true),
                new("Tỷ lệ", 1, Numbers: true),
            ],
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(i =>
                        (IReadOnlyList<PaperCell>)
                            [
                                new($"Đảng bộ huyện Đồng Phú thứ {i}"),
                                new("1.757", 1757),
                                new($"{i * 10}", i * 10),
                                new("99,77 %", 99.77m),
                            ]
                    ),
                [new("Cộng"), new("18.525", 18525), new("295", 295), new("1,59 %", 1.59m)],
            ],
            Totals: 1
        );

    public static PaperCurve Curve(int points) =>
        new(
            "Tiến độ tổ chức đại hội cấp cơ sở",
            "Đến ngày 02/03/2020 đã tổ chức 295 đại hội.",
            [.. Enumerable.Range(0, points).Select(i => new PaperPoint($"{i + 1:00}/02", (double)i * i / (points * points)))]
        );

    private static PaperHead Head(PaperLayout layout, int number, string symbol) =>
        new(
            layout.Association == "party" ? null : "TỈNH BÌNH PHƯỚC",
            [IssuerOf(layout)],
            PaperNumbers.Text(layout, number, symbol, "TU"),
            "Bình Phước",
            Day
        );

    private static string IssuerOf(PaperLayout layout) =>
        layout.Association switch
        {
            "party" => "TỈNH ỦY BÌNH PHƯỚC",
            "state" => "ỦY BAN NHÂN DÂN",
            "youth" => "TỈNH ĐOÀN BÌNH PHƯỚC",
            _ => "HỘI NÔNG DÂN",
        };
}
