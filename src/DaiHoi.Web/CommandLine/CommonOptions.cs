using System.CommandLine;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.CommandLine;

/// <summary>The options that every verb understands.</summary>
public static class CommonOptions
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

    /// <summary>For verbs that print sentences; each adds it itself.</summary>
    public static readonly Option<string?> Language = LanguageOption();

    /// <summary>The words of the language that was asked for; else English where the terminal speaks it, else Vietnamese.</summary>
    public static Texts TextsOf(ParseResult parsed)
    {
        var language =
            parsed.GetValue(Language)
            ?? Environment.GetEnvironmentVariable("LC_ALL")
            ?? Environment.GetEnvironmentVariable("LANG")
            ?? "";
        return Texts.In(language.StartsWith("en", StringComparison.OrdinalIgnoreCase));
    }

    private static Option<string?> LanguageOption()
    {
        var option = new Option<string?>("--language") { Description = "language of the output / ngôn ngữ" };
        option.AcceptOnlyFromAmong("vi", "en");
        return option;
    }
}
