using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People.Keeping;

/// <summary>Somebody who may be the same person as another.</summary>
/// <param name="Organisation">name of where he belongs</param>
internal sealed record AlikePerson(
    long Id,
    long OrganisationId,
    string Organisation,
    string Path,
    string FullName,
    BirthDate Born
);

/// <summary>
/// Finds the same person again: the same name without marks and case, and dates of birth that may be one day. Where he belongs
/// does not part him from himself: people move.
/// </summary>
internal static class Alike
{
    // More than this have one name and one date of birth only where somebody writes them all.
    private const int Most = 20;

    /// <summary>Those who are like a person, whoever keeps them; the caller hides what the reader may not see.</summary>
    /// <param name="id">his own number; 0 where he has none yet. Those whom somebody has told apart from him are left out</param>
    public static async Task<List<AlikePerson>> ToAsync(Database database, PersonData data, long id, CancellationToken stop)
    {
        var folded = Platform.Text.Fold.Letters(data.Name.Full);
        var (from, until) = (new DateOnly(data.Born.First.Year, 1, 1), new DateOnly(data.Born.First.Year, 12, 31));
        var rows = await database
            .Set<RegisteredPerson>()
            .AsNoTracking()
            .Where(p => p.Folded == folded && p.BornOn >= from && p.BornOn <= until && p.Id != id)
            .Where(p =>
                !database
                    .Set<ToldApart>()
                    .Any(pair => (pair.PersonId == p.Id && pair.OtherId == id) || (pair.OtherId == p.Id && pair.PersonId == id))
            )
            .Join(
                database.Set<Organisations.Organisation>(),
                p => p.OrganisationId,
                o => o.Id,
                (p, o) =>
                    new
                    {
                        p.Id,
                        p.OrganisationId,
                        o.Name,
                        o.Path,
                        p.FullName,
                        p.BornOn,
                        p.BornKnown,
                    }
            )
            .OrderBy(p => p.Id)
            .Take(10 * Most)
            .ToListAsync(stop);
        return
        [
            .. rows.Select(p => new AlikePerson(
                    p.Id,
                    p.OrganisationId,
                    p.Name,
                    p.Path,
                    p.FullName,
                    new(p.BornOn!.Value, p.BornKnown)
                ))
                .Where(p => p.Born.MayBe(data.Born))
                .Take(Most),
        ];
    }
}
