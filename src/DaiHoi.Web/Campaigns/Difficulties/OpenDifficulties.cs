using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>One difficulty with all that belongs to it.</summary>
/// <param name="One">the one that stands for all that say the same</param>
/// <param name="Others">those that are merged into it and lie where the person may see them, the oldest first</param>
/// <param name="RecordedByName">null where it was met where the person does not read</param>
/// <param name="AnsweredByName">null likewise: there it is the organisation that answers</param>
/// <param name="Mendable">null where the person has not recorded it, or somebody has dealt with it</param>
/// <param name="Withdrawn">null while it stands</param>
/// <param name="Hidden">how many more are merged into it</param>
/// <param name="Files">of those places alone at which the person reads</param>
/// <param name="Steps">none where it was met where the person does not read</param>
internal sealed record OpenDifficulty(
    ListedDifficulty One,
    string Campaign,
    string HolderPath,
    string HolderCode,
    int Version,
    string? RecordedByName,
    string? AnsweredByName,
    MendableDifficulty? Mendable,
    WithdrawnDifficulty? Withdrawn,
    IReadOnlyList<ListedDifficulty> Others,
    long Hidden,
    IReadOnlyList<AttachedFile> Files,
    IReadOnlyList<TakenStep> Steps
);

/// <summary>What whoever recorded one may still correct.</summary>
/// <param name="Organisation">code of the one at whose congress it was met</param>
internal sealed record MendableDifficulty(string Organisation);

/// <summary>When it was withdrawn, by whom and why.</summary>
internal sealed record WithdrawnDifficulty(DateTime At, string ByName, string Reason);

/// <param name="Difficulty">to which of those that say the same it was attached</param>
internal sealed record AttachedFile(long Id, long Difficulty, bool IsPicture, string Name, long Length)
{
    public string Address => DifficultyAddress.OfFile(Id);
}

/// <summary>A step on its way.</summary>
internal sealed record TakenStep(DifficultyStepKind Kind, DateTime At, string ByName, string Holder, string? Note);

/// <summary>Opens one difficulty or lesson for who may read it (<see cref="DifficultyRights"/>).</summary>
internal sealed class OpenDifficulties(Sql sql)
{
    /// <summary>One, or that into which it was merged.</summary>
    /// <returns>null where there is none that the person may read</returns>
    public async Task<OpenDifficulty?> OneAsync(Person person, long id, CancellationToken stop)
    {
        var asked = await HeadAsync(id, stop);
        if (asked is null)
            return null;
        var head = asked.MergedInto is { } into ? await HeadAsync(into, stop) : asked;
        // Who recorded one that was merged reads the answer of the one.
        if (head is null || !(MaySee(person, head) || MaySee(person, asked)))
            return null;
        if (head.Withdrawn is not null && !DifficultyRights.MaySeeWithdrawn(person, head.One.Path, head.ById))
            return null;
        var merged = await sql.ListAsync(
            $"select {ListedDifficulty.Columns} {ListedDifficulty.From} where d.merged_into_id = @id order by d.id",
            ListedDifficulty.Of,
            stop,
            ("id", head.One.Id)
        );
        var seen = merged.Where(one => DifficultyRights.MaySee(person, one.Path)).ToList();
        var isOwn = DifficultyRights.MaySee(person, head.One.Path);
        var ids = seen.Select(one => one.Id).Append(isOwn ? head.One.Id : 0);
        var files = await sql.ListAsync(
            $"select id, difficulty_id, is_picture, name, length from difficulty_file where difficulty_id in ({string.Join(',', ids)}) order by id",
            row => new AttachedFile(row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2), row.GetString(3), row.GetInt64(4)),
            stop
        );
        var steps = !isOwn
            ? []
            : await sql.ListAsync(
                """
                select s.kind, s.at, s.by_name, h.name, s.note from difficulty_step s join organisation h on h.id = s.holder_id
                where s.difficulty_id = @id order by s.id
                """,
                row => new TakenStep(
                    Enum.Parse<DifficultyStepKind>(row.GetString(0)),
                    row.Utc(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.TextOrNull(4)
                ),
                stop,
                ("id", head.One.Id)
            );
        return new(
            head.One,
            head.Campaign,
            head.HolderPath,
            head.HolderCode,
            head.Version,
            isOwn ? head.By : null,
            isOwn ? head.AnsweredBy : null,
            person.Id == head.ById
            && head is { Withdrawn: null, One.IsAnswered: false }
            && merged.Count == 0
            && DifficultyRights.MayRecord(person, head.One.Path)
            && steps.TrueForAll(step => step.Kind is DifficultyStepKind.Recorded or DifficultyStepKind.Corrected)
                ? new(head.Organisation)
                : null,
            head.Withdrawn,
            seen,
            merged.Count - seen.Count,
            files,
            steps
        );
    }

    /// <summary>Of a file that is attached to something that the person may read.</summary>
    public async Task<(string Sha256, bool IsPicture, string Name)?> FileAsync(Person person, long id, CancellationToken stop)
    {
        var found = await sql.FirstAsync(
            "select sha256, is_picture, name, difficulty_id from difficulty_file where id = @id",
            row => (Sha256: row.GetString(0), IsPicture: row.GetBoolean(1), Name: row.GetString(2), Of: row.GetInt64(3)),
            stop,
            ("id", id)
        );
        return
            found.Sha256 is not null && await OneAsync(person, found.Of, stop) is { } one && one.Files.Any(file => file.Id == id)
            ? (found.Sha256, found.IsPicture, found.Name)
            : null;
    }

    private static bool MaySee(Person person, Head head) =>
        DifficultyRights.MaySee(person, head.One.Path)
        || (head.AnsweredForPath is { } answered && DifficultyRights.IsReached(person, answered));

    private Task<Head?> HeadAsync(long id, CancellationToken stop) =>
        sql.FirstAsync(
            $"""
            select {ListedDifficulty.Columns}, k.code, h.path, h.code, d.version, d.recorded_by_name, d.answered_by_name, d.merged_into_id, a.path,
                d.recorded_by_id, o.code, d.withdrawn_at, d.withdrawn_by_name, d.withdrawn_reason
            {ListedDifficulty.From} join campaign k on k.id = d.campaign_id where d.id = @id
            """,
            row => new Head(
                ListedDifficulty.Of(row),
                row.GetString(13),
                row.GetString(14),
                row.GetString(15),
                row.GetInt32(16),
                row.GetString(17),
                row.TextOrNull(18),
                row.NumberOrNull(19),
                row.TextOrNull(20),
                row.GetInt64(21),
                row.GetString(22),
                row.UtcOrNull(23) is { } at ? new(at, row.GetString(24), row.GetString(25)) : null
            ),
            stop,
            ("id", id)
        );

    private sealed record Head(
        ListedDifficulty One,
        string Campaign,
        string HolderPath,
        string HolderCode,
        int Version,
        string By,
        string? AnsweredBy,
        long? MergedInto,
        string? AnsweredForPath,
        long ById,
        string Organisation,
        WithdrawnDifficulty? Withdrawn
    );
}
