using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses;

/// <summary>What duties are called.</summary>
internal static class DutyWords
{
    public static string Of(Duty duty, Texts t) =>
        t[
            duty switch
            {
                Duty.Presidium => "duty-presidium",
                Duty.Secretariat => "duty-secretariat",
                Duty.CredentialCommittee => "duty-credential-committee",
                Duty.CheckIn => "duty-check-in",
                Duty.BoardHead => "duty-board-head",
                Duty.BoardGroupA => "duty-board-group-a",
                Duty.BoardGroupB => "duty-board-group-b",
                Duty.BoardThird => "duty-board-third",
                _ => throw new ArgumentOutOfRangeException(nameof(duty)),
            }
        ];
}
