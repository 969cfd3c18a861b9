using DaiHoi.Documents;

namespace DaiHoi.Benchmarks.References;

/// <summary>A national report that takes everything over from 67 reports below: some two hundred pages.</summary>
internal static class MadeUpReport
{
    private const string Words =
        "Trong hai tháng đầu năm 2020, cấp ủy các cấp đã tập trung lãnh đạo, chỉ đạo việc chuẩn bị và tổ chức đại hội; các tiểu ban văn kiện, nhân sự, tuyên truyền, tổ chức phục vụ hoạt động theo đúng kế hoạch. Dự thảo báo cáo chính trị được gửi lấy ý kiến rộng rãi, nhiều ý kiến tâm huyết được tiếp thu, giải trình. Công tác nhân sự được thực hiện theo đúng quy trình, bảo đảm dân chủ, khách quan.";

    public static Paper Write() =>
        new(
            new(null, ["BAN TỔ CHỨC TRUNG ƯƠNG"], "Số 12-BC/BTCTW", "Hà Nội", new(2020, 3, 2)),
            "BÁO CÁO",
            "Kết quả công tác tổ chức đại hội đảng bộ các cấp 2 tháng đầu năm 2020",
            [],
            [.. Enumerable.Range(1, 67).SelectMany(Province), TableOf(67)],
            [new("LÃNH ĐẠO BAN", "PHÓ TRƯỞNG BAN", "Nguyễn Văn An")],
            ["Bộ Chính trị (để báo cáo),", "Các tỉnh ủy, thành ủy,", "Lưu Văn phòng."]
        );

    private static IEnumerable<PaperBlock> Province(int number) =>
        [
            new PaperHeading(1, $"{number}. Đảng bộ tỉnh thứ {number}"),
            .. Enumerable.Range(0, 16).Select(_ => new PaperParagraph(Words)),
            new PaperList(["Thiếu hội trường ở vùng sâu, vùng xa;", "Kinh phí cấp chậm so với kế hoạch."]),
            TableOf(20),
        ];

    private static PaperTable TableOf(int rows) =>
        new(
            "Kết quả theo đơn vị trực thuộc",
            [
                new("Đơn vị", 2.4),
                new("Phải tổ chức", 1, Numbers: true),
                new("Đã tổ chức", 1, Numbers: true),
                new("Tỷ lệ", 1, Numbers: true),
            ],
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(row =>
                        (IReadOnlyList<PaperCell>)
                            [new($"Đảng bộ huyện thứ {row}"), new("1.757", 1757), new($"{row}", row), new("99,77 %", 99.77m)]
                    ),
            ]
        );
}
