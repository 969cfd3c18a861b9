using System.Globalization;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>Addresses of dashboards and figures: each says what is looked at, so that it can be sent to somebody.</summary>
internal static class DashboardAddress
{
    public const string Root = "/tong-quan";
    public const string Figures = "/so-lieu";

    public static string Of(PlaceInCampaign place, DateOnly? day, string? level, DateOnly? comparedTo = null) =>
        Of(place, place.Code, day, level, comparedTo);

    public static string Of(string campaign, string organisation) => $"{Root}/{Part(campaign)}/{Part(organisation)}";

    /// <param name="code">of an organisation in the same campaign</param>
    public static string Of(PlaceInCampaign place, string code, DateOnly? day, string? level, DateOnly? comparedTo = null) =>
        $"{Root}/{Part(place.Frame.Code)}/{Part(code)}{Query(("ngay", Iso(day)), ("cap", level), ("so-voi", Iso(comparedTo)))}";

    public static string OfFigure(
        PlaceInCampaign place,
        string code,
        string figure,
        DateOnly? day,
        string? level,
        int page = 1
    ) =>
        $"{Figures}/{Part(place.Frame.Code)}/{figure}/{Part(code)}"
        + Query(("ngay", Iso(day)), ("cap", level), ("trang", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    public static string OfCongress(PlaceInCampaign place, string code) => $"/dai-hoi/{Part(place.Frame.Code)}/{Part(code)}";

    /// <summary>What is late or due soon at and below an organisation.</summary>
    public static string OfDue(CampaignFrame frame, string code, DueKind? kind = null) =>
        $"{Root}/{Part(frame.Code)}/{Part(code)}/viec-den-han" + Query(("loai", kind is { } one ? DueWords.CodeOf(one) : null));

    /// <summary>Where an open page hears that something has changed.</summary>
    public static string OfNews(PlaceInCampaign place) => $"{Root}/{Part(place.Frame.Code)}/tin-moi";

    public static string Query(params (string Name, string? Value)[] parts)
    {
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Part(part.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day as an address has it; null for what is none.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000
            ? day
            : null;

    private static string Part(string text) => Uri.EscapeDataString(text);
}
