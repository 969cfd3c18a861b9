using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Json;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>Reads the input format of a count (<c>docs/formats/count.md</c>).</summary>
public static class CountFile
{
    internal const long MostBallots = 1_000_000_000;
    internal const int MostCandidates = 1_000;
    internal const int MostSeats = 1_000;
    internal const int MostRounds = 100;
    internal const int LongestId = 100;
    internal const int LongestName = 200;
    private const int MostDeductions = 40;

    /// <summary>Reads what is to be counted, or tells all that is wrong with it, each with its field.</summary>
    /// <param name="json">the file</param>
    /// <param name="rules">finds a rule set by its id; null for one that nobody knows</param>
    public static CountReading Read(ReadOnlyMemory<byte> json, Func<string, RuleSet?> rules)
    {
        var reading = new Reading();
        using var document = JsonText.Parse(json, reading);
        if (document is null)
            return new(null, reading.Problems);
        var counting = new Field(document.RootElement, Place.Document, reading).Object(members => Of(members, rules));
        if (reading.Problems.Count > 0)
            return new(null, reading.Problems);
        var impossible = Impossible.In(counting).Take(Reading.Most).ToList();
        return impossible.Count > 0 ? new(null, impossible) : new(counting, []);
    }

    private static Counting Of(Members members, Func<string, RuleSet?> rules)
    {
        _ = members.TextOr("$schema");
        var id = members.Required("rules")?.Text(LongestId);
        var found = id is null ? null : rules(id);
        if (id is not null && found is null)
            members.Refuse(
                "rules",
                new(
                    $"không có bộ quy tắc «{Place.Shown(id)}»; có: {string.Join(", ", RuleSet.Known)}",
                    $"there is no rule set “{Place.Shown(id)}”; known are: {string.Join(", ", RuleSet.Known)}"
                )
            );
        var hall = members.Object("congress", HallOf);
        var election = members.Object("election", ElectionOf);
        var candidates = members.List("candidates", CandidateOf, MostCandidates);
        var ballots = members.Object("ballots", read => new ReadBallots(candidates).Of(read));
        // Without a rule set there is a problem, and what was read is not used.
        return new(found!, hall, election, candidates, ballots);
    }

    private static Hall HallOf(Members members) =>
        new(
            members.Choice<CongressKind>("kind"),
            members.Integer("summoned", 1, MostBallots),
            members.ListOr(
                "deducted",
                read => new Deducted(read.Text("reason"), read.Integer("count", 0, MostBallots)),
                MostDeductions
            ),
            members.Integer("present", 0, MostBallots)
        );

    private static Election ElectionOf(Members members) =>
        new(
            members.Choice<Post>("of"),
            (int)members.Integer("seats", 1, MostSeats),
            members.Choice<BallotForm>("form"),
            (int)(members.IntegerOr("round", 1, MostRounds) ?? 1),
            members.Optional("among")?.Choice<Among>() ?? Among.Everyone,
            (int?)members.IntegerOr("listedByCommittee", 0, MostCandidates)
        );

    private static Candidate CandidateOf(Members members) =>
        new(
            members.Required("id")?.Text(LongestId) ?? "?",
            members.Required("name")?.Text(LongestName) ?? "?",
            members.DayOr("born")
        );
}

/// <summary>What is to be counted, or why it was refused.</summary>
/// <param name="Counting">null where it was refused</param>
/// <param name="Problems">none where it was read</param>
public sealed record CountReading(Counting? Counting, IReadOnlyList<Problem> Problems);
