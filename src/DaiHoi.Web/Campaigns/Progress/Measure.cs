using System.Text;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// A number that each congress has on each day and that is added up for every organisation above it. The names of the
/// columns of <c>progress_delta</c> and <c>progress_total</c> are made of these, in this order.
/// </summary>
internal enum Measure
{
    Expected,

    // Where the congress stands: at most one of these nine is 1; none is where nothing has been recorded.
    Preparing,
    PlanSubmitted,
    PlanApproved,
    Held,
    ResultReported,
    Ratified,
    Postponed,
    Exempt,
    Annulled,

    /// <summary>Not held, not exempt, and its own last day is over.</summary>
    Overdue,
    Model,
    ModelHeld,
    ModelExempt,

    // Of which the level above has accepted what was recorded.
    HeldAccepted,
    RatifiedAccepted,
    ExemptAccepted,
    ModelHeldAccepted,

    // Sums over the congresses that are held.
    Summoned,
    Attended,
    Elected,
    Women,
    Under40,
    Minority,
    FirstTime,
    AttendedAccepted,
    ElectedAccepted,
    WomenAccepted,
    Under40Accepted,
    MinorityAccepted,
    FirstTimeAccepted,
}

internal static class Measures
{
    public static readonly int Count = Enum.GetValues<Measure>().Length;

    /// <summary>snake_case, in the order of the enumeration.</summary>
    public static readonly IReadOnlyList<string> Columns = Array.ConvertAll(Enum.GetNames<Measure>(), Column);

    /// <summary>All columns, each shaped by <paramref name="shape"/>, with commas between.</summary>
    public static string Each(Func<string, string> shape) => string.Join(", ", Columns.Select(shape));

    private static string Column(string name)
    {
        var column = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]))))
                column.Append('_');
            column.Append(char.ToLowerInvariant(name[i]));
        }
        return column.ToString();
    }
}
