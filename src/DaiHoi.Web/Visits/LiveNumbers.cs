namespace DaiHoi.Web.Visits;

/// <summary>The visitor statistics as they stand, in visits; <see cref="Online"/> in visitors.</summary>
/// <param name="Version">another whenever a number is another; no two runs of the program give the same in practice</param>
/// <param name="Odometer">all visits ever, with what was adopted from an older portal</param>
/// <param name="Online">visitors with a page view in the last five minutes</param>
/// <param name="Week">from Monday on</param>
public sealed record LiveNumbers(long Version, long Odometer, int Online, long Today, long Week, long Month, long Year);
