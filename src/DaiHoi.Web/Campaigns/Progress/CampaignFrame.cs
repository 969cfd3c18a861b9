using System.Data.Common;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>A campaign as everything that reckons needs it: what was decided when it opened, and who has narrowed its windows.</summary>
/// <param name="Root">id of the organisation at its top</param>
/// <param name="Levels">those whose congresses belong to it, from the top down</param>
/// <param name="LastDays">until when congresses may be held</param>
/// <param name="FirstDays">from when on</param>
internal sealed record CampaignFrame(
    long Id,
    string Code,
    string Name,
    string? Term,
    string Rules,
    long Root,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    IReadOnlyList<FrameLevel> Levels,
    LastDays LastDays,
    FirstDays FirstDays
)
{
    /// <summary>Under which its entries are announced and recorded: "campaign:7".</summary>
    public string ChangeKey => KeyOf(Id);

    /// <inheritdoc cref="ChangeKey"/>
    public static string KeyOf(long campaign) => FormattableString.Invariant($"campaign:{campaign}");

    /// <summary>What its regulations say.</summary>
    public RuleSet RuleSet =>
        RuleSet.Named(Rules) ?? throw new InvalidOperationException($"campaign {Code} is held under unknown rules {Rules}");

    public FrameLevel? Level(string code) => Levels.FirstOrDefault(level => level.Code == code);

    public FrameLevel Level(int ordinal) => Levels.First(level => level.Ordinal == ordinal);

    /// <summary>When the congress of an organisation may be held, as the levels that stand above it on a day leave it.</summary>
    /// <param name="tree">holds the organisation and everything above it</param>
    /// <returns>null where nobody has set a day</returns>
    public Period? WindowOf(long organisation, int level, TreeInTime tree, DateOnly day)
    {
        var stretch = Scope.Of(tree, organisation, level, Root, LastDays).On(day.DayNumber);
        var first = FirstDays.Of(level, stretch.Above);
        return first is null && stretch.LastDay is null
            ? null
            : new(first, stretch.LastDay is { } last ? DateOnly.FromDayNumber(last) : null);
    }

    /// <summary>The day for which one asks where nobody names one: today, or the day on which it was closed.</summary>
    public DateOnly DayOf(DateOnly today) => ClosedOn is { } closed && closed < today ? closed : today;

    /// <returns>null where there is no campaign of that code</returns>
    public static async Task<CampaignFrame?> ReadAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string code,
        CancellationToken stop
    ) => (await ReadAllAsync(connection, transaction, stop)).FirstOrDefault(frame => frame.Code == code);

    /// <summary>All campaigns, the newest first.</summary>
    public static async Task<IReadOnlyList<CampaignFrame>> ReadAllAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken stop
    )
    {
        var levels = await RowsAsync(
            connection,
            transaction,
            "select campaign_id, ordinal, code, window_from, window_until, entry_days from campaign_level order by campaign_id, ordinal",
            row =>
                (
                    Campaign: row.GetInt64(0),
                    Level: new FrameLevel(row.GetInt32(1), row.GetString(2), row.DayOrNull(3), row.DayOrNull(4), row.GetInt32(5))
                ),
            stop
        );
        var narrowed = await RowsAsync(
            connection,
            transaction,
            "select campaign_id, organisation_id, ordinal, window_from, window_until from narrowed_window",
            row =>
                (
                    Campaign: row.GetInt64(0),
                    Place: (row.GetInt64(1), row.GetInt32(2)),
                    From: row.DayOrNull(3),
                    Until: row.DayOrNull(4)
                ),
            stop
        );
        return await RowsAsync(
            connection,
            transaction,
            "select id, code, name, term, rules, root_id, opened_on, closed_on from campaign order by opened_on desc, id desc",
            row =>
            {
                var id = row.GetInt64(0);
                var own = levels.Where(level => level.Campaign == id).Select(level => level.Level).ToList();
                return new CampaignFrame(
                    id,
                    row.GetString(1),
                    row.GetString(2),
                    row.TextOrNull(3),
                    row.GetString(4),
                    row.GetInt64(5),
                    row.Day(6),
                    row.DayOrNull(7),
                    own,
                    new(
                        own.ToDictionary(level => level.Ordinal, level => level.Until?.DayNumber),
                        narrowed
                            .Where(window => window.Campaign == id && window.Until is not null)
                            .ToDictionary(window => window.Place, window => window.Until!.Value.DayNumber)
                    ),
                    new(
                        own.ToDictionary(level => level.Ordinal, level => level.From),
                        narrowed
                            .Where(window => window.Campaign == id && window.From is not null)
                            .ToDictionary(window => window.Place, window => window.From!.Value)
                    )
                );
            },
            stop
        );
    }

    private static async Task<List<T>> RowsAsync<T>(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        Func<DbDataReader, T> row,
        CancellationToken stop
    )
    {
        await using var command = Sql.Command(connection, sql);
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(stop))
            rows.Add(row(reader));
        return rows;
    }
}

/// <param name="Ordinal">place in the ladder of the rule set, from 0 at the top</param>
/// <param name="From">first day of its window; null where open</param>
/// <param name="Until">last day of its window, included; null where open</param>
/// <param name="EntryDays">within so many days of what happened it is to be entered</param>
internal sealed record FrameLevel(int Ordinal, string Code, DateOnly? From, DateOnly? Until, int EntryDays);
