using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Accounts;

/// <summary>Finds accounts that can sign in by their name.</summary>
internal sealed class OpenAccounts(Sql sql) : IKnowsAccounts
{
    public Task<KnownAccount?> FindAsync(string name, CancellationToken stop) =>
        sql.FirstAsync(
            "select id, user_name, display_name from account where user_name = @name and closed_at is null",
            row => new KnownAccount(row.GetInt64(0), row.GetString(1), row.GetString(2)),
            stop,
            ("name", name.Trim().ToLowerInvariant())
        );
}
