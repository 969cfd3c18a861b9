namespace DaiHoi.Web.Congresses;

/// <summary>What somebody does at one congress, from the day on which the congress or its committee gave it to him.</summary>
public enum Duty
{
    /// <summary>Đoàn Chủ tịch.</summary>
    Presidium,

    /// <summary>Đoàn Thư ký.</summary>
    Secretariat,

    /// <summary>Ban Thẩm tra tư cách đại biểu.</summary>
    CredentialCommittee,

    /// <summary>Điểm danh at the door.</summary>
    CheckIn,

    /// <summary>Trưởng ban Kiểm phiếu.</summary>
    BoardHead,

    /// <summary>The first of the two groups of the counting board, which count without seeing each other's entry.</summary>
    BoardGroupA,

    /// <inheritdoc cref="BoardGroupA"/>
    BoardGroupB,

    /// <summary>Looks again at the ballots on which the two groups differ.</summary>
    BoardThird,
}

/// <summary>Which duties one person cannot have at the same time.</summary>
internal static class DutyClash
{
    private static readonly Duty[] Independent = [Duty.BoardGroupA, Duty.BoardGroupB, Duty.BoardThird];

    public static bool IsOfBoard(Duty duty) => duty == Duty.BoardHead || Independent.Contains(duty);

    // Two tallies are independent only while nobody has a hand in both, or in one of them and in what settles them.
    /// <returns>a duty that he has and that shuts the wanted one out; null where none does</returns>
    public static Duty? Of(Duty wanted, IEnumerable<Duty> held)
    {
        if (!Independent.Contains(wanted))
            return null;
        foreach (var duty in held)
        {
            if (duty != wanted && Independent.Contains(duty))
                return duty;
        }
        return null;
    }
}
