using System.Data.Common;
using System.Globalization;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Organisations;

/// <summary>An organisation as it stood over some days.</summary>
/// <param name="From">first day; the least day there is where it has always been so</param>
/// <param name="To">last day, included; null without end</param>
/// <param name="Parent">null for the owner of the portal alone</param>
public sealed record OrganisationSpan(long Organisation, DateOnly From, DateOnly? To, long? Parent, string Level);

/// <summary>
/// Parents and levels of organisations on any day, for rooms that reckon with the tree as it was. Read inside the caller's
/// transaction, so that what is reckoned and what is written rest on the same tree.
/// </summary>
public sealed class TreeInTime
{
    private readonly Dictionary<long, OrganisationSpan[]> spans;

    private TreeInTime(IEnumerable<OrganisationSpan> read) =>
        spans = read.GroupBy(span => span.Organisation)
            .ToDictionary(group => group.Key, group => group.OrderBy(s => s.From).ToArray());

    public IReadOnlyCollection<long> Organisations => spans.Keys;

    public bool Knows(long organisation) => spans.ContainsKey(organisation);

    // Each step is a seek by (organisation, day); the ladder has some six rungs, so there are some six steps for each.
    // «Cross» keeps SQLite to this order: by itself it would read every version and look for it among the few.
    private const string Upward = """
            union
            select v.parent_id from up cross join organisation_version v
            where v.organisation_id = up.id and v.parent_id is not null
        )
        select v.organisation_id, v.valid_from, v.valid_to, v.parent_id, v.level
        from up cross join organisation_version v where v.organisation_id = up.id
        """;

    /// <summary>Some organisations and everything that ever was above them.</summary>
    public static async Task<TreeInTime> UpwardAsync(
        DbConnection connection,
        DbTransaction? transaction,
        IReadOnlyCollection<long> organisations,
        CancellationToken stop
    )
    {
        // Ids are numbers: nothing in this text comes from a person.
        var named = string.Join(",", organisations.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        return await ReadAsync(
            connection,
            transaction,
            $"with recursive up (id) as (select id from organisation where id in ({named}) {Upward}",
            stop
        );
    }

    /// <summary>One organisation and everything that ever was above it, as it is committed.</summary>
    public static async Task<TreeInTime> UpwardAsync(Sql sql, long organisation, CancellationToken stop) =>
        new(
            await sql.ListAsync(
                $"with recursive up (id) as (select id from organisation where id = @o {Upward}",
                Span,
                stop,
                ("o", organisation)
            )
        );

    /// <summary>The whole tree: 300,000 organisations take some 60 MB while they are held.</summary>
    public static Task<TreeInTime> WholeAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop) =>
        ReadAsync(
            connection,
            transaction,
            "select organisation_id, valid_from, valid_to, parent_id, level from organisation_version",
            stop
        );

    /// <summary>The stretches of an organisation in order of time; none where it is not known here.</summary>
    public IReadOnlyList<OrganisationSpan> Of(long organisation) => spans.TryGetValue(organisation, out var found) ? found : [];

    /// <summary>How it stood on a day; what has ended as it stood last, what was not yet founded as it was founded.</summary>
    public OrganisationSpan On(long organisation, DateOnly day)
    {
        var own = spans[organisation];
        var found = own[0];
        for (var i = 1; i < own.Length && own[i].From <= day; i++)
            found = own[i];
        return found;
    }

    /// <summary>The day on which it was founded.</summary>
    public DateOnly FoundedOn(long organisation) => spans[organisation][0].From;

    /// <summary>The first day without it; null where it has no end.</summary>
    public DateOnly? EndedFrom(long organisation) => spans[organisation][^1].To?.AddDays(1);

    /// <summary>An organisation and everything that was ever below it; of a tree that was read whole.</summary>
    public IReadOnlyCollection<long> EverBelow(long organisation)
    {
        var children = spans.Values.SelectMany(own => own).ToLookup(span => span.Parent, span => span.Organisation);
        var (below, waiting) = (new HashSet<long> { organisation }, new Stack<long>([organisation]));
        while (waiting.TryPop(out var at))
        {
            foreach (var child in children[at].Where(below.Add))
                waiting.Push(child);
        }
        return below;
    }

    private static async Task<TreeInTime> ReadAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        CancellationToken stop
    )
    {
        await using var command = Sql.Command(connection, sql);
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var read = new List<OrganisationSpan>();
        while (await reader.ReadAsync(stop))
            read.Add(Span(reader));
        return new TreeInTime(read);
    }

    private static OrganisationSpan Span(DbDataReader row) =>
        new(row.GetInt64(0), row.Day(1), row.DayOrNull(2), row.NumberOrNull(3), string.Intern(row.GetString(4)));
}
