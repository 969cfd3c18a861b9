using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.People;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>A division of all delegates: its parts sum to the whole.</summary>
/// <param name="Title">key of its words</param>
internal sealed record Breakdown(string Title, IReadOnlyList<BreakdownPart> Parts)
{
    public int Whole => Parts.Sum(part => part.Count);
}

/// <param name="Label">in words</param>
internal sealed record BreakdownPart(string Label, int Count);

/// <summary>Somebody named in the report, with his age.</summary>
internal sealed record NamedDelegate(string Name, BirthDate Born, int Age);

/// <summary>Somebody who is summoned and has not come, with what the door knows of it.</summary>
/// <param name="Deduction">why he does not count at a members' congress, which is a reason in itself; null where nobody has said</param>
internal sealed record AbsentDelegate(string Name, AttendanceStanding Standing, string? Deduction)
{
    /// <summary>Excused or not; null where nothing was noted.</summary>
    public Attendance? Mark => Standing.Mark ?? (Deduction is null ? null : Attendance.Excused);

    /// <summary>"có lý do (ốm)", "không lý do", "chưa rõ".</summary>
    public string Why(Texts t) =>
        Standing switch
        {
            { Reason: { } reason } => t["absence-excused-because", reason],
            { Mark: Attendance.Excused } => t["absence-excused"],
            { Mark: Attendance.Unexcused } => t["absence-unexcused"],
            _ => Deduction is { } deduction ? t["absence-excused-because", deduction] : t["absence-unknown"],
        };
}

