using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>Why a ballot is not valid, in the order in which a ballot with several faults is booked.</summary>
public enum InvalidReason
{
    NotIssuedByBoard,
    TooManyNames,
    NobodyVotedFor,
    BothOrNoneOnSingleList,
    NamesAdded,
    Marked,
}

/// <summary>Judges one ballot. Each reason stands on its own and applies only where the rule set says so.</summary>
public sealed class Validity
{
    private readonly RuleSet rules;
    private readonly BallotForm form;
    private readonly int seats;
    private readonly int candidates;
    private readonly bool[] applies = new bool[Enum.GetValues<InvalidReason>().Length];

    /// <param name="rules">the rule set</param>
    /// <param name="form">of every ballot of this vote</param>
    /// <param name="seats">≥ 1</param>
    /// <param name="candidates">names on the list, ≥ 1</param>
    public Validity(RuleSet rules, BallotForm form, int seats, int candidates)
    {
        this.rules = rules;
        this.form = form;
        this.seats = seats;
        this.candidates = candidates;
        foreach (var (reason, rule) in rules.Elections.Invalid)
            applies[(int)reason] = rule.Value;
    }

    /// <summary>Whether the ballot is valid, and for whom it votes.</summary>
    /// <param name="paper">places within the list</param>
    /// <param name="votes">one for each candidate; all are written</param>
    /// <returns>null for a valid ballot, else the first reason that applies</returns>
    /// <remarks>QĐ 244-QĐ/TW Điều 17, 32: as many names as seats or fewer.</remarks>
    public InvalidReason? Judge(Paper paper, Span<bool> votes)
    {
        var (voted, marks) = Read(paper, votes);
        if (!paper.IssuedByBoard && Applies(InvalidReason.NotIssuedByBoard))
            return InvalidReason.NotIssuedByBoard;
        if (voted > seats && Applies(InvalidReason.TooManyNames))
            return InvalidReason.TooManyNames;
        // Without surplus a voter may disagree with everybody: only a strike-out ballot must vote for somebody.
        if (form == BallotForm.StrikeOut && voted == 0 && Applies(InvalidReason.NobodyVotedFor))
            return InvalidReason.NobodyVotedFor;
        if (form == BallotForm.AgreeDisagree && candidates == 1 && marks != 1 && Applies(InvalidReason.BothOrNoneOnSingleList))
            return InvalidReason.BothOrNoneOnSingleList;
        if (paper.NamesAdded && Applies(InvalidReason.NamesAdded))
            return InvalidReason.NamesAdded;
        if (paper.Marked && Applies(InvalidReason.Marked))
            return InvalidReason.Marked;
        return null;
    }

    /// <summary>The same as a decision, for somebody who holds the ballot in his hand.</summary>
    public Decision<bool> Decide(Paper paper)
    {
        var votes = new bool[candidates];
        if (Judge(paper, votes) is { } reason)
        {
            var why = NameOf(reason);
            return Decided(
                false,
                rules.Elections.Invalid[reason].Article,
                new($"Phiếu không hợp lệ: {why.Vietnamese}.", $"The ballot is invalid: {why.English}.")
            );
        }
        var voted = votes.Count(voted => voted);
        var said = new Words(
            $"Phiếu hợp lệ, bầu {Say.Vi(voted)} người, số lượng được bầu là {Say.Vi(seats)}.",
            $"The ballot is valid and votes for {Say.En(voted)}, {Say.En(seats, "seat")} to fill."
        );
        var unread = form == BallotForm.AgreeDisagree ? candidates - LinesWithOneMark(paper) : 0;
        if (unread == 0)
            return Decided(true, rules.Elections.Invalid[InvalidReason.TooManyNames].Article, said);
        return Decided(
            true,
            rules.Elections.VoidLines,
            said
                + new Words(
                    $"{Say.Vi(unread)} dòng đánh dấu cả hai ô hoặc không đánh dấu ô nào: không tính cho người đó.",
                    $"{Say.En(unread, "line")} with both boxes or none: not counted for that person."
                )
        );
    }

    /// <summary>What each reason says.</summary>
    public static Words NameOf(InvalidReason reason) =>
        reason switch
        {
            InvalidReason.NotIssuedByBoard => new("không do Ban Kiểm phiếu phát hành", "not issued by the counting board"),
            InvalidReason.TooManyNames => new("bầu nhiều hơn số lượng quy định", "more names than seats"),
            InvalidReason.NobodyVotedFor => new("không bầu cho ai", "nobody voted for"),
            InvalidReason.BothOrNoneOnSingleList => new(
                "đánh dấu cả hai ô hoặc không đánh dấu ô nào trên danh sách một người",
                "both boxes or none on a list of one"
            ),
            InvalidReason.NamesAdded => new("viết thêm tên ngoài danh sách", "names added"),
            InvalidReason.Marked => new("có ký tên, đánh dấu hoặc viết thêm", "signed, marked or written on"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };

    private static Decision<bool> Decided(bool valid, Article article, Words explanation) =>
        new(Subject.Ballot, valid, article, explanation);

    private static int LinesWithOneMark(Paper paper) =>
        paper.Agree.Except(paper.Disagree).Count() + paper.Disagree.Except(paper.Agree).Count();

    private bool Applies(InvalidReason reason) => applies[(int)reason];

    private (int Voted, int Marks) Read(Paper paper, Span<bool> votes)
    {
        if (form == BallotForm.StrikeOut)
        {
            votes.Fill(true);
            foreach (var place in paper.Struck)
                votes[place] = false;
            return (candidates - paper.Struck.Count, paper.Struck.Count);
        }
        votes.Clear();
        foreach (var place in paper.Agree)
            votes[place] = true;
        var voted = paper.Agree.Count;
        // Both boxes: the line is not counted for that person.
        foreach (var place in paper.Disagree)
        {
            if (!votes[place])
                continue;
            votes[place] = false;
            voted--;
        }
        return (voted, paper.Agree.Count + paper.Disagree.Count);
    }
}
