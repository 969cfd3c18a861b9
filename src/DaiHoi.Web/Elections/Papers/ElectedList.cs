using System.Globalization;
using DaiHoi.Documents;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using Paper = DaiHoi.Documents.Paper;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>
/// Danh sách trúng cử with its composition. What is not known of everybody is not counted: a number over some of them would look
/// like one over all, so the cell stays open for the hand.
/// </summary>
internal static class ElectedList
{
    private static readonly Texts T = Texts.Vietnamese;

    public static Paper Of(SignedElection signed) =>
        new(
            signed.Head(signed.Congress.Presidium, null),
            T["elected-list-type"],
            T["elected-list-summary", CongressWords.Within(signed.WholeTitle), signed.Congress.Whole],
            [],
            [People(signed), Composition(signed), signed.Verification()],
            [signed.OfPresidium()],
            []
        );

    private static PaperTable People(SignedElection signed) =>
        new(
            T["elected-list-caption"],
            [
                new(T["paper-order"], 0.5, Numbers: true),
                new(T["duty-name"], 2.6),
                new(T["elected-list-born"], 1.2),
                new(T["elected-list-sex"], 0.8),
                new(T["elected-list-ethnicity"], 0.9),
                new(T["elected-list-posts"], 3.4),
                new(T["result-votes"], 0.8, Numbers: true),
                new(T["result-share"], 1, Numbers: true),
            ],
            [
                .. signed.AllElected.Select(
                    (one, at) =>
                    {
                        var details = one.Details;
                        return (IReadOnlyList<PaperCell>)
                            [
                                new(SignedElection.Number(at + 1), at + 1),
                                new(one.Name),
                                new(details.Born ?? ""),
                                new(SexOf(details)),
                                new(details.Ethnicity ?? ""),
                                new(details.Posts ?? ""),
                                new(SignedElection.Number(one.Votes), one.Votes),
                                new(one.Share),
                            ];
                    }
                ),
            ]
        );

    public static string SexOf(CandidateDetails details) =>
        details.IsWoman is { } woman ? T[woman ? "elected-list-woman" : "elected-list-man"] : "";

    /// <summary>How many of them are women, of an ethnic minority, of which age; open where not everybody is known.</summary>
    public static PaperTable Composition(SignedElection signed)
    {
        var rules = signed.Counting.Rules;
        var people = signed.AllElected.Select(one => one.Details).ToList();
        var ages = people.TrueForAll(one => one.Age is not null) ? people.ConvertAll(one => one.Age!.Value) : null;
        return new(
            T["composition-caption", Formats.Day(signed.SignedOn)],
            [
                new(T["composition-group"], 3),
                new(T["composition-number"], 1, Numbers: true),
                new(T["result-share"], 1, Numbers: true),
            ],
            [
                Line(rules, T["composition-all"], people.Count, people.Count),
                Line(rules, T["composition-women"], CountOf(people, one => one.IsWoman), people.Count),
                Line(rules, T["composition-minority"], CountOf(people, one => one.IsMinority), people.Count),
                .. YoungOf(rules, ages, people.Count),
                Line(rules, T["composition-under-40"], ages?.Count(age => age < 40), people.Count),
                Line(rules, T["composition-40-to-50"], ages?.Count(age => age is >= 40 and <= 50), people.Count),
                Line(rules, T["composition-over-50"], ages?.Count(age => age > 50), people.Count),
                [
                    new(T["composition-mean-age"]),
                    new(ages is { Count: > 0 } ? ages.Average().ToString("0.0", Formats.Vietnamese) : ""),
                    new(""),
                ],
            ]
        );
    }

    /// <summary>Those below the age at which the rules aim, where that is another than the forty of every list: "under-42".</summary>
    private static IEnumerable<IReadOnlyList<PaperCell>> YoungOf(RuleSet rules, List<int>? ages, int whole)
    {
        const string Under = "under-";
        foreach (
            var aim in rules.Aims.Where(aim =>
                aim.Body == Post.Committee && aim.Group.StartsWith(Under, StringComparison.Ordinal)
            )
        )
        {
            if (
                int.TryParse(aim.Group[Under.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var years)
                && years != 40
            )
                yield return Line(rules, aim.Name.Vietnamese, ages?.Count(age => age < years), whole);
        }
    }

    private static IReadOnlyList<PaperCell> Line(RuleSet rules, string group, int? number, int whole) =>
        number is { } known
            ? [new(group), new(SignedElection.Number(known), known), new(ShareInTable.Of(rules, new(known, whole)).Vietnamese)]
            : [new(group), new(""), new("")];

    // Null as soon as one of them is not known.
    private static int? CountOf(List<CandidateDetails> people, Func<CandidateDetails, bool?> of) =>
        people.All(one => of(one) is not null) ? people.Count(one => of(one) == true) : null;
}
