using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary><c>import pages PATH…</c>: reads pages saved from an old portal.</summary>
internal sealed class ImportPagesVerb : IVerb
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "saved pages, or folders of them / trang đã lưu, hoặc thư mục chứa chúng",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> adopt = new("--adopt-statistics")
    {
        Description =
            "views and visitor statistics go on from those of the pages / lượt xem và thống kê truy cập đếm tiếp từ số cũ",
    };

    private readonly Option<string> encoding = new("--encoding")
    {
        Description = "how the bytes are read / bảng mã",
        HelpName = string.Join('|', EncodingChoices.ByName.Keys),
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> dryRun = new("--dry-run")
    {
        Description = "say what would become of each file, write nothing / chỉ báo trước kết quả, không ghi gì",
    };

    private readonly Option<string> section = new("--section")
    {
        Description = "section for pages that name none / chuyên mục cho trang không ghi chuyên mục",
        HelpName = "SLUG",
        DefaultValueFactory = _ => new ImportOptions().Section,
    };

    private readonly Option<bool> json = CommonOptions.Json();

    public string? Group => "import";

    public Command Command()
    {
        encoding.AcceptOnlyFromAmong([.. EncodingChoices.ByName.Keys]);
        var command = new Command("pages", "articles from pages saved from an old portal / bài viết từ trang đã lưu của cổng cũ")
        {
            paths,
            adopt,
            encoding,
            dryRun,
            section,
            CommonOptions.Language,
            json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        if (Files(parsed, t, out var problem) is not { } files)
        {
            await Console.Error.WriteLineAsync(problem);
            return Verbs.Refused;
        }
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        var options = new ImportOptions(
            EncodingChoices.ByName[parsed.GetRequiredValue(encoding)],
            parsed.GetValue(adopt),
            parsed.GetValue(dryRun),
            parsed.GetRequiredValue(section)
        );
        using IImportReport report = parsed.GetValue(json)
            ? new ImportAsJson(Console.OpenStandardOutput())
            : new ImportAsText(Console.Out, t);
        using var progress = new ProgressLine(Console.Error, files.Pages.Count, t["import-progress"]);
        return await ReportAsync(run.Services.GetRequiredService<ImportPages>(), files, options, report, progress, stop);
    }

    private static async Task<int> ReportAsync(
        ImportPages import,
        PageFiles files,
        ImportOptions options,
        IImportReport report,
        ProgressLine progress,
        CancellationToken stop
    )
    {
        var sum = new ImportSum(files.Beside, options);
        RecognisedStatistics? reading = null;
        await foreach (var outcome in import.RunAsync(files.Pages, options, stop))
        {
            progress.Hide();
            report.Tell(outcome);
            sum.Add(outcome);
            if (outcome.Page?.Statistics is { } read && (reading is null || (read.Total ?? 0) > (reading.Total ?? 0)))
                reading = read;
            progress.Step();
        }
        progress.Hide();
        // The block stands on every page; the highest counter is the last reading of the old site.
        if (options.AdoptStatistics && reading is not null)
        {
            sum.Reading = reading;
            if (!options.DryRun)
                sum.Adoption = await import.AdoptAsync(PageIdentity.ReadingOf(reading), reading, stop);
        }
        report.Close(sum);
        return sum.Refused == 0 ? 0 : Verbs.Refused;
    }

    private PageFiles? Files(ParseResult parsed, Texts t, out string problem)
    {
        problem = "";
        try
        {
            var files = PageFiles.Under(parsed.GetRequiredValue(paths), out var missing);
            if (files is null)
                problem = t["import-missing", missing];
            else if (files.Pages.Count == 0)
                problem = t["import-nothing"];
            return problem.Length == 0 ? files : null;
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException)
        {
            problem = t["import-unreadable", unreadable.Message];
            return null;
        }
    }
}
