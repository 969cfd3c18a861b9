using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Campaigns.Evidence;

/// <summary>A file as it stands beside what it shows.</summary>
internal sealed record AttachedEvidence(
    long Id,
    long? EventId,
    long? ItemId,
    bool IsPicture,
    string Name,
    long Length,
    DateOnly AddedOn,
    string AddedByName
)
{
    public string Address => FormattableString.Invariant($"/minh-chung/{Id}");

    /// <summary>What is attached to one congress and was not taken back, in the order in which it came.</summary>
    public static Task<List<AttachedEvidence>> OfAsync(Sql sql, long congress, CancellationToken stop) =>
        sql.ListAsync(
            """
            select id, event_id, item_id, is_picture, name, length, added_on, added_by_name from evidence_file
            where congress_id = @c and taken_back_at is null order by id
            """,
            row => new AttachedEvidence(
                row.GetInt64(0),
                row.NumberOrNull(1),
                row.NumberOrNull(2),
                row.GetBoolean(3),
                row.GetString(4),
                row.GetInt64(5),
                row.Day(6),
                row.GetString(7)
            ),
            stop,
            ("c", congress)
        );

    /// <summary>Hands a file out to who may see its congress: a photo to look at, a PDF to save.</summary>
    public static async Task<IResult> HandOutAsync(HttpContext context, long id, Sql sql, EvidenceStore store)
    {
        var found = await sql.FirstAsync(
            """
            select e.sha256, e.is_picture, e.name, o.path
            from evidence_file e join congress c on c.id = e.congress_id join organisation o on o.id = c.organisation_id
            where e.id = @id and e.taken_back_at is null
            """,
            row => new
            {
                Sha256 = row.GetString(0),
                IsPicture = row.GetBoolean(1),
                Name = row.GetString(2),
                Path = row.GetString(3),
            },
            context.RequestAborted,
            ("id", id)
        );
        return found is not null && StepRights.MaySee(Person.Behind(context), found.Path)
            ? store.HandOut(context, found.Sha256, found.IsPicture, found.Name)
            : Results.NotFound();
    }
}
