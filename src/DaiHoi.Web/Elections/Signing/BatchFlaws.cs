using System.Globalization;
using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>What cannot be in the batches of an archive: who has read what, when, and what was written of it.</summary>
internal static class BatchFlaws
{
    public static IEnumerable<ArchiveFlaw> In(ArchivedResult archive, RuleSet rules)
    {
        var batches = archive.Election.Batches;
        for (var i = 0; i < batches.Count; i++)
        {
            var place = $"election.batches[{i}]";
            if (batches[i].Number != i + 1)
                yield return new($"{place}.number", "flaw-batch-number", batches[i].Number);
            if (batches[i].Size is < 1 or > BallotBatch.Largest)
                yield return new($"{place}.size", "flaw-batch-size", batches[i].Size);
            foreach (var flaw in InBatch(archive, rules, batches[i], place))
                yield return flaw;
        }
    }

    private static IEnumerable<ArchiveFlaw> InBatch(ArchivedResult archive, RuleSet rules, CountedBatch batch, string place) =>
        InEntry(archive, rules, batch, batch.A, BoardMembers.GroupA, $"{place}.a")
            .Concat(InEntry(archive, rules, batch, batch.B, BoardMembers.GroupB, $"{place}.b"))
            .Concat(InThird(archive, rules, batch, place))
            .Concat(InDecisions(archive, rules, batch, place));

    private static IEnumerable<ArchiveFlaw> InEntry(
        ArchivedResult archive,
        RuleSet rules,
        CountedBatch batch,
        GroupEntry? entry,
        string group,
        string place
    )
    {
        if (entry is null)
            yield break;
        if (!ArchiveFlaws.Has(archive.Election.Board, group, entry.By))
            yield return new($"{place}.by", "flaw-not-of-group", entry.By);
        if (entry.OpenedAt < archive.Election.List.At)
            yield return new($"{place}.openedAt", "flaw-before-list");
        if (entry.HandedInAt < entry.OpenedAt)
            yield return new($"{place}.handedInAt", "flaw-before-taken");
        if (entry.HandedInAt > archive.Signature.At)
            yield return new($"{place}.handedInAt", "flaw-after-signature");
        if (!ArchiveFlaws.IsHash(entry.JournalHash))
            yield return new($"{place}.journalHash", "flaw-journal");
        var read = entry.Ballots.Select(one => (one.Number, one.Marks)).ToList();
        foreach (var flaw in InMarks(archive.Election, rules, batch, read, $"{place}.ballots"))
            yield return flaw;
    }

    private static IEnumerable<ArchiveFlaw> InThird(ArchivedResult archive, RuleSet rules, CountedBatch batch, string place)
    {
        var read = batch.Third.Select(one => (one.Number, one.Marks)).ToList();
        foreach (var flaw in InMarks(archive.Election, rules, batch, read, $"{place}.third"))
            yield return flaw;
        for (var i = 0; i < batch.Third.Count; i++)
        {
            var (look, at) = (batch.Third[i], $"{place}.third[{i}]");
            if (!ArchiveFlaws.Has(archive.Election.Board, BoardMembers.Third, look.By))
                yield return new($"{at}.by", "flaw-not-third", look.By);
            foreach (var flaw in InTime(archive, batch, look.At, $"{at}.at"))
                yield return flaw;
            // Only in a correction may he look at a ballot on which the groups agree.
            if (archive.Signature.Version == 1 && StandingOf(batch, look.Number, third: null) == BallotStanding.Agreed)
                yield return new(at, "flaw-third-uncalled");
        }
    }

