using System.Buffers.Binary;
using System.Security.Cryptography;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Visits;

/// <summary>Hands the visitors of the last half hour from a process that stops to one that starts.</summary>
internal sealed class CarryOverStore(Sql sql)
{
    public async Task SaveAsync(KnownVisitors visitors, long second, CancellationToken stop)
    {
        // By chance and not by a sequence: several instances may stop at once.
        var id = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
        await sql.RunAsync(
            "insert into visit_carry_over (id, saved_at, visitors) values (@id, @at, @visitors)",
            stop,
            ("id", id),
            ("at", second),
            ("visitors", visitors.ToBytes())
        );
    }

    /// <summary>Takes what was last saved, if less than half an hour ago; what is older is deleted unread.</summary>
    public async Task<KnownVisitors?> TakeAsync(long second, CancellationToken stop)
    {
        await sql.RunAsync("delete from visit_carry_over where saved_at <= @old", stop, ("old", second - VisitorTable.Gap));
        var saved = await sql.ListAsync(
            "select id, visitors from visit_carry_over order by saved_at desc",
            row => (Id: row.GetInt64(0), Visitors: row.GetFieldValue<byte[]>(1)),
            stop
        );
        foreach (var (id, visitors) in saved)
        {
            // Of several instances that start at once, one deletes it, and that one has it.
            if (await sql.RunAsync("delete from visit_carry_over where id = @id", stop, ("id", id)) == 1)
                return KnownVisitors.Of(visitors);
        }
        return null;
    }
}
