using System.Text.Json;
using System.Text.Json.Serialization;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>How a summoned delegate stands in a report.</summary>
internal enum DelegateVerdict
{
    Eligible,
    Unchecked,
    Objected,
}

/// <summary>Somebody who is summoned, as a report counts him.</summary>
/// <param name="Id">on the list</param>
internal sealed record ReportedDelegate(long Id, string Name, DelegateVerdict Verdict, bool HasCome);

/// <summary>Who has come, and who has not.</summary>
/// <param name="Absent">each by name and why, in the order of the report</param>
internal sealed record ReportedPresence(int Present, int Excused, int Unexcused, int Unknown, IReadOnlyList<string> Absent);

/// <summary>Complaints by what was concluded of them.</summary>
internal sealed record ReportedComplaints(int Total, int Unfounded, int StaysDelegate, int Refused)
{
    public static ReportedComplaints Of(IReadOnlyCollection<DelegateComplaint> complaints)
    {
        int By(ComplaintOutcome outcome) => complaints.Count(one => one.Outcome == outcome);
        return new(
            complaints.Count,
            By(ComplaintOutcome.Unfounded),
            By(ComplaintOutcome.StaysDelegate),
            By(ComplaintOutcome.Refused)
        );
    }

    [JsonIgnore]
    public int Settled => Unfounded + StaysDelegate + Refused;
}

/// <summary>
/// The credential report as it is read to the congress: whole, in Vietnamese, with nothing in it that a later change could reach.
/// </summary>
/// <param name="Day">on which ages are told</param>
/// <param name="Presence">null before anybody came</param>
/// <param name="EmptyPlaces">each in a sentence</param>
/// <param name="Ages">who is the oldest and who the youngest; null where nobody's age is known</param>
/// <param name="Delegates">all who are summoned</param>
internal sealed record ReportedCredentials(
    CongressKind Kind,
    DateOnly Day,
    int Summoned,
    int Eligible,
    int Unchecked,
    ReportedPresence? Presence,
    ReportedComplaints Complaints,
    IReadOnlyList<CredentialFates> Fates,
    IReadOnlyList<string> EmptyPlaces,
    IReadOnlyList<Breakdown> Breakdowns,
    string? Ages,
    IReadOnlyList<ReportedDelegate> Delegates
)
{
    private static readonly Texts T = Texts.Vietnamese;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>How many had come; null before anybody had.</summary>
    [JsonIgnore]
    public int? Present => Presence?.Present;

    /// <param name="report">in Vietnamese</param>
    public static ReportedCredentials Of(
        CredentialList list,
        CredentialReport report,
        CongressAttendance attendance,
        IReadOnlyCollection<DelegateComplaint> complaints
    ) =>
        new(
            list.Opened.Kind,
            report.Day,
            report.Summoned,
            report.Eligible,
            report.Unchecked,
            report.Absent is { } absent
                ? new(
                    report.Present,
                    report.Absences.Excused,
                    report.Absences.Unexcused,
                    report.Absences.Unknown,
                    [.. absent.Select(one => $"{one.Name}: {one.Why(T)}")]
                )
                : null,
            ReportedComplaints.Of(complaints),
            report.Fates,
            [.. list.EmptyPlaces().Select(Said)],
            report.Breakdowns,
            report.Ages(T),
            [
                .. list.Summoned.Select(one => new ReportedDelegate(
                    one.Id,
                    one.Name,
                    VerdictOf(one),
                    attendance.Came.Contains(one.Id)
                )),
            ]
        );

    public string Json() => JsonSerializer.Serialize(this, Form);

    public static ReportedCredentials Read(string json) => JsonSerializer.Deserialize<ReportedCredentials>(json, Form)!;

    private static DelegateVerdict VerdictOf(ListedDelegate one) =>
        one.Objection is not null ? DelegateVerdict.Objected
        : one.CheckedAt is null ? DelegateVerdict.Unchecked
        : DelegateVerdict.Eligible;

    private static string Said(EmptyPlaces places)
    {
        var reason = places.Reason ?? T["credential-paper-no-reason"];
        return places switch
        {
            { LeftBy: { } name, Of: { } of } => T["credential-paper-left", of, name, reason],
            { LeftBy: { } name } => $"{name}: {reason}",
            _ => T["credential-paper-empty", places.Of ?? T["delegate-appointed"], Formats.Number(places.Count), reason],
        };
    }
}
