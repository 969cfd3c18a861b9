namespace DaiHoi.Web.Elections.Signing;

/// <summary>What a check has found, as keys of <c>Ui/Texts</c>.</summary>
internal static class ResultWords
{
    public static string Of(ResultFault fault) =>
        fault switch
        {
            ResultFault.None => "verify-whole",
            ResultFault.Unreadable => "verify-unreadable",
            ResultFault.Changed => "verify-changed",
            ResultFault.OtherHash => "verify-other-hash",
            ResultFault.Rules => "verify-rules",
            ResultFault.NotWhole => "verify-not-whole",
            ResultFault.OpenBallot => "verify-open-ballot",
            ResultFault.Impossible => "verify-impossible",
            ResultFault.Flawed => "verify-flawed",
            ResultFault.OtherResult => "verify-other-result",
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
}
