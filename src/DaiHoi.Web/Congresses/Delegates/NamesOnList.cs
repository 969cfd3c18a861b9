using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Somebody on a list, by what tells people apart.</summary>
/// <param name="Born">null where nobody has said</param>
/// <param name="Row">of the file in which he stands; null for who was listed before</param>
internal sealed record NameOnList(string Name, long? Record, BirthDate? Born, int? Row);

/// <summary>
/// All names of a list, so that one who may be somebody else again is found. Names tell people apart (<see cref="AlikeNames"/>), and
/// so do two records and two dates of birth.
/// </summary>
internal sealed class NamesOnList
{
    private readonly Dictionary<string, List<NameOnList>> byLetters = new(StringComparer.Ordinal);

    public static async Task<NamesOnList> OfAsync(Database database, long congress, CancellationToken stop)
    {
        var listed = await DelegateListing
            .Standing(database, congress)
            .AsNoTracking()
            .Select(one => new { one.Name, one.PersonId })
            .ToListAsync(stop);
        var people = await PeopleRegister.FindAsync(database, [.. listed.Select(one => one.PersonId).OfType<long>()], stop);
        var names = new NamesOnList();
        foreach (var one in listed)
        {
            var known = one.PersonId is { } record ? people.GetValueOrDefault(record) : null;
            names.Add(new(one.Name, known?.Id, known?.Data.Born, Row: null));
        }
        return names;
    }

    public void Add(NameOnList one) => Of(one.Name).Add(one);

    /// <summary>Who on the list may be the same as another who is to stand there; null where nobody may.</summary>
    public NameOnList? AlikeTo(NameOnList another) => Of(another.Name).Find(one => MayBe(one, another));

    // Two records are two people: somebody has told them apart when they were written.
    private static bool MayBe(NameOnList one, NameOnList another) =>
        one.Record is { } record && another.Record is { } other
            ? record == other
            : AlikeNames.MayBeOne(one.Name, another.Name)
                && (one.Born is not { } born || another.Born is not { } day || born.MayBe(day));

    private List<NameOnList> Of(string name)
    {
        var letters = Fold.Letters(name);
        return byLetters.TryGetValue(letters, out var those) ? those : byLetters[letters] = [];
    }
}
