using System.Diagnostics;

namespace DaiHoi.Documents.Tests;

/// <summary>The programs that show what others will see: LibreOffice, and the readers of PDF.</summary>
internal static class Office
{
    /// <summary>Turns DOCX files of a folder into PDF, all at once: to start takes longer than to turn.</summary>
    public static void TurnToPdf(string folder, IReadOnlyList<string> files, string into)
    {
        var profile = Path.Combine(folder, "profile");
        Run(
            "soffice",
            [$"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", into, .. files]
        );
    }

    /// <summary>Names of the fonts in a PDF.</summary>
    public static IReadOnlyList<string> FontsOf(string pdf) =>
        [
            .. Run("pdffonts", [pdf])
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(2)
                .Select(line => line.Split(' ', 2)[0]),
        ];

    /// <summary>Writes the first pages as PNG beside the name.</summary>
    public static void Draw(string pdf, string name, int pages, int resolution) =>
        Run("pdftoppm", ["-png", "-r", $"{resolution}", "-l", $"{pages}", pdf, name]);

    public static string Run(string program, IReadOnlyList<string> arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = run.StandardError.ReadToEndAsync();
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} failed: {errors.GetAwaiter().GetResult()}");
    }
}
