using System.CommandLine;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.CommandLine;

/// <summary><c>backup FILE</c> and <c>backup verify FILE</c>: the whole portal in one file, while it goes on serving.</summary>
internal sealed class BackupVerb : IVerb
{
    private readonly Argument<string> file = File("file to write / tệp sao lưu");
    private readonly Argument<string> made = File("a backup / tệp sao lưu");

    public string? Group => null;

    public Command Command()
    {
        var verify = new Command("verify", "read a backup to its end / kiểm tra tệp sao lưu") { made, CommonOptions.Language };
        verify.SetAction(VerifyAsync);
        var command = new Command("backup", "database and media into one file / sao lưu")
        {
            file,
            CommonOptions.Language,
            verify,
        };
        command.SetAction(WriteAsync);
        return command;
    }

    internal static Argument<string> File(string description) => new("FILE") { Description = description };

    private Task<int> WriteAsync(ParseResult parsed, CancellationToken stop) =>
        BackupAnswers.RunAsync(
            parsed,
            async (run, t) =>
            {
                var path = parsed.GetRequiredValue(file);
                var facts = await run.Services.GetRequiredService<BackupWriter>().WriteAsync(path, stop);
                await Console.Out.WriteLineAsync(BackupAnswers.Of(facts, path, "backup-made", run, t));
                return 0;
            }
        );

    private Task<int> VerifyAsync(ParseResult parsed, CancellationToken stop) =>
        BackupAnswers.RunAsync(
            parsed,
            async (run, t) =>
            {
                var path = parsed.GetRequiredValue(made);
                var facts = await run.Services.GetRequiredService<BackupRestore>().VerifyAsync(path, stop);
                await Console.Out.WriteLineAsync(BackupAnswers.Of(facts, path, "backup-whole", run, t));
                return 0;
            }
        );
}

/// <summary><c>restore FILE</c>: puts a backup into an installation in which there is nothing yet.</summary>
internal sealed class RestoreVerb : IVerb
{
    private readonly Argument<string> file = BackupVerb.File("a backup / tệp sao lưu");

    public string? Group => null;

    public Command Command()
    {
        var command = new Command("restore", "put a backup into an empty installation / phục hồi")
        {
            file,
            CommonOptions.Language,
        };
        command.SetAction(RestoreAsync);
        return command;
    }

    private Task<int> RestoreAsync(ParseResult parsed, CancellationToken stop) =>
        BackupAnswers.RunAsync(
            parsed,
            async (run, t) =>
            {
                var path = parsed.GetRequiredValue(file);
                var (facts, audit) = await run.Services.GetRequiredService<BackupRestore>().RestoreAsync(path, stop);
                await Console.Out.WriteLineAsync(BackupAnswers.Of(facts, path, "backup-restored", run, t));
                await Console.Out.WriteLineAsync(VerifyAuditVerb.Of(audit, t));
                return 0;
            }
        );
}

/// <summary>What the verbs of backups answer, and why they refuse.</summary>
internal static class BackupAnswers
{
    public static async Task<int> RunAsync(ParseResult parsed, Func<VerbRun, Texts, Task<int>> work)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = VerbRun.WithoutDatabase(parsed);
        try
        {
            return await work(run, t);
        }
        catch (BackupException problem)
        {
            await Console.Error.WriteLineAsync(Why(problem, t));
            return Verbs.Refused;
        }
    }

    public static string Of(BackupFacts facts, string path, string key, VerbRun run, Texts t) =>
        t[
            key,
            path,
            Formats.Moment(run.Services.GetRequiredService<SiteClock>().ToSite(facts.MadeAt)),
            Formats.Number(facts.Rows, t.English),
            Formats.Number(facts.Files, t.English),
            Formats.Number(facts.Bytes, t.English),
            facts.Sha256,
            facts.AuditSeq,
            facts.AuditHash
        ];

    private static string Why(BackupException problem, Texts t)
    {
        var detail = problem.Detail.ReplaceLineEndings(" ");
        return problem.Problem switch
        {
            BackupProblem.File => t["backup-file", detail],
            BackupProblem.FileExists => t["backup-file-exists", detail],
            BackupProblem.NothingThere => t["backup-nothing-there", detail],
            BackupProblem.NotABackup => t["backup-not-one", detail],
            BackupProblem.Damaged => t["backup-damaged", detail],
            BackupProblem.Hostile => t["backup-hostile", detail],
            BackupProblem.Newer => t["backup-newer", detail],
            BackupProblem.NotEmpty => t["backup-not-empty", detail],
            BackupProblem.NoSpace => t["backup-no-space", detail],
            BackupProblem.Refused => t["backup-refused", detail],
            _ => throw new InvalidOperationException(problem.Problem.ToString()),
        };
    }
}
