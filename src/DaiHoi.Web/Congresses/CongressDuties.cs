using DaiHoi.Web.Data;

namespace DaiHoi.Web.Congresses;

/// <summary>Somebody who has a duty at a congress.</summary>
/// <param name="Account">id of the account</param>
public sealed record DutyHolder(long Account, string Name, Duty Duty);

/// <summary>Who has which duty at a congress now; ended ones are left out.</summary>
public sealed class CongressDuties
{
    private readonly Sql sql;

    internal CongressDuties(Sql sql) => this.sql = sql;

    /// <summary>The duties of one person at one congress; none where he has nothing to do there.</summary>
    public async Task<IReadOnlyList<Duty>> OfAsync(long congress, long account, CancellationToken stop) =>
        await sql.ListAsync(
            "select duty from congress_duty where congress_id = @c and account_id = @a and ended_at is null order by duty",
            row => Enum.Parse<Duty>(row.GetString(0)),
            stop,
            ("c", congress),
            ("a", account)
        );

    /// <summary>Everybody who has a duty at a congress, in the order in which duties were given.</summary>
    public async Task<IReadOnlyList<DutyHolder>> HoldersAsync(long congress, CancellationToken stop) =>
        await sql.ListAsync(
            "select account_id, account_name, duty from congress_duty where congress_id = @c and ended_at is null order by id",
            row => new DutyHolder(row.GetInt64(0), row.GetString(1), Enum.Parse<Duty>(row.GetString(2))),
            stop,
            ("c", congress)
        );

    /// <summary>Ids of the congresses at which somebody has a duty, the newest first.</summary>
    public async Task<IReadOnlyList<long>> CongressesAsync(long account, CancellationToken stop) =>
        await sql.ListAsync(
            "select distinct congress_id from congress_duty where account_id = @a and ended_at is null order by congress_id desc",
            row => row.GetInt64(0),
            stop,
            ("a", account)
        );
}
