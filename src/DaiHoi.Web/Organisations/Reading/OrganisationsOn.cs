using System.Data.Common;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Organisations.Reading;

/// <summary>An organisation as it was on a day.</summary>
/// <param name="Path">where it stands today: rights follow it</param>
/// <param name="Below">how many stood directly below it</param>
internal sealed record OrganisationOnDay(
    long Id,
    string Code,
    string Name,
    string? ShortName,
    string Kind,
    string Level,
    long? ParentId,
    string Path,
    long Below
);

/// <summary>One row of the line in time: what the organisation was from a day on, or that it ended.</summary>
internal sealed record TimelineEntry(
    DateOnly From,
    DateOnly? To,
    string Name,
    string Level,
    string? Above,
    string? Change,
    string? Decision,
    string? EndedBy,
    string? EndDecision,
    string? EndedInto
);

/// <summary>The tree on any day. One level is read at a time, by its index, however many lie below.</summary>
internal sealed class OrganisationsOn(Sql sql)
{
    public const int OnePage = 200;

    private const string Columns = """
        o.id, o.code, v.name, v.short_name, v.kind, v.level, v.parent_id, o.path,
        (select count(*) from organisation_version c where c.parent_id = o.id and c.valid_from <= @day
          and (c.valid_to is null or c.valid_to >= @day))
        """;

    private const string OnTheDay = "v.valid_from <= @day and (v.valid_to is null or v.valid_to >= @day)";

    /// <summary>What stood directly below an organisation, by code; one more than a page where there is more.</summary>
    /// <param name="after">the last code of the page before; null begins</param>
    public Task<List<OrganisationOnDay>> BelowAsync(long parent, DateOnly day, string? after, CancellationToken stop) =>
        sql.ListAsync(
            $"""
            select {Columns} from organisation_version v join organisation o on o.id = v.organisation_id
            where v.parent_id = @parent and {OnTheDay} and o.code > @after order by o.code limit {OnePage + 1}
            """,
            Read,
            stop,
            ("day", day),
            ("parent", parent),
            ("after", after ?? "")
        );

    public Task<OrganisationOnDay?> FindAsync(long id, DateOnly day, CancellationToken stop) =>
        sql.FirstAsync<OrganisationOnDay?>(
            $"select {Columns} from organisation_version v join organisation o on o.id = v.organisation_id where o.id = @id and {OnTheDay}",
            Read,
            stop,
            ("day", day),
            ("id", id)
        );

    /// <summary>What stood above an organisation on a day, the root of the tree first, itself last.</summary>
    public async Task<List<OrganisationOnDay>> WayToAsync(long id, DateOnly day, CancellationToken stop)
    {
        var way = new List<OrganisationOnDay>();
        for (
            long? at = id;
            at is { } next && await FindAsync(next, day, stop) is { ParentId: not null } found;
            at = found.ParentId
        )
            way.Insert(0, found);
        return way;
    }

    /// <summary>Everything that it was, in the order of days.</summary>
    public Task<List<TimelineEntry>> HistoryAsync(long id, CancellationToken stop) =>
        sql.ListAsync(
            """
            select v.valid_from, v.valid_to, v.name, v.level, case when p.parent_id is null then null else p.name end,
              c.kind, c.decision, e.kind, e.decision, case when e.organisation_id <> v.organisation_id then i.name end
            from organisation_version v
            left join organisation p on p.id = v.parent_id
            left join organisation_change c on c.id = v.change_id
            left join organisation_change e on e.id = v.ended_by_id
            left join organisation i on i.id = e.organisation_id
            where v.organisation_id = @id order by v.valid_from
            """,
            row => new TimelineEntry(
                row.Day(0),
                row.DayOrNull(1),
                row.GetString(2),
                row.GetString(3),
                row.TextOrNull(4),
                row.TextOrNull(5),
                row.TextOrNull(6),
                row.TextOrNull(7),
                row.TextOrNull(8),
                row.TextOrNull(9)
            ),
            stop,
            ("id", id)
        );

    private static OrganisationOnDay Read(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.TextOrNull(3),
            row.GetString(4),
            row.GetString(5),
            row.NumberOrNull(6),
            row.GetString(7),
            row.GetInt64(8)
        );
}
