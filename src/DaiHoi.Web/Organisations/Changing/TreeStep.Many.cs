using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Organisations.Changing;

/// <content>Many organisations by one statement each.</content>
internal sealed partial class TreeStep
{
    /// <summary>Brings everything that stands open directly below an organisation below another one.</summary>
    public async Task MoveChildrenAsync(Organisation from, Organisation to, CancellationToken stop)
    {
        var children = await database
            .Set<Organisation>()
            .Where(o => o.ParentId == from.Id && o.ValidTo == null)
            .Select(o => o.Id)
            .ToListAsync(stop);
        await MoveAsync(children, to, stop);
    }

    /// <summary>Brings organisations, none of which stands below another of them, below one.</summary>
    public async Task MoveAsync(IReadOnlyCollection<long> organisations, Organisation to, CancellationToken stop)
    {
        foreach (var few in organisations.Chunk(MostAtOnce))
        {
            if (await LaterAsync(few, stop) is { } later)
            {
                Refuse("on", "tree-later-change", later.Name, later.ValidFrom);
                return;
            }
            await database
                .Set<Organisation>()
                .Where(o => few.Contains(o.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.ParentId, to.Id), stop);
            await database
                .Set<OrganisationVersion>()
                .Where(v => few.Contains(v.OrganisationId) && v.ValidTo == null && v.ValidFrom == On)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.ParentId, to.Id).SetProperty(v => v.ChangeId, change.Id), stop);
            await BeginVersionsAsync(few, to.Id, stop);
            await PlaceAsync(few, stop);
        }
    }

    /// <summary>Brings what stands open directly below organisations below what stands above each of them.</summary>
    public async Task LiftChildrenAsync(IReadOnlyList<Organisation> organisations, CancellationToken stop)
    {
        foreach (var above in organisations.GroupBy(one => one.ParentId!.Value))
        {
            var from = above.Select(one => one.Id).ToList();
            var to = await database.Set<Organisation>().FirstAsync(o => o.Id == above.Key, stop);
            var children = await database
                .Set<Organisation>()
                .Where(o => o.ParentId != null && from.Contains(o.ParentId.Value) && o.ValidTo == null)
                .Select(o => o.Id)
                .ToListAsync(stop);
            await MoveAsync(children, to, stop);
        }
    }

    /// <summary>Ends organisations with the day before.</summary>
    /// <param name="field">beside which it is said that one of them cannot end</param>
    public async Task CloseAsync(string field, IReadOnlyCollection<long> organisations, CancellationToken stop)
    {
        var (before, id) = (DayBefore, change.Id);
        foreach (var few in organisations.Chunk(MostAtOnce))
        {
            var begun = await database
                .Set<OrganisationVersion>()
                .Where(v => few.Contains(v.OrganisationId) && v.ValidFrom >= On)
                .OrderBy(v => v.Id)
                .FirstOrDefaultAsync(stop);
            if (begun is not null)
            {
                Refuse(field, "tree-later-change", begun.Name, begun.ValidFrom);
                return;
            }
            await database
                .Set<OrganisationVersion>()
                .Where(v => few.Contains(v.OrganisationId) && v.ValidTo == null)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.ValidTo, before).SetProperty(v => v.EndedById, id), stop);
            await database
                .Set<Organisation>()
                .Where(o => few.Contains(o.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.ValidTo, before), stop);
        }
    }

    /// <summary>The organisation and all that stand open below it.</summary>
    public Task<List<long>> AtAndBelowAsync(Organisation organisation, CancellationToken stop) =>
        Below(organisation).Where(o => o.ValidTo == null).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(stop);

    /// <summary>What of a level stands open at or below an organisation.</summary>
    public Task<List<Organisation>> OfLevelBelowAsync(Organisation organisation, string level, CancellationToken stop) =>
        Below(organisation).AsNoTracking().Where(o => o.ValidTo == null && o.Level == level).OrderBy(o => o.Id).ToListAsync(stop);

    /// <summary>What of a level stood at or below an organisation on the day of the change.</summary>
    public Task<List<(long Id, string Name)>> OfLevelBelowOnTheDayAsync(
        Organisation organisation,
        string level,
        CancellationToken stop
    ) =>
        ListAsync(
            """
            with recursive below(id) as (
              select @within
              union
              select v.organisation_id from below b cross join organisation_version v
              where v.parent_id = b.id and v.valid_from <= @on and (v.valid_to is null or v.valid_to >= @on))
            select v.organisation_id, v.name from below b cross join organisation_version v
            where v.organisation_id = b.id and v.level = @level and v.valid_from <= @on and (v.valid_to is null or v.valid_to >= @on)
            order by v.organisation_id
            """,
            row => (row.GetInt64(0), row.GetString(1)),
            stop,
            ("within", organisation.Id),
            ("level", level)
        );

    private IQueryable<Organisation> Below(Organisation organisation) => BelowPath.Of(database, organisation.Path);

    // Not too many values for one statement, on either database.
    private const int MostAtOnce = 10_000;

    private Task<OrganisationVersion?> LaterAsync(long[] organisations, CancellationToken stop) =>
        database
            .Set<OrganisationVersion>()
            .AsNoTracking()
            .Where(v => organisations.Contains(v.OrganisationId) && v.ValidFrom > On)
            .OrderBy(v => v.Id)
            .FirstOrDefaultAsync(stop);

    // The new version first: the old one tells what it takes over as long as it is open.
    private async Task BeginVersionsAsync(long[] organisations, long parent, CancellationToken stop)
    {
        var (on, before, id) = (On, DayBefore, change.Id);
        foreach (var part in organisations.Chunk(500))
        {
            var list = string.Join(',', part.Select(one => one.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            // Numbers of the database, nothing that anybody typed.
#pragma warning disable EF1002
            await database.Database.ExecuteSqlRawAsync(
                $$"""
                insert into organisation_version (organisation_id, valid_from, name, short_name, kind, level, parent_id, change_id)
                select organisation_id, {0}, name, short_name, kind, level, {1}, {2} from organisation_version
                where valid_to is null and valid_from < {0} and organisation_id in ({{list}})
                """,
                [on, parent, id],
                stop
            );
            await database.Database.ExecuteSqlRawAsync(
                $$"""
                update organisation_version set valid_to = {1}
                where valid_to is null and valid_from < {0} and organisation_id in ({{list}})
                """,
                [on, before],
                stop
            );
#pragma warning restore EF1002
        }
    }

    /// <summary>Writes the paths of organisations and of all below them anew, from what stands above them now.</summary>
    public async Task PlaceAsync(IReadOnlyCollection<long> organisations, CancellationToken stop)
    {
        // The operators of the index on PostgreSQL compare bytes, whatever the order of letters on the server.
        var (from, until) = database.Database.IsNpgsql() ? ("~>=~", "~<~") : (">=", "<");
        foreach (var part in organisations.Chunk(500))
        {
            var list = string.Join(',', part.Select(one => one.ToString(System.Globalization.CultureInfo.InvariantCulture)));
#pragma warning disable EF1002
            await database.Database.ExecuteSqlRawAsync(
                $"""
                with moved as (
                  select c.path as old, substr(c.path, 1, length(c.path) - 1) || '0' as past, p.path || c.id || '/' as new
                  from organisation c join organisation p on p.id = c.parent_id where c.id in ({list}))
                update organisation set path = moved.new || substr(organisation.path, length(moved.old) + 1)
                from moved where organisation.path {from} moved.old and organisation.path {until} moved.past
                """,
                stop
            );
#pragma warning restore EF1002
        }
    }
}
