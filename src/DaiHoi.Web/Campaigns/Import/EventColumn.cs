using DaiHoi.Web.Platform.Text;

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
    public static readonly IReadOnlyList<string> Names =
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
    ];

    public static readonly IReadOnlyList<EventColumn> Required =
    [
        EventColumn.OrganisationCode,
        EventColumn.Status,
        EventColumn.EffectiveOn,
    ];

    private static readonly Dictionary<string, EventColumn> ByHeading = Headings();

    public static string NameOf(EventColumn column) => Names[(int)column];

    /// <summary>The column that a heading names, in Vietnamese or English, whatever case and marks; null for none.</summary>
    public static EventColumn? Of(string heading) => ByHeading.TryGetValue(Plain(heading), out var column) ? column : null;

    private static string Plain(string heading) => Fold.Letters(heading).Replace('_', ' ').Trim();

    private static Dictionary<string, EventColumn> Headings()
    {
        var known = Names.Index().ToDictionary(name => Plain(name.Item), name => (EventColumn)name.Index, StringComparer.Ordinal);
        known.Add(Plain("mã tổ chức"), EventColumn.OrganisationCode);
        known.Add(Plain("mã đơn vị"), EventColumn.OrganisationCode);
        known.Add(Plain("trạng thái"), EventColumn.Status);
        known.Add(Plain("diễn biến"), EventColumn.Status);
        known.Add(Plain("ngày diễn ra"), EventColumn.EffectiveOn);
        known.Add(Plain("ngày nhập"), EventColumn.RecordedOn);
        known.Add(Plain("rút diễn biến"), EventColumn.Withdraws);
        known.Add(Plain("đại hội điểm"), EventColumn.Model);
        known.Add(Plain("hình thức"), EventColumn.Kind);
        known.Add(Plain("ngày dự kiến"), EventColumn.PlannedOn);
        known.Add(Plain("được triệu tập"), EventColumn.Summoned);
        known.Add(Plain("có mặt"), EventColumn.Attended);
        known.Add(Plain("trúng cử"), EventColumn.Elected);
        known.Add(Plain("nữ"), EventColumn.Women);
        known.Add(Plain("dưới 40 tuổi"), EventColumn.Under40);
        known.Add(Plain("dân tộc thiểu số"), EventColumn.Minority);
        known.Add(Plain("tham gia lần đầu"), EventColumn.FirstTime);
        known.Add(Plain("ghi chú"), EventColumn.Note);
        return known;
    }
}
