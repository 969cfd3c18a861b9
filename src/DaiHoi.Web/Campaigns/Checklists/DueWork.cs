using System.Data.Common;
using System.Globalization;
using System.Text;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Campaigns.Checklists;

/// <summary>What is to be done by whom it is late for.</summary>
internal enum DueKind
{
    /// <summary>The day of the congress and the days for entering it are over, and nobody has said what became of it.</summary>
    NotReported,

    /// <summary>An item of the checklist whose day has passed.</summary>
    Overdue,

    /// <summary>An item of the checklist that is due within a week.</summary>
    Soon,
}

/// <summary>One congress that owes something.</summary>
/// <param name="Text">of the item; null where the entry itself is missing</param>
internal sealed record DueLine(
    DueKind Kind,
    string Code,
    string Name,
    string Path,
    DateOnly Due,
    string? Text,
    string? Responsible
);

/// <summary>How much is owed somewhere.</summary>
internal sealed record DueCount(long NotReported, long Overdue, long Soon)
{
    public static DueCount None { get; } = new(0, 0, 0);
    public bool IsNothing => NotReported + Overdue + Soon == 0;

    public long this[DueKind kind] =>
        kind switch
        {
            DueKind.NotReported => NotReported,
            DueKind.Overdue => Overdue,
            DueKind.Soon => Soon,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public DueCount And(DueKind kind, long more) =>
        kind switch
        {
            DueKind.NotReported => this with { NotReported = NotReported + more },
            DueKind.Overdue => this with { Overdue = Overdue + more },
            DueKind.Soon => this with { Soon = Soon + more },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}

/// <summary>
/// What is due or late at and below an organisation. Nothing is kept for it: each level and each item is a few ranges of the
/// index over status and day of congresses. What can no longer be done is no longer asked for: preparations after the congress was held,
/// anything once it is ratified, exempt or annulled.
/// </summary>
internal sealed class DueWork(Sql sql)
{
    // A congress has a day only when something is recorded of it. What is over is not read: the status stands before the day.
    private const string BeforeIt = "('Preparing', 'PlanSubmitted', 'PlanApproved')";
    private const string UntilRatified = "('Preparing', 'PlanSubmitted', 'PlanApproved', 'Held', 'ResultReported')";

    /// <summary>The first of one kind, the longest overdue first.</summary>
    public async Task<List<DueLine>> ListAsync(
        CampaignFrame frame,
        string path,
        DueKind kind,
        DateOnly today,
        int count,
        CancellationToken stop
    )
    {
        var question = QuestionOf(frame, await ItemsAsync(frame, stop), path, kind, today);
        return question.IsEmpty
            ? []
            : await sql.ListAsync(
                $"select * from ({question.Text}) due order by due_day, code limit @count",
                row => Line(row, question),
                stop,
                [.. question.Parameters, ("count", count)]
            );
    }

    /// <summary>How much is owed at an organisation and at each one directly below it, by id.</summary>
    /// <param name="path">of the organisation</param>
    public async Task<(DueCount Whole, IReadOnlyDictionary<long, DueCount> Below)> CountAsync(
        CampaignFrame frame,
        string path,
        DateOnly today,
        CancellationToken stop
    )
    {
        var items = await ItemsAsync(frame, stop);
        var whole = DueCount.None;
        var below = new Dictionary<long, DueCount>();
        // One kind at a time: SQLite puts no more than 500 ranges together.
        foreach (var kind in Enum.GetValues<DueKind>())
        {
            var question = QuestionOf(frame, items, path, kind, today);
            if (question.IsEmpty)
                continue;
            var rows = await sql.ListAsync(
                $"select path, count(*) from ({question.Text}) due group by path",
                row => (Path: row.GetString(0), Count: row.GetInt64(1)),
                stop,
                [.. question.Parameters]
            );
            foreach (var (at, count) in rows)
            {
                whole = whole.And(kind, count);
                if (at.Length == path.Length)
                    continue;
                var child = long.Parse(
                    at.AsSpan(path.Length, at.IndexOf('/', path.Length) - path.Length),
                    CultureInfo.InvariantCulture
                );
                below[child] = (below.GetValueOrDefault(child) ?? DueCount.None).And(kind, count);
            }
        }
        return (whole, below);
    }

    private Task<List<Item>> ItemsAsync(CampaignFrame frame, CancellationToken stop) =>
        sql.ListAsync(
            "select id, level, days, text, responsible from checklist_item where campaign_id = @c and ended_on is null",
            row => new Item(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetString(3), row.TextOrNull(4)),
            stop,
            ("c", frame.Id)
        );

    private Question QuestionOf(CampaignFrame frame, List<Item> items, string path, DueKind kind, DateOnly today)
    {
        var question = new Question(kind, items.ToDictionary(item => item.Id), sql.IsPostgres);
        question.With("c", frame.Id);
        question.With("path", path + "%");
        if (kind == DueKind.NotReported)
        {
            foreach (var level in frame.Levels)
                question.Add(level.Ordinal, null, level.EntryDays, null, today.AddDays(-level.EntryDays), BeforeIt);
            return question;
        }
        foreach (var item in items)
        {
            var (from, before) =
                kind == DueKind.Overdue
                    ? ((DateOnly?)null, today.AddDays(-item.Days))
                    : (today.AddDays(-item.Days), today.AddDays(ChecklistLine.SoonDays + 1 - item.Days));
            question.Add(item.Level, item.Id, item.Days, from, before, item.Days < 0 ? BeforeIt : UntilRatified);
        }
        return question;
    }

    private static DueLine Line(DbDataReader row, Question question)
    {
        var item = question.Items.GetValueOrDefault(row.GetInt64(0));
        return new(
            question.Kind,
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.Day(4),
            item?.Text,
            item?.Responsible
        );
    }

    private sealed record Item(long Id, int Level, int Days, string Text, string? Responsible);

    /// <summary>Ranges of the index over the days of congresses, one for each level or item, put together.</summary>
    private sealed class Question(DueKind kind, Dictionary<long, Item> items, bool postgres)
    {
        private readonly StringBuilder text = new();
        private int ranges;

        public DueKind Kind => kind;
        public Dictionary<long, Item> Items => items;
        public List<(string Name, object? Value)> Parameters { get; } = [];
        public string Text => text.ToString();
        public bool IsEmpty => ranges == 0;

        public void With(string name, object value) => Parameters.Add((name, value));

        // Places, numbers of items and days are numbers of the program: nothing in this text comes from a person.
        public void Add(int level, long? item, int days, DateOnly? from, DateOnly before, string statuses)
        {
            var i = ranges++;
            var later = postgres
                ? FormattableString.Invariant($"c.day + ({days})")
                : FormattableString.Invariant($"date(c.day, '{days} days')");
            if (i > 0)
                text.Append(" union all ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"""
                select {item ?? 0} as item, o.code, o.name, o.path, {later} as due_day
                from congress c join organisation o on o.id = c.organisation_id
                where c.campaign_id = @c and c.level = {level} and c.status in {statuses} and c.day < @b{i} and o.path like @path
                """
            );
            Parameters.Add((FormattableString.Invariant($"b{i}"), before));
            if (from is { } first)
            {
                text.Append(CultureInfo.InvariantCulture, $" and c.day >= @f{i}");
                Parameters.Add((FormattableString.Invariant($"f{i}"), first));
            }
            if (item is { } id)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" and not exists (select 1 from checklist_mark m where m.congress_id = c.id and m.item_id = {id})"
                );
        }
    }
}
