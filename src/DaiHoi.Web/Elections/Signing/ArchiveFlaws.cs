using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>Something in an archive that the program never writes so, whatever its hash says.</summary>
/// <param name="Place">in the file: "election.batches[2].a.by"</param>
/// <param name="Text">key of its words in <c>Ui/Texts</c></param>
/// <param name="Values">what stands in them</param>
internal sealed record ArchiveFlaw(string Place, string Text, params IReadOnlyList<object> Values);

/// <summary>
/// Holds what an archive says of people, times and numbers against each other. Whoever changes a file can write its hash anew; what
/// he has changed has to fit all the rest as well.
/// </summary>
internal static class ArchiveFlaws
{
    private const int HashLength = 64;

    /// <summary>All of them, in the order of the file; none where everything fits.</summary>
    public static IEnumerable<ArchiveFlaw> In(ArchivedResult archive, RuleSet rules) =>
        InSignature(archive)
            .Concat(InFigures(archive.Election.Figures))
            .Concat(InList(archive.Election))
            .Concat(InBoard(archive.Election))
            .Concat(BatchFlaws.In(archive, rules));

    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    private static IEnumerable<ArchiveFlaw> InSignature(ArchivedResult archive)
    {
        var signature = archive.Signature;
        var isFirst = signature.Version == 1;
        if (signature.Version < 1)
            yield return new("signature.version", "flaw-version");
        if (isFirst != signature.Reason is null)
            yield return new("signature.reason", isFirst ? "flaw-reason-of-first" : "flaw-reason-missing");
        if (isFirst != signature.Previous is null || (signature.Previous is { } previous && !IsHash(previous)))
            yield return new("signature.previous", isFirst ? "flaw-previous-of-first" : "flaw-previous-missing");
        if (!Has(archive.Election.Board, BoardMembers.Head, signature.By))
            yield return new("signature.by", "flaw-signer", signature.By);
        if (signature.At < archive.Election.List.At)
            yield return new("signature.at", "flaw-signed-before-list");
    }

    private static IEnumerable<ArchiveFlaw> InFigures(HallFigures figures)
    {
        // Each of those present gets one; a spoilt one is handed back before another is given.
        if (figures.Issued > figures.Present)
            yield return new("election.figures.issued", "flaw-issued", figures.Issued, figures.Present);
    }

    private static IEnumerable<ArchiveFlaw> InList(CountedElection election)
    {
        var list = election.List;
        if (!list.Candidates.Select(one => one.Number).SequenceEqual(Enumerable.Range(1, list.Candidates.Count)))
            yield return new("election.list.candidates", "flaw-list-numbers");
        else if (OutOfOrder(list.Candidates) is { } at)
            // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 15: A, B, C. Whoever changes two names round leaves it.
            yield return new($"election.list.candidates[{at}].name", "flaw-list-order", list.Candidates[at].Name);
        if (list.Attending is null != list.For is null || list.For > list.Attending)
            yield return new("election.list.for", "flaw-list-votes");
        if (list.For * 2 <= list.Attending)
            yield return new("election.list.for", "flaw-list-not-carried");
        if (list.Attending > election.Figures.Summoned)
            yield return new("election.list.attending", "flaw-list-attending", list.Attending!, election.Figures.Summoned);
        var prepared = list.Candidates.Count(one => one.Source == CandidateSource.Prepared);
        if (election.ListedByCommittee is { } listed && listed != prepared)
            yield return new("election.listedByCommittee", "flaw-list-prepared", listed, prepared);
    }

    private static int? OutOfOrder(IReadOnlyList<ListedCandidate> candidates)
    {
        var orders = candidates.Select(one => PersonName.Of(ElectionCandidate.WithoutRemark(one.Name)).Order).ToList();
        for (var i = 1; i < orders.Count; i++)
        {
            if (string.CompareOrdinal(orders[i - 1], orders[i]) > 0)
                return i;
        }
        return null;
    }

    private static IEnumerable<ArchiveFlaw> InBoard(CountedElection election)
    {
        for (var i = 0; i < election.Board.Count; i++)
        {
            if (!BoardMembers.Codes.Contains(election.Board[i].Duty))
                yield return new($"election.board[{i}].duty", "flaw-board-duty", election.Board[i].Duty);
        }
    }

    public static bool Has(IEnumerable<BoardMember> board, string duty, string name) =>
        board.Any(member => member.Duty == duty && member.Name == name);
}
