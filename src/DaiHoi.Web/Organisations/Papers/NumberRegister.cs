using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations.Papers;

/// <summary>A number as the register shows it.</summary>
/// <param name="IssuedOn">null while it is only reserved</param>
public sealed record RegisteredNumber(string Symbol, string Series, int Number, string Summary, DateOnly? IssuedOn);

/// <summary>
/// The numbers of an organisation's papers: from 1 for each type and series, without gaps. A number is reserved for one paper
/// and stays with it; nothing is taken back.
/// </summary>
public sealed class NumberRegister(DatabaseFactory databases)
{
    /// <summary>The number of a paper: the one that it has, or the next. In the transaction of the caller, or not at all.</summary>
    /// <param name="symbol">of the type of paper: "BC"</param>
    /// <param name="series">within which numbers run from 1: the term of the committee</param>
    /// <param name="paper">as the caller names it, "report:7"; one paper has one number</param>
    /// <param name="now">in UTC</param>
    public async Task<int> ReserveWithinTransactionAsync(
        Database database,
        long organisation,
        string symbol,
        string series,
        string paper,
        string summary,
        DateTime now,
        CancellationToken stop
    )
    {
        if (database.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is reserved in the transaction of its paper");
        // Two papers of one organisation wait for each other here; on SQLite a transaction is the only one that writes.
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from organisation where id = {organisation} for update", stop);
        var numbers = database.Set<PaperNumber>();
        if (await numbers.FirstOrDefaultAsync(one => one.Paper == paper, stop) is { } known)
            return known.Number;
        var last = await numbers
            .Where(one => one.OrganisationId == organisation && one.Symbol == symbol && one.Series == series)
            .MaxAsync(one => (int?)one.Number, stop);
        var next = new PaperNumber
        {
            OrganisationId = organisation,
            Symbol = symbol,
            Series = series,
            Number = (last ?? 0) + 1,
            Paper = paper,
            Summary = summary.Length > PaperNumber.LongestSummary ? summary[..PaperNumber.LongestSummary] : summary,
            ReservedAt = now,
        };
        numbers.Add(next);
        await database.SaveChangesAsync(stop);
        return next.Number;
    }

    /// <summary>Says that a paper has gone out under its number.</summary>
    /// <exception cref="InvalidOperationException">none was reserved for it</exception>
    public static async Task IssueWithinTransactionAsync(Database database, string paper, DateOnly on, CancellationToken stop)
    {
        var number = await database.Set<PaperNumber>().SingleAsync(one => one.Paper == paper, stop);
        number.IssuedOn ??= on;
    }

    /// <summary>The whole register of an organisation, by type, series and number.</summary>
    public async Task<IReadOnlyList<RegisteredNumber>> ReadAsync(long organisation, CancellationToken stop)
    {
        await using var database = databases.Create();
        var numbers = await database
            .Set<PaperNumber>()
            .AsNoTracking()
            .Where(one => one.OrganisationId == organisation)
            .OrderBy(one => one.Symbol)
            .ThenBy(one => one.Series)
            .ThenBy(one => one.Number)
            .ToListAsync(stop);
        return numbers.ConvertAll(one => new RegisteredNumber(one.Symbol, one.Series, one.Number, one.Summary, one.IssuedOn));
    }
}
