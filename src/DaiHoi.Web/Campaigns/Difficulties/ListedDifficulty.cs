using System.Data.Common;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>A difficulty or a lesson as it stands in a list.</summary>
/// <param name="Path">of the organisation at whose congress it was met</param>
/// <param name="Sources">at how many congresses it was met, with those merged into it</param>
internal sealed record ListedDifficulty(
    long Id,
    bool IsLesson,
    DifficultyTopic Topic,
    string Text,
    string Organisation,
    string Path,
    DateOnly RecordedOn,
    string Holder,
    string? Answer,
    string? Article,
    DateTime? AnsweredAt,
    string? AnsweredFor,
    long Sources
)
{
    public bool IsAnswered => AnsweredAt is not null;

    public string Address => DifficultyAddress.Of(Id);

    /// <summary>Its columns; further ones come after them.</summary>
    public const string Columns = """
        d.id, d.is_lesson, d.topic, d.text, o.name, o.path, d.recorded_on, h.name, d.answer, d.article, d.answered_at, a.name,
        1 + (select count(*) from difficulty m where m.merged_into_id = d.id)
        """;

    /// <summary>Where they come from: d the difficulty, o its organisation, h who holds it, a who answered.</summary>
    public const string From = """
        from difficulty d
        join organisation o on o.id = d.organisation_id
        join organisation h on h.id = d.holder_id
        left join organisation a on a.id = d.answered_for_id
        """;

    /// <summary>From a row that begins with <see cref="Columns"/>.</summary>
    public static ListedDifficulty Of(DbDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetBoolean(1),
            Enum.Parse<DifficultyTopic>(row.GetString(2)),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.Day(6),
            row.GetString(7),
            row.TextOrNull(8),
            row.TextOrNull(9),
            row.UtcOrNull(10),
            row.TextOrNull(11),
            row.GetInt64(12)
        );
}
