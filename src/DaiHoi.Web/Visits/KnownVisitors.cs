using System.Text;

namespace DaiHoi.Web.Visits;

/// <summary>Visitors of the last half hour and the articles that they read in it, with the salts that their keys were made with.</summary>
/// <param name="Day">the site's day on which <see cref="Salts.Present"/> was new</param>
internal sealed record KnownVisitors(DateOnly Day, Salts Salts, Seen Visitors, Seen Readers)
{
    private const byte Form = 1;

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Form);
        writer.Write(Day.DayNumber);
        Write(writer, Salts.Browser);
        Write(writer, Salts.Present);
        writer.Write(Salts.Before is not null);
        if (Salts.Before is { } before)
            Write(writer, before);
        foreach (var views in new[] { Visitors.Present, Visitors.Before, Readers.Present, Readers.Before })
        {
            writer.Write(views.Count);
            foreach (var view in views)
            {
                writer.Write(view.Visitor);
                writer.Write(view.Second);
            }
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it was written in another form, or not whole.</summary>
    public static KnownVisitors? Of(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            if (reader.ReadByte() != Form)
                return null;
            var day = DateOnly.FromDayNumber(reader.ReadInt32());
            var salts = new Salts(ReadSalt(reader), ReadSalt(reader), reader.ReadBoolean() ? ReadSalt(reader) : null);
            return new(day, salts, ReadSeen(reader), ReadSeen(reader));
        }
        catch (Exception broken) when (broken is EndOfStreamException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, Salt salt)
    {
        writer.Write(salt.Low);
        writer.Write(salt.High);
    }

    private static Salt ReadSalt(BinaryReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64());

    private static Seen ReadSeen(BinaryReader reader) => new(ReadViews(reader), ReadViews(reader));

    private static List<PageView> ReadViews(BinaryReader reader)
    {
        var views = new List<PageView>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            views.Add(new(reader.ReadUInt64(), reader.ReadInt64()));
        return views;
    }
}

/// <summary>Keys and seconds: under the salt of the day, and those still under that of the day before.</summary>
internal sealed record Seen(IReadOnlyList<PageView> Present, IReadOnlyList<PageView> Before);
