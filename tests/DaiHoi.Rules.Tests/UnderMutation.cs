namespace DaiHoi.Rules.Tests;

/// <summary>
/// Whether the program is being mutated (DAIHOI_MUTATION=1): then the suite runs thousands of times, with few made-up
/// documents, and nothing is timed.
/// </summary>
internal static class UnderMutation
{
    public static readonly bool Now = Environment.GetEnvironmentVariable("DAIHOI_MUTATION") == "1";
}
