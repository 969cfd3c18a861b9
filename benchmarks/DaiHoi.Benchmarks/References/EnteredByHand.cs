using System.Globalization;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;

namespace DaiHoi.Benchmarks.References;

/// <summary>
/// The ballots of two groups as somebody counts them who needs no reasons: every line by one query, the two readings of a
/// ballot side by side in a dictionary, the votes of those that agree on a blackboard.
/// </summary>
internal static class EnteredByHand
{
    public static async Task<long[]> CountAsync(Sql sql, Counting hall, CancellationToken stop)
    {
        var lines = await sql.ListAsync(
            """
            select t.number, b.number, e.board_group, b.marks
            from ballot_batch t join batch_entry e on e.batch_id = t.id join entered_ballot b on b.entry_id = e.id
            order by b.version
            """,
            row => (Batch: row.GetInt32(0), Number: row.GetInt32(1), Group: row.GetString(2), Marks: row.GetString(3)),
            stop
        );
        var first = new Dictionary<(int, int), string>();
        var second = new Dictionary<(int, int), string>();
        foreach (var line in lines)
            (line.Group == "A" ? first : second)[(line.Batch, line.Number)] = line.Marks;
        var votes = new long[hall.Candidates.Count];
        var left = new bool[votes.Length];
        foreach (var (ballot, marks) in first)
        {
            if (second[ballot] != marks)
                throw new InvalidOperationException("the groups differ");
            Array.Fill(left, true);
            foreach (var struck in marks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                left[int.Parse(struck, CultureInfo.InvariantCulture) - 1] = false;
            var names = left.Count(one => one);
            if (names == 0 || names > hall.Election.Seats)
                continue;
            for (var i = 0; i < votes.Length; i++)
                votes[i] += left[i] ? 1 : 0;
        }
        return votes;
    }
}
