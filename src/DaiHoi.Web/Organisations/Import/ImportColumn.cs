using DaiHoi.Web.Platform.Text;

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
    public static readonly IReadOnlyList<string> Names =
    [
        "code",
        "name",
        "parent_code",
        "kind",
        "level",
        "members",
        "valid_from",
        "valid_to",
    ];

    private static readonly Dictionary<string, ImportColumn> ByHeading = Headings();

    public static string NameOf(ImportColumn column) => Names[(int)column];

    /// <summary>The column that a heading names, in Vietnamese or English, whatever case and marks; null for none.</summary>
    public static ImportColumn? Of(string heading) => ByHeading.TryGetValue(Plain(heading), out var column) ? column : null;

    private static string Plain(string heading) => Fold.Letters(heading).Replace('_', ' ').Trim();

    private static Dictionary<string, ImportColumn> Headings()
    {
        var known = Names
            .Index()
            .ToDictionary(name => Plain(name.Item), name => (ImportColumn)name.Index, StringComparer.Ordinal);
        Add(ImportColumn.Code, "mã", "mã tổ chức", "mã đơn vị");
        Add(ImportColumn.Name, "tên", "tên tổ chức", "tên đơn vị");
        Add(ImportColumn.ParentCode, "parent", "mã cấp trên", "mã tổ chức cấp trên", "mã đơn vị cấp trên");
        Add(ImportColumn.Kind, "loại", "loại hình", "loại tổ chức");
        Add(ImportColumn.Level, "cấp", "cấp tổ chức");
        Add(ImportColumn.Members, "số đảng viên", "số đoàn viên", "số hội viên", "số thành viên");
        Add(ImportColumn.ValidFrom, "từ ngày", "có từ ngày", "hiệu lực từ", "ngày thành lập");
        Add(ImportColumn.ValidTo, "đến ngày", "có đến ngày", "hiệu lực đến", "ngày kết thúc");
        return known;

        void Add(ImportColumn column, params ReadOnlySpan<string> headings)
        {
            foreach (var heading in headings)
                known.Add(Plain(heading), column);
        }
    }
}
