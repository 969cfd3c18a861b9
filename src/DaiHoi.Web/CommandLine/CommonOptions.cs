using System.CommandLine;

namespace DaiHoi.Web.CommandLine;

/// <summary>The options that every verb understands.</summary>
internal static class CommonOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "the data folder / thư mục dữ liệu",
        HelpName = "DIR",
        DefaultValueFactory = static _ =>
            Environment.GetEnvironmentVariable("DAIHOI_DATA")
            ?? Path.Combine(Environment.GetEnvironmentVariable("DAIHOI_HOME") ?? ".", "data"),
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "PostgreSQL instead of SQLite / dùng PostgreSQL: \"Host=…;Database=…;Username=…\"",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>For verbs that print data; each adds it itself.</summary>
    public static Option<bool> Json() => new("--json") { Description = "print JSON / in ra JSON" };
}
