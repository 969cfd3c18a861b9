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

    public static string Of(ComplaintOutcome outcome, Texts t) =>
        t[
            outcome switch
            {
                ComplaintOutcome.Unfounded => "complaint-unfounded",
                ComplaintOutcome.StaysDelegate => "complaint-stays-delegate",
                ComplaintOutcome.Refused => "complaint-refused",
                _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
            }
        ];

    public static string Of(DelegateVerdict verdict, Texts t) =>
        t[
            verdict switch
            {
                DelegateVerdict.Eligible => "credentials-eligible",
                DelegateVerdict.Unchecked => "credentials-unchecked",
                DelegateVerdict.Objected => "delegate-objected",
                _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
            }
        ];
}

/// <summary>How an empty place is told beside its delegation.</summary>
internal static class EmptyPlaceWords
{
    public static string Of(EmptyPlaces empty, Texts t)
    {
        var reason = empty.Reason ?? t["delegation-no-reason"];
        return empty.LeftBy is { } who ? t["delegation-left-by", who, reason] : t["delegation-never-filled", empty.Count, reason];
    }
}
