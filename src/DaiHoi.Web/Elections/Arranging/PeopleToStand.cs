using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>People of the register who belong to the organisation of a congress or below it, for whoever keeps them.</summary>
internal sealed class PeopleToStand(PeopleRegister register)
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
        return [.. found.Where(one => IsOf(opened, one))];
    }

    /// <summary>One of them by his number; null for somebody else.</summary>
    public async Task<KnownPerson?> OneAsync(Database database, OpenedElection opened, long record, CancellationToken stop)
    {
        if (!opened.Rights.MayChooseFromRegister)
            return null;
        var known = (await PeopleRegister.FindAsync(database, [record], stop)).GetValueOrDefault(record);
        return known is not null && IsOf(opened, known) ? known : null;
    }

    private static bool IsOf(OpenedElection opened, KnownPerson known) =>
        known.Path.StartsWith(opened.Place.Path, StringComparison.Ordinal);
}
