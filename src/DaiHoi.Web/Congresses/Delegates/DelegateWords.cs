using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>What kinds of delegates are called.</summary>
internal static class DelegateWords
{
    public static string Of(DelegateKind kind, Texts t) =>
        t[
            kind switch
            {
                DelegateKind.ExOfficio => "delegate-ex-officio",
                DelegateKind.Elected => "delegate-elected",
                DelegateKind.Appointed => "delegate-appointed",
                DelegateKind.Member => "delegate-member",
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            }
        ];
}