/// <summary>What the credential committee reports to the congress, from the list and from the register of people.</summary>
/// <param name="Summoned">all of whom it tells</param>
/// <param name="Eligible">of them, whom the committee has looked at and against whom nothing stands</param>
/// <param name="Unchecked">of them, whom it has not looked at</param>
/// <param name="Absent">of them, who had not come: with leave, without, and of whom nothing was noted; null before anybody came</param>
/// <param name="Aged">of them, whose date of birth is known</param>
internal sealed record CredentialReport(
    DateOnly Day,
    int Summoned,
    int Eligible,
    int Unchecked,
    IReadOnlyList<ListedDelegate> Objected,
    IReadOnlyList<AbsentDelegate>? Absent,
    IReadOnlyList<Breakdown> Breakdowns,
    NamedDelegate? Youngest,
    NamedDelegate? Oldest,
    int Aged,
    IReadOnlyList<CredentialFates> Fates
)
{
    /// <summary>Who is the oldest and who the youngest; of how many, where not everybody's date of birth is known. Null where nobody's is.</summary>
    public string? Ages(Texts t)
    {
        if (this is not { Oldest: { } oldest, Youngest: { } youngest })
            return null;
        var ages =
            t["credential-oldest", oldest.Name, oldest.Born, oldest.Age]
            + " "
            + t["credential-youngest", youngest.Name, youngest.Born, youngest.Age];
        return Aged == Summoned ? ages : $"{t["credential-among-known", Aged, Summoned]} {ages}";
    }

    public int Present => Summoned - (Absent?.Count ?? Summoned);

    /// <summary>How many are absent with leave, without, and of how many nothing was noted.</summary>
    public (int Excused, int Unexcused, int Unknown) Absences =>
        (AbsentBy(Attendance.Excused), AbsentBy(Attendance.Unexcused), AbsentBy(null));

    /// <param name="people">by the numbers of the list; who has no record counts as unknown</param>
    /// <param name="attendance">who has come, and what doors know of the others</param>
    /// <param name="t">in whose language the parts are named</param>
    public static CredentialReport Of(
        CredentialList list,
        IReadOnlyDictionary<long, KnownPerson> people,
        CongressAttendance attendance,
        DateOnly day,
        Texts t
    )
    {
        var summoned = list.Summoned.ToList();
        var known = summoned.ConvertAll(one => one.PersonId is { } id ? people.GetValueOrDefault(id)?.Data : null);
        var aged = summoned
            .Zip(known)
            .Where(pair => pair.Second is not null)
            .Select(pair => new NamedDelegate(pair.First.Name, pair.Second!.Born, pair.Second.Born.AgeOn(day)))
            .OrderBy(one => one.Born.First)
            .ToList();
        return new(
            day,
            summoned.Count,
            summoned.Count(one => one.CheckedAt is not null && one.Objection is null),
            summoned.Count(one => one.CheckedAt is null),
            [.. summoned.Where(one => one.Objection is not null)],
            attendance.Came.Count == 0 ? null : AbsentOf(summoned, attendance, list.Opened),
            [
                ByKind(summoned, t),
                By("credential-by-sex", known, data => PersonWords.Word(data.Sex, t), t),
                ByAge(known, day, t),
                By("credential-by-ethnicity", known, data => data.Ethnicity, t),
                list.Opened.Campaign.Association == "party" ? ByPartyAge(known, day, t) : ByMembership(known, day, t),
                By("credential-by-schooling", known, data => data.Schooling is { } one ? PersonWords.Word(one, t) : null, t),
                By("credential-by-degree", known, data => data.Degree is { } one ? PersonWords.Word(one, t) : null, t),
                By("credential-by-theory", known, data => data.Theory is { } one ? PersonWords.Word(one, t) : null, t),
            ],
            aged.LastOrDefault(),
            aged.FirstOrDefault(),
            aged.Count,
            // Where all members meet nobody is checked.
            list.Opened.Kind == CongressKind.Members
                ? []
                : CredentialFates.Of(list, t)
        );
    }

    private int AbsentBy(Attendance? mark) => Absent?.Count(one => one.Mark == mark) ?? 0;

    private static List<AbsentDelegate> AbsentOf(
        List<ListedDelegate> summoned,
        CongressAttendance attendance,
        OpenedCongress opened
    ) =>
        [
            .. summoned
                .Where(one => !attendance.Came.Contains(one.Id))
                .Select(one => new AbsentDelegate(
                    one.Name,
                    attendance.Absent.GetValueOrDefault(one.Id) ?? AttendanceStanding.None,
                    one.DeductedFor is { } code && opened.Kind == CongressKind.Members
                        ? Base.Deduction(opened.Rules, opened.Kind, code)?.Name.Vietnamese
                        : null
                ))
                .OrderBy(one => one.Mark ?? Attendance.Cleared),
        ];

    private static Breakdown ByKind(List<ListedDelegate> summoned, Texts t) =>
        new(
            "credential-by-kind",
            [
                .. Enum.GetValues<DelegateKind>()
                    .Select(kind => new BreakdownPart(DelegateWords.Of(kind, t), summoned.Count(one => one.Kind == kind)))
                    .Where(part => part.Count > 0),
            ]
        );

    private static Breakdown By(string title, List<PersonData?> known, Func<PersonData, string?> of, Texts t) =>
        new(
            title,
            [
                .. known
                    .GroupBy(data => data is null ? null : of(data))
                    .OrderByDescending(part => part.Key is not null)
                    .ThenByDescending(part => part.Count())
                    .ThenBy(part => part.Key, StringComparer.Ordinal)
                    .Select(part => new BreakdownPart(part.Key ?? t["credential-unknown"], part.Count())),
            ]
        );

    private static Breakdown ByAge(List<PersonData?> known, DateOnly day, Texts t) =>
        InBands(
            "credential-by-age",
            [.. known.Select(data => data?.Born.AgeOn(day))],
            [30, 40, 50, 60],
            ["age-below-30", "age-30-to-39", "age-40-to-49", "age-50-to-59", "age-from-60"],
            t
        );

    // Điều lệ Đảng Điều 5: tuổi đảng of an official member runs from the day of his admission, not from that of his recognition. Whose
    // record has the second alone is counted from it, which never gives him more years than he has.
    private static Breakdown ByPartyAge(List<PersonData?> known, DateOnly day, Texts t) =>
        ByYears(
            "credential-by-party-age",
            known,
            data => data.OfficialOn is null ? null : data.JoinedOn ?? data.OfficialOn,
            day,
            t
        );

    // Counted from the day on which somebody became an official member.
    private static Breakdown ByMembership(List<PersonData?> known, DateOnly day, Texts t) =>
        ByYears("credential-by-membership", known, data => data.OfficialOn, day, t);

    private static Breakdown ByYears(
        string title,
        List<PersonData?> known,
        Func<PersonData, DateOnly?> from,
        DateOnly day,
        Texts t
    ) =>
        InBands(
            title,
            [.. known.Select(data => data is not null && from(data) is { } since ? FullYears(since, day) : (int?)null)],
            [10, 20, 30, 40],
            ["membership-below-10", "membership-10-to-19", "membership-20-to-29", "membership-30-to-39", "membership-from-40"],
            t
        );

    private static int FullYears(DateOnly since, DateOnly day) =>
        day.Year - since.Year - ((day.Month, day.Day).CompareTo((since.Month, since.Day)) < 0 ? 1 : 0);

    private static Breakdown InBands(string title, IReadOnlyList<int?> years, int[] from, string[] names, Texts t)
    {
        var counts = new int[names.Length];
        foreach (var year in years)
        {
            if (year is { } known)
                counts[from.Count(limit => known >= limit)]++;
        }
        var unknown = years.Count(year => year is null);
        return new(
            title,
            [
                .. names.Select((name, i) => new BreakdownPart(t[name], counts[i])).Where(part => part.Count > 0),
                .. unknown == 0 ? Array.Empty<BreakdownPart>() : [new(t["credential-unknown"], unknown)],
            ]
        );
    }
}
