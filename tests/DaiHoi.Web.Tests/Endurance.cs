namespace DaiHoi.Web.Tests;

/// <summary>How long trials by chance go on: a moment each time, much longer where <c>DAIHOI_ENDURANCE=1</c> asks for it.</summary>
internal static class Endurance
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("DAIHOI_ENDURANCE") == "1";

    /// <summary>Trials of a property.</summary>
    /// <param name="usual">as many as take well under a second</param>
    public static long Trials(long usual) => IsAsked ? usual * 100 : usual;
}
