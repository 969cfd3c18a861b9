using System.Globalization;
using System.Text;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>The reasoning of a count as numbered text that a layman can follow, each step with its article.</summary>
public static class CountText
{
    private const string Indent = "   ";

    /// <summary>Lines, ended by line feeds.</summary>
    public static string Of(Counting counting, CountResult result, Language language)
    {
        var text = new StringBuilder();
        text.Append(Title(counting).In(language)).Append('\n');
        var number = 0;
        foreach (var decision in result.Decisions)
        {
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"{++number}. {decision.About.Heading().In(language)}\n");
            text.Append(Indent).Append(decision.Explanation.In(language)).Append('\n');
            text.Append(Indent).Append(Basis.In(language)).Append(decision.Article.Citation.In(language)).Append('\n');
            if (decision.Article.Note is { } note)
                text.Append(Indent).Append(NoteWord.In(language)).Append(note.In(language)).Append('\n');
            if (decision.About == Subject.Valid)
                AppendVotes(text, counting, result, language);
        }
        return text.ToString();
    }

    private static Words Basis => new("Căn cứ: ", "According to: ");
    private static Words NoteWord => new("Ghi chú: ", "Note: ");

    private static Words Title(Counting counting)
    {
        var post = counting.Rules.Terms.Posts[counting.Election.Of];
        var name = counting.Rules.Name;
        return new(
            $"Kiểm phiếu bầu {post.Vietnamese}, lần {Vi(counting.Election.Round)} — {name.Vietnamese} («{counting.Rules.Id}»)",
            $"Count of the election of the {post.English}, ballot {En(counting.Election.Round)} — {name.English} (“{counting.Rules.Id}”)"
        );
    }

    private static void AppendVotes(StringBuilder text, Counting counting, CountResult result, Language language)
    {
        var heading = PrintedShare.Heading(counting.Rules);
        text.Append(Indent)
            .Append(
                new Words($"Số phiếu bầu và tỷ lệ {heading.Vietnamese}:", $"Votes and their share {heading.English}:").In(
                    language
                )
            )
            .Append('\n');
        foreach (var candidate in result.Candidates)
        {
            var share = PrintedShare.Of(counting, result, candidate.Votes);
            var printed = PrintedShare.Printed(counting.Rules, share);
            var line = new Words(
                $"{candidate.Candidate.Name}: {Vi(candidate.Votes)}/{Vi(share.Whole)} ({printed.Vietnamese}), {NameOf(candidate.Outcome).Vietnamese}",
                $"{candidate.Candidate.Name}: {En(candidate.Votes)} of {En(share.Whole)} ({printed.English}), {NameOf(candidate.Outcome).English}"
            );
            text.Append(Indent).Append("- ").Append(line.In(language)).Append('\n');
        }
    }

    public static Words NameOf(Outcome outcome) =>
        outcome switch
        {
            Outcome.Elected => new("trúng cử", "elected"),
            Outcome.NotElected => new("không trúng cử", "not elected"),
            Outcome.Tied => new("bằng phiếu, chưa xác định", "tied, not decided yet"),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
}
