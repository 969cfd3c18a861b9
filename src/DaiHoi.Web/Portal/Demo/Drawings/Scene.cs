using DaiHoi.Web.Portal.Demo.Drawings.Scenes;

namespace DaiHoi.Web.Portal.Demo.Drawings;

/// <summary>The scenes that the program can draw, by the name under which an article asks for them.</summary>
internal static class Scene
{
    private static readonly Dictionary<string, Action<Sheet>> ByName = new(StringComparer.Ordinal)
    {
        ["hall"] = Halls.Hall,
        ["online"] = Halls.Online,
        ["vote"] = Halls.Vote,
        ["class"] = Halls.Class,
        ["ballot"] = Tables.Ballot,
        ["meeting"] = Tables.Meeting,
        ["telephone"] = Tables.Telephone,
        ["archive"] = Tables.Archive,
        ["culture-house"] = Villages.CultureHouse,
        ["market"] = Villages.Market,
        ["evening"] = Villages.Evening,
        ["office"] = Towns.Office,
        ["factory"] = Towns.Factory,
        ["sunrise"] = Towns.Sunrise,
        ["rubber"] = Fields.Rubber,
        ["pepper"] = Fields.Pepper,
        ["rice"] = Fields.Rice,
        ["lake"] = Fields.Lake,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Draws a scene; the same name and seed give the same picture, another seed a variation.</summary>
    /// <exception cref="KeyNotFoundException">there is no scene of that name</exception>
    public static Sheet Draw(string name, int seed)
    {
        var draw = ByName[name];
        var sheet = new Sheet(seed);
        draw(sheet);
        sheet.Finish();
        return sheet;
    }
}
