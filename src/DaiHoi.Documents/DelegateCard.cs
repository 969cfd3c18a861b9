namespace DaiHoi.Documents;

/// <summary>What stands on the card of one person.</summary>
/// <param name="Congress">one for each line, as it is printed: "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LỘC NINH", "LẦN THỨ XII, NHIỆM KỲ 2020 - 2025"</param>
/// <param name="Kind">"ĐẠI BIỂU CHÍNH THỨC", "KHÁCH MỜI"</param>
/// <param name="Name">as it is printed largest</param>
/// <param name="Delegation">"Đoàn đại biểu Đảng bộ xã Tân Khai"; null leaves it out</param>
/// <param name="Number">"Số 012"; null leaves it out</param>
/// <param name="Code">what the QR code says, at most <see cref="QrSquares.Longest"/> letters</param>
public sealed record DelegateCard(
    IReadOnlyList<string> Congress,
    string Kind,
    string Name,
    string? Delegation,
    string? Number,
    string Code
);
