namespace DaiHoi.Rules.Tests;

/// <summary>
/// How often a property is tried: a rare tie of days of birth comes once in some thousand made-up counts. More with
/// DAIHOI_ENDURANCE=1, few while the program is being mutated.
/// </summary>
internal static class Trials
{
    public static readonly int Many =
        UnderMutation.Now ? 500
        : Environment.GetEnvironmentVariable("DAIHOI_ENDURANCE") == "1" ? 200_000
        : 5_000;
}
