using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Accounts;

/// <summary>Accounts that can be written to, with their roles.</summary>
internal sealed class Addresses(Sql sql) : IKnowsAddresses
{
    public async Task<IReadOnlyList<ReachablePerson>> AllAsync(CancellationToken stop)
    {
        var grants = await sql.ListAsync(
            """
            select a.id, a.display_name, a.email, a.language, g.role, o.path
            from account a
            join role_grant g on g.account_id = a.id and g.taken_back_at is null
            join organisation o on o.id = g.organisation_id
            where a.closed_at is null and a.email is not null and a.email <> ''
            order by a.id
            """,
            row => new
            {
                Id = row.GetInt64(0),
                Name = row.GetString(1),
                Email = row.GetString(2),
                Language = row.TextOrNull(3),
                Granted = new Granted(Enum.Parse<Role>(row.GetString(4)), row.GetString(5)),
            },
            stop
        );
        return
        [
            .. grants
                .GroupBy(grant => grant.Id)
                .Select(all => new ReachablePerson(
                    new(all.Key, all.First().Name, [.. all.Select(grant => grant.Granted)]),
                    all.First().Email,
                    all.First().Language == "en"
                )),
        ];
    }
}
