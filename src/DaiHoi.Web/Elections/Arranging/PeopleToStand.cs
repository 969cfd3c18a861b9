using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>People of the register who belong to the organisation of a congress or below it, for whoever keeps them.</summary>
internal sealed class PeopleToStand(PeopleRegister register, Sql sql)
{
    /// <param name="words">the beginning of a name or a given name, two letters or more</param>
    public async Task<IReadOnlyList<KnownPerson>> FindAsync(
        Person person,
        Actor actor,
        OpenedElection opened,
        string words,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayArrange || !opened.Rights.MayChooseFromRegister)
            return [];
        var found = await register.SearchAsync(person, actor, words, stop);
        if (found.Count == 0)
            return [];
        // Ids are numbers: nothing in this text comes from a person.
        var ids = string.Join(',', found.Select(one => one.Organisation).Distinct());
        var own = await sql.ListAsync(
            $"select id from organisation where id in ({ids}) and path like @below",
            row => row.GetInt64(0),
            stop,
            ("below", opened.Place.Path + "%")
        );
        return [.. found.Where(one => own.Contains(one.Organisation))];
    }

    /// <summary>One of them by his number; null for somebody else.</summary>
    public async Task<KnownPerson?> OneAsync(Database database, OpenedElection opened, long record, CancellationToken stop)
    {
        if (!opened.Rights.MayChooseFromRegister)
            return null;
        var known = (await PeopleRegister.FindAsync(database, [record], stop)).GetValueOrDefault(record);
        if (known is null)
            return null;
        var below = opened.Place.Path + "%";
        var own = await database
            .Database.SqlQuery<long>(
                $"select count(*) as \"Value\" from organisation where id = {known.Organisation} and path like {below}"
            )
            .SingleAsync(stop);
        return own > 0 ? known : null;
    }
}
