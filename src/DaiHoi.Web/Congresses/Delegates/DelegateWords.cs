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

/// <summary>How an empty place is told beside its delegation.</summary>
internal static class EmptyPlaceWords
{
    public static string Of(EmptyPlaces empty, Texts t)
    {
        var reason = empty.Reason ?? t["delegation-no-reason"];
        return empty.LeftBy is { } who ? t["delegation-left-by", who, reason] : t["delegation-never-filled", empty.Count, reason];
    }
}
