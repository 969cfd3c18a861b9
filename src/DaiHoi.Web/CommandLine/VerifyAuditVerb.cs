using System.CommandLine;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.CommandLine;

/// <summary><c>audit verify</c>: says whether the log is what was written, or names the first row that is not.</summary>
internal sealed class VerifyAuditVerb : IVerb
{
    private readonly Option<string?> head = new("--head")
    {
        Description = "a hash noted earlier, which must still be there / mã dòng cuối đã ghi lần trước",
        HelpName = "HASH",
    };

    public string? Group => "audit";

    public Command Command()
    {
        var command = new Command("verify", "check that nobody changed the log / kiểm tra nhật ký không bị sửa")
        {
            head,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        var verdict = await run.Services.GetRequiredService<AuditChain>().VerifyAsync(parsed.GetValue(head), stop);
        await Console.Out.WriteLineAsync(Of(verdict, t));
        return verdict.Fault is null ? 0 : 1;
    }

    /// <summary>The verdict in one sentence.</summary>
    public static string Of(AuditVerdict verdict, Texts t) =>
        verdict.Fault is { } fault
            ? t["audit-wrong", verdict.FirstWrong, Why(fault, t)]
            : t["audit-whole", verdict.Last.Seq, verdict.Last.Hash];

    private static string Why(AuditFault fault, Texts t) =>
        fault switch
        {
            AuditFault.Changed => t["audit-changed"],
            AuditFault.NotChained => t["audit-notchained"],
            AuditFault.Missing => t["audit-missing"],
            AuditFault.HeadIsGone => t["audit-headisgone"],
            _ => throw new InvalidOperationException(fault.ToString()),
        };
}
