namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>Where difficulties and lessons lie.</summary>
public static class DifficultyAddress
{
    public const string Root = "/kho-khan";

    public static string Of(long id) => FormattableString.Invariant($"{Root}/{id}");

    public static string OfFile(long id) => FormattableString.Invariant($"{Root}/tep/{id}");

    /// <summary>Those at, below and above an organisation.</summary>
    public static string OfPlace(string campaign, string organisation) =>
        $"{Root}/danh-sach/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}";

    /// <summary>Where one of an organisation is recorded.</summary>
    public static string ToRecord(string campaign, string organisation) =>
        $"{Root}/ghi/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}";
}