    private static IEnumerable<ArchiveFlaw> InDecisions(ArchivedResult archive, RuleSet rules, CountedBatch batch, string place)
    {
        var read = batch.Decisions.Select(one => (one.Number, one.Marks)).ToList();
        foreach (var flaw in InMarks(archive.Election, rules, batch, read, $"{place}.decisions"))
            yield return flaw;
        for (var i = 0; i < batch.Decisions.Count; i++)
        {
            var (decision, at) = (batch.Decisions[i], $"{place}.decisions[{i}]");
            if (!ArchiveFlaws.Has(archive.Election.Board, BoardMembers.Head, decision.By))
                yield return new($"{at}.by", "flaw-not-head", decision.By);
            foreach (var flaw in InTime(archive, batch, decision.At, $"{at}.at"))
                yield return flaw;
            // Nobody overrules two groups alone. What the third person has read since may agree with one of them again.
            var third = batch.Third.FirstOrDefault(one => one.Number == decision.Number);
            var asked = third is null || archive.Signature.Version == 1;
            var looked = third is null ? null : new LookedAt(third.Marks, third.Doubtful);
            if (asked && StandingOf(batch, decision.Number, looked) is BallotStanding.Agreed or BallotStanding.ToThird)
                yield return new(at, "flaw-decision-uncalled");
            if (!Decides(archive.Election, rules, decision))
                yield return new($"{at}.reason", "flaw-decision-reason");
        }
    }

    /// <summary>Null where a group has not read it.</summary>
    private static BallotStanding? StandingOf(CountedBatch batch, int number, LookedAt? third)
    {
        var standing = ComparedBallot.Of(LookOf(batch.A, number), LookOf(batch.B, number), third, decided: null);
        return standing == BallotStanding.Waiting ? null : standing;
    }

    private static LookedAt? LookOf(GroupEntry? entry, int number) =>
        entry?.Ballots.FirstOrDefault(one => one.Number == number) is { } look ? new(look.Marks, look.Doubtful) : null;

    private static IEnumerable<ArchiveFlaw> InTime(ArchivedResult archive, CountedBatch batch, DateTime at, string place)
    {
        if (at > archive.Signature.At)
            yield return new(place, "flaw-after-signature");
        if (at < batch.A?.HandedInAt || at < batch.B?.HandedInAt)
            yield return new(place, "flaw-before-handed-in");
    }

    private static IEnumerable<ArchiveFlaw> InMarks(
        CountedElection election,
        RuleSet rules,
        CountedBatch batch,
        List<(int Number, string Marks)> read,
        string place
    )
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < read.Count; i++)
        {
            var (number, marks) = read[i];
            if (election.OnSheets ? number != 0 : number < 1 || number > batch.Size)
                yield return new($"{place}[{i}].number", "flaw-ballot-number", number);
            else if (!seen.Add(number))
                yield return new($"{place}[{i}].number", "flaw-ballot-twice", number);
            if (!Says(election, rules, batch, marks))
                yield return new($"{place}[{i}].marks", "flaw-marks", marks);
        }
    }

    /// <summary>Whether marks stand as the program writes them, of this list and this batch.</summary>
    private static bool Says(CountedElection election, RuleSet rules, CountedBatch batch, string marks)
    {
        var candidates = election.List.Candidates.Count;
        if (!election.OnSheets)
            return BallotMarks.Read(marks, election.Form, candidates).Marks == marks;
        var reasons = InvalidReasons.Of(rules).Select(one => one.Reason).ToList();
        var form = new SheetForm(election.Seats, candidates, reasons, NamesSomebody: false);
        var parts = marks.Split(' ');
        if (parts.Length < 2 || parts[1] == "0" || !parts[1].All(char.IsAsciiDigit) || reasons.Count == 0)
            return SheetMarks.Read(marks, batch.Size, form).Marks == marks;
        // A sheet of before says how many are invalid and not why.
        parts[1] += SheetMarks.LetterOf(reasons[0]).ToString(CultureInfo.InvariantCulture);
        var named = string.Join(' ', parts);
        return SheetMarks.Read(named, batch.Size, form).Marks == named;
    }

    /// <summary>Whether what the board has decided is what the article says of such a paper.</summary>
    private static bool Decides(CountedElection election, RuleSet rules, BoardDecision decision)
    {
        if (election.OnSheets || decision.Reason is null)
            return decision.Reason is null;
        if (InvalidReasons.Of(rules).All(one => one.Reason.Code() != decision.Reason))
            return false;
        var candidates = election.List.Candidates.Count;
        if (BallotMarks.Read(decision.Marks, election.Form, candidates).Marks is not { } marks)
            return true;
        var paper = InvalidReasons.With(
            BallotMarks.PaperOf(marks, election.Form, candidates),
            InvalidReasons.Read(decision.Reason)
        );
        return new Validity(rules, election.Form, election.Seats, candidates).Judge(paper, new bool[candidates]) is not null;
    }
}
