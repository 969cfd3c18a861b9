using System.Text.Json;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>A body directly below the centre in the country's shape: one square of a schematic map.</summary>
/// <param name="Name">without what kind of body it is: "Hà Nội"</param>
/// <param name="Column">from the west, from 0</param>
/// <param name="Row">from the north, from 0; <see cref="OutsideProvinces"/> for bodies that are no province</param>
internal sealed record Tile(string Name, string Label, int Column, int Row)
{
    public const int OutsideProvinces = 22;

    private static readonly JsonSerializerOptions Shape = new() { PropertyNameCaseInsensitive = true };

    private static readonly Dictionary<string, Tile> Of2020 = Read("tiles-2020.json");

    /// <summary>The tiles of some bodies by their short names; empty where they are no map: fewer than half of them have one.</summary>
    public static Dictionary<string, Tile> MapOf(IReadOnlyCollection<string> names)
    {
        var known = names.Distinct().Where(Of2020.ContainsKey).ToDictionary(name => name, name => Of2020[name]);
        return known.Count >= 2 && known.Count * 2 >= names.Count ? known : [];
    }

    private static Dictionary<string, Tile> Read(string file)
    {
        using var stream = typeof(Tile).Assembly.GetManifestResourceStream($"Campaigns/Dashboards/{file}")!;
        return JsonSerializer.Deserialize<Tile[]>(stream, Shape)!.ToDictionary(tile => tile.Name);
    }
}
