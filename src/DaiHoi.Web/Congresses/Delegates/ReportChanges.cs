using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>What has become different since the congress voted a report: to tell more, it would have to vote another.</summary>
internal static class ReportChanges
{
    /// <param name="voted">as it was carried</param>
    /// <param name="now">as it stands, with ages told on the day of the other</param>
    /// <returns>each in a sentence, counts before people; none where nothing is different</returns>
    public static IReadOnlyList<string> Between(ReportedCredentials voted, ReportedCredentials now, Texts t)
    {
        var isChecked = voted.Kind == DaiHoi.Rules.Delegates.CongressKind.Delegates;
        var before = voted.Delegates.ToDictionary(one => one.Id);
        var after = now.Delegates.ToDictionary(one => one.Id);
        var both = now.Delegates.Where(one => before.ContainsKey(one.Id)).ToList();
        string?[] changes =
        [
            Count("delegates-summoned", voted.Summoned, now.Summoned, t),
            isChecked ? Count("credentials-eligible", voted.Eligible, now.Eligible, t) : null,
            isChecked ? Count("credentials-unchecked", voted.Unchecked, now.Unchecked, t) : null,
            Count("hall-came", voted.Present ?? 0, now.Present ?? 0, t),
            Count("complaints", voted.Complaints.Total, now.Complaints.Total, t),
            Count("complaints-settled", voted.Complaints.Settled, now.Complaints.Settled, t),
            People("credential-changed-new", now.Delegates.Where(one => !before.ContainsKey(one.Id)), t),
            People("credential-changed-gone", voted.Delegates.Where(one => !after.ContainsKey(one.Id)), t),
            .. both.Where(one => isChecked && one.Verdict != before[one.Id].Verdict)
                .Select(one =>
                    t[
                        "credential-changed-verdict",
                        one.Name,
                        DelegateWords.Of(before[one.Id].Verdict, t),
                        DelegateWords.Of(one.Verdict, t)
                    ]
                ),
            People("credential-changed-came", both.Where(one => one.HasCome && !before[one.Id].HasCome), t),
        ];
        List<string> told = [.. changes.OfType<string>()];
        // A reason that was written, a record that was found: the report reads otherwise, though it counts the same people.
        if (told.Count == 0 && voted.Json() != now.Json())
            told.Add(t["credential-changed-details"]);
        return told;
    }

    private static string? Count(string what, int before, int now, Texts t) =>
        before == now ? null : t["credential-changed-count", t[what], Formats.Number(before), Formats.Number(now)];

    private static string? People(string how, IEnumerable<ReportedDelegate> those, Texts t)
    {
        var names = string.Join(", ", those.Select(one => one.Name));
        return names.Length == 0 ? null : t[how, names];
    }
}
