using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Accounts;

/// <summary>An account as an administrator sees it in a list.</summary>
internal sealed record ListedAccount(
    long Id,
    string Name,
    string DisplayName,
    string? Email,
    bool Closed,
    DateTime? SeenAt,
    IReadOnlyList<ListedGrant> Grants,
    IReadOnlyList<string> FormerPaths
)
{
    /// <summary>
    /// Whether somebody with one of these roles may open it: every role that it has must lie on his organisations, or he
    /// would get at more than his own through another's password. One without roles is his whose every role it has ever
    /// been: who takes the last one back can give it another. One that never had a role is for those at the top.
    /// </summary>
    /// <param name="rootPath">of the organisation at the top</param>
    public bool IsFor(Person person, string rootPath, params ReadOnlySpan<Role> roles)
    {
        var paths = Grants.Count > 0 ? Grants.Select(grant => grant.Path) : FormerPaths;
        foreach (var path in paths.DefaultIfEmpty(rootPath))
        {
            if (!person.Is(path, roles))
                return false;
        }
        return true;
    }
}

internal sealed record ListedGrant(Role Role, long OrganisationId, string Organisation, string Path);

/// <summary>The accounts that somebody may see.</summary>
internal sealed class AccountList(Sql sql, OrganisationTree organisations)
{
    public const int OnePage = 50;

    /// <summary>Those whose name, address or organisation holds the words, with or without marks; by name.</summary>
    /// <param name="after">the sign-in name at the end of the page before; null begins</param>
    /// <returns>one more than a page where there is another</returns>
    public async Task<List<ListedAccount>> FindAsync(Person person, string? words, string? after, CancellationToken stop)
    {
        var root = (await organisations.RootAsync(stop)).Path;
        var asked = Fold.Letters(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = await ReadAsync(id: null, stop);
        return
        [
            .. all.Where(account => account.IsFor(person, root, Role.Administrator, Role.Auditor))
                .Where(account => Holds(account, asked))
                .OrderBy(account => account.Name, StringComparer.Ordinal)
                .Where(account => after is null || string.CompareOrdinal(account.Name, after) > 0)
                .Take(OnePage + 1),
        ];
    }

    /// <summary>One of them; null where it is not there or not for this person.</summary>
    public async Task<ListedAccount?> FindAsync(Person person, long id, CancellationToken stop)
    {
        var root = (await organisations.RootAsync(stop)).Path;
        var account = (await ReadAsync(id, stop)).FirstOrDefault();
        return account?.IsFor(person, root, Role.Administrator, Role.Auditor) == true ? account : null;
    }

    /// <summary>Whether this account is the only one left that administers everything and can sign in.</summary>
    public async Task<bool> IsLastAdministratorAsync(long id, CancellationToken stop)
    {
        var root = (await organisations.RootAsync(stop)).Path;
        var administrators = (await ReadAsync(id: null, stop))
            .Where(account => !account.Closed)
            .Where(account => account.Grants.Any(grant => grant.Role == Role.Administrator && grant.Path == root))
            .Select(account => account.Id)
            .ToList();
        return administrators is [var only] && only == id;
    }

    private static bool Holds(ListedAccount account, string[] asked)
    {
        var text = Fold.Letters(
            string.Join(
                ' ',
                account
                    .Grants.Select(grant => grant.Organisation)
                    .Prepend(account.Email)
                    .Prepend(account.DisplayName)
                    .Prepend(account.Name)
            )
        );
        return asked.All(word => text.Contains(word, StringComparison.Ordinal));
    }

    // Three queries over small tables: accounts are those of offices, not of readers.
    private async Task<List<ListedAccount>> ReadAsync(long? id, CancellationToken stop)
    {
        var grants = (
            await sql.ListAsync(
                """
                select g.account_id, g.role, o.id, o.name, o.path from role_grant g join organisation o on o.id = g.organisation_id
                where g.taken_back_at is null and (@id = 0 or g.account_id = @id) order by o.path, g.role
                """,
                row =>
                    (
                        Account: row.GetInt64(0),
                        Grant: new ListedGrant(
                            Enum.Parse<Role>(row.GetString(1)),
                            row.GetInt64(2),
                            row.GetString(3),
                            row.GetString(4)
                        )
                    ),
                stop,
                ("id", id ?? 0)
            )
        ).ToLookup(row => row.Account, row => row.Grant);
        var former = (
            await sql.ListAsync(
                """
                select distinct g.account_id, o.path from role_grant g join organisation o on o.id = g.organisation_id
                where g.taken_back_at is not null and (@id = 0 or g.account_id = @id)
                """,
                row => (Account: row.GetInt64(0), Path: row.GetString(1)),
                stop,
                ("id", id ?? 0)
            )
        ).ToLookup(row => row.Account, row => row.Path);
        return await sql.ListAsync(
            """
            select a.id, a.user_name, a.display_name, a.email, a.closed_at,
                (select max(s.seen_at) from sign_in_session s where s.account_id = a.id)
            from account a where @id = 0 or a.id = @id
            """,
            row => new ListedAccount(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                row.TextOrNull(3),
                !row.IsDBNull(4),
                row.UtcOrNull(5),
                [.. grants[row.GetInt64(0)]],
                [.. former[row.GetInt64(0)]]
            ),
            stop,
            ("id", id ?? 0)
        );
    }
}
