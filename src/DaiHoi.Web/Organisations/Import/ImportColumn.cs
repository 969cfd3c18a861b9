using DaiHoi.Web.Platform.Bulk;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>The columns of a file of organisations, in the order in which they are exported.</summary>
internal enum ImportColumn
{
    Code,
    Name,
    ParentCode,
    Kind,
    Level,
    Members,
    ValidFrom,
    ValidTo,
}

/// <summary>What the columns are called in files.</summary>
internal static class ImportColumns
{
    private static readonly FileColumns Known = new(
        ["code", "name", "parent_code", "kind", "level", "members", "valid_from", "valid_to"],
        ("code", ["mã", "mã tổ chức", "mã đơn vị"]),
        ("name", ["tên", "tên tổ chức", "tên đơn vị"]),
        ("parent_code", ["parent", "mã cấp trên", "mã tổ chức cấp trên", "mã đơn vị cấp trên"]),
        ("kind", ["loại", "loại hình", "loại tổ chức"]),
        ("level", ["cấp", "cấp tổ chức"]),
        ("members", ["số đảng viên", "số đoàn viên", "số hội viên", "số thành viên"]),
        ("valid_from", ["từ ngày", "có từ ngày", "hiệu lực từ", "ngày thành lập"]),
        ("valid_to", ["đến ngày", "có đến ngày", "hiệu lực đến", "ngày kết thúc"])
    );

    public static IReadOnlyList<string> Names => Known.Names;

    public static string NameOf(ImportColumn column) => Names[(int)column];

    /// <summary>The column that a heading names, in Vietnamese or English, whatever case and marks; null for none.</summary>
    public static ImportColumn? Of(string heading) => (ImportColumn?)Known.PlaceOf(heading);
}
