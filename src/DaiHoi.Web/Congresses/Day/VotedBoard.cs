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
        await using var database = databases.Create();
        var votes = await database
            .Set<HandVote>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress && one.On == AgendaStep.CountingBoard && one.Names != null)
            .OrderBy(one => one.Id)
            .ToListAsync(stop);
        // "đồng chí Nguyễn Văn An, Trưởng ban" is the Nguyễn Văn An of the list.
        return votes.FindLast(one => one.IsCarried)?.Names is { } board
            ? names.FirstOrDefault(name => ElectedByHands.Names(board, name))
            : null;
    }
}
