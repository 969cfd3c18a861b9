using DaiHoi.Web.Platform.Bulk;

namespace DaiHoi.Web.Campaigns.Import;

/// <summary>The columns of a file of events, in the order in which they are documented.</summary>
internal enum EventColumn
{
    OrganisationCode,
    Status,
    EffectiveOn,
    RecordedOn,
    Withdraws,
    Model,
    Kind,
    PlannedOn,
    Summoned,
    Attended,
    Elected,
    Women,
    Under40,
    Minority,
    FirstTime,
    Note,
}

/// <summary>What the columns are called in files.</summary>
internal static class EventColumns
{
    private static readonly FileColumns Known = new(
        [
            "organisation_code",
            "status",
            "effective_on",
            "recorded_on",
            "withdraws",
            "model",
            "kind",
            "planned_on",
            "summoned",
            "attended",
            "elected",
            "women",
            "under_40",
            "minority",
            "first_time",
            "note",
        ],
        ("organisation_code", ["mã tổ chức", "mã đơn vị"]),
        ("status", ["trạng thái", "diễn biến"]),
        ("effective_on", ["ngày diễn ra"]),
        ("recorded_on", ["ngày nhập"]),
        ("withdraws", ["rút diễn biến"]),
        ("model", ["đại hội điểm"]),
        ("kind", ["hình thức"]),
        ("planned_on", ["ngày dự kiến"]),
        ("summoned", ["được triệu tập"]),
        ("attended", ["có mặt"]),
        ("elected", ["trúng cử"]),
        ("women", ["nữ"]),
        ("under_40", ["dưới 40 tuổi"]),
        ("minority", ["dân tộc thiểu số"]),
        ("first_time", ["tham gia lần đầu"]),
        ("note", ["ghi chú"])
    );

    public static readonly IReadOnlyList<EventColumn> Required =
    [
        EventColumn.OrganisationCode,
        EventColumn.Status,
        EventColumn.EffectiveOn,
    ];

    public static IReadOnlyList<string> Names => Known.Names;

    public static string NameOf(EventColumn column) => Names[(int)column];

    /// <summary>The column that a heading names, in Vietnamese or English, whatever case and marks; null for none.</summary>
    public static EventColumn? Of(string heading) => (EventColumn?)Known.PlaceOf(heading);
}
