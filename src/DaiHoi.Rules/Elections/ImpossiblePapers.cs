using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>Papers that cannot lie in the box.</summary>
internal static class ImpossiblePapers
{
    public static IEnumerable<Problem> In(Counting counting, IReadOnlyList<Paper> papers)
    {
        var candidates = counting.Candidates.Count;
        // The number of the paper and list that last named somebody: one array for all papers.
        var seen = new int[candidates];
        var lists = 0;
        long sum = 0;
        for (var i = 0; i < papers.Count; i++)
        {
            var paper = papers[i];
            sum += paper.Count;
            if (paper.Count < 0)
                yield return new($"ballots.papers[{i}].count", new("không được âm", "must not be negative"));
            if (OtherForm(counting.Election.Form, paper) is { } key)
                yield return new(
                    $"ballots.papers[{i}].{key}",
                    new(
                        $"không thuộc mẫu phiếu «{counting.Election.Form.Code()}»",
                        $"does not belong to the form “{counting.Election.Form.Code()}”"
                    )
                );
            if (WrongPlace(paper.Struck, seen, ++lists) is { } struck)
                yield return Wrong(i, "struck", struck);
            if (WrongPlace(paper.Agree, seen, ++lists) is { } agree)
                yield return Wrong(i, "agree", agree);
            if (WrongPlace(paper.Disagree, seen, ++lists) is { } disagree)
                yield return Wrong(i, "disagree", disagree);
        }
        if (sum != counting.Ballots.Collected)
            yield return new(
                "ballots.papers",
                new(
                    $"các phiếu cộng lại là {Vi(sum)}, không khớp {Vi(counting.Ballots.Collected)} phiếu thu về",
                    $"the papers sum to {En(sum)}, not to the {En(counting.Ballots.Collected)} collected"
                )
            );
    }

    private static string? OtherForm(BallotForm form, Paper paper) =>
        form switch
        {
            BallotForm.StrikeOut => paper.Agree.Count > 0 ? "agree"
            : paper.Disagree.Count > 0 ? "disagree"
            : null,
            BallotForm.AgreeDisagree => paper.Struck.Count > 0 ? "struck" : null,
            _ => throw new InvalidOperationException(form.ToString()),
        };

    /// <summary>The first place that is outside the list, or stands in the same list of marks twice.</summary>
    private static int? WrongPlace(IReadOnlyList<int> places, int[] seen, int list)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            if (place < 0 || place >= seen.Length || seen[place] == list)
                return i;
            seen[place] = list;
        }
        return null;
    }

    private static Problem Wrong(int paper, string key, int item) =>
        new(
            $"ballots.papers[{paper}].{key}[{item}]",
            new("không có trong danh sách bầu cử, hoặc có hai lần", "not on the ballot list, or there twice")
        );
}
