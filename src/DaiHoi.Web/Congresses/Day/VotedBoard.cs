using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>The counting board as the congress has voted it, by name: not each of its members has an account.</summary>
public sealed class VotedBoard
{
    private readonly DatabaseFactory databases;

    internal VotedBoard(DatabaseFactory databases) => this.databases = databases;

    /// <param name="names">of candidates, without remarks</param>
    /// <returns>the first of them who was voted onto the board; null where none was</returns>
    public async Task<string?> MemberAsync(long congress, IEnumerable<string> names, CancellationToken stop)
    {
        // "đồng chí Nguyễn Văn An, Trưởng ban" is the Nguyễn Văn An of the list.
        var board = await LinesAsync(congress, stop);
        return names.FirstOrDefault(name => board.Any(line => ElectedByHands.Names(line, name)));
    }

    /// <summary>Whether the last vote on a counting board that stands was carried, with names or without.</summary>
    public async Task<bool> IsVotedAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var last = await database
            .Set<HandVote>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress && one.On == AgendaStep.CountingBoard && one.SetAsideAt == null)
            .OrderByDescending(one => one.Id)
            .FirstOrDefaultAsync(stop);
        return last is { IsCarried: true };
    }

    /// <summary>Whether a line of the vote names somebody.</summary>
    public static bool Names(string line, string name) => ElectedByHands.Names(line, name);

    /// <summary>Its members as they were typed, with their roles where somebody wrote them; none where no board was voted.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var votes = await database
            .Set<HandVote>()
            .AsNoTracking()
            .Where(one =>
                one.CongressId == congress && one.On == AgendaStep.CountingBoard && one.Names != null && one.SetAsideAt == null
            )
            .OrderBy(one => one.Id)
            .ToListAsync(stop);
        return votes.FindLast(one => one.IsCarried)?.Names is { } board ? ElectedByHands.Lines(board) : [];
    }
}
