using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>
/// Carries on to the list of the congress above whose record an elected delegate is, where he stands there by name only. What that
/// congress has found itself stays.
/// </summary>
public static class RecordsOfElected
{
    /// <param name="database">with the transaction in which his record is found; the caller commits</param>
    /// <param name="election">its id, from whose result he stands above</param>
    /// <returns>the row of the list and the key of what has changed above; null where nothing has</returns>
    public static async Task<(long Listed, string Key)?> FindAsync(
        Database database,
        long election,
        string name,
        long record,
        CancellationToken stop
    )
    {
        var congress = await database
            .Set<ListedDelegate>()
            .Where(one => one.ElectionId == election && one.EndedAt == null)
            .Select(one => (long?)one.CongressId)
            .FirstOrDefaultAsync(stop);
        if (congress is not { } above)
            return null;
        await CongressBook.HoldAsync(database, above, stop);
        var nameless = await DelegateListing
            .Standing(database, above)
            .Where(one => one.ElectionId == election && one.PersonId == null)
            .ToListAsync(stop);
        if (nameless.FindAll(one => PersonName.IsSame(one.Name, name)) is not [var listed])
            return null;
        // One record stands once in the list of those elected; a second time it is for people to look at.
        if (
            await DelegateListing
                .Standing(database, above)
                .AnyAsync(one => one.PersonId == record && one.Kind == listed.Kind, stop)
        )
            return null;
        listed.Find(record);
        return (listed.Id, OpenedCongress.KeyOf(above));
    }

    /// <summary>Takes back what <see cref="FindAsync"/> has carried on, where nobody has found another record since.</summary>
    /// <param name="listed">the row that it has named</param>
    /// <returns>the key of what has changed above; null where nothing has</returns>
    public static async Task<string?> LoseAsync(Database database, long listed, long record, CancellationToken stop)
    {
        if (await database.Set<ListedDelegate>().FirstOrDefaultAsync(one => one.Id == listed, stop) is not { } found)
            return null;
        await CongressBook.HoldAsync(database, found.CongressId, stop);
        await database.Entry(found).ReloadAsync(stop);
        if (found.PersonId != record)
            return null;
        found.Lose();
        return OpenedCongress.KeyOf(found.CongressId);
    }
}
