namespace DaiHoi.Web.Platform.Text;

/// <summary>Where an organisation is, by its name.</summary>
public static class PlaceNames
{
    // What stands before the place; the longer ones first.
    private static readonly string[] Kinds =
    [
        "ban chấp hành",
        "đảng bộ",
        "đảng ủy",
        "chi bộ",
        "liên đoàn lao động",
        "công đoàn",
        "hội đồng nhân dân",
        "ủy ban nhân dân",
        "tỉnh ủy",
        "huyện ủy",
        "thành ủy",
        "thị ủy",
        "tỉnh đoàn",
        "huyện đoàn",
        "thành đoàn",
        "thành phố",
        "thị xã",
        "thị trấn",
        "tỉnh",
        "huyện",
        "quận",
        "xã",
        "phường",
        "đặc khu",
    ];

    /// <summary>"Đảng bộ tỉnh Bình Phước" is in "Bình Phước"; what stands in brackets is no part of it, and a name without a known kind is its own place.</summary>
    public static string Of(string name)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        var place = (bracket > 0 ? name[..bracket] : name).Trim();
        while (Kinds.FirstOrDefault(kind => place.StartsWith(kind + " ", StringComparison.OrdinalIgnoreCase)) is { } known)
            place = place[known.Length..].TrimStart();
        return place.Length == 0 ? name : place;
    }
}
