using System.Globalization;
using System.Text.Json;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Demo;

/// <summary>
/// The made-up country of 2020: the real counts and the real names of the bodies directly under the Centre; everything below
/// them is generated and says so. Always the same.
/// </summary>
/// <remarks>
/// 67 bodies directly under the Centre and 52,105 grassroots organisations: the counts of the campaign of 2020. Members and
/// districts of each are round numbers near those that provinces have published, and decide how the rest is shared out.
/// </remarks>
internal static class NationalCountry
{
    public const string RootCode = "VN";
    public const int Districts = 1_300;
    public const int Grassroots = 52_105;
    public const int Branches = 250_000;

    /// <summary>All organisations, each after the one above it.</summary>
    /// <param name="whole">down to the branches in all provinces; null for all of them, else only below this province</param>
    public static IReadOnlyList<PlantedOrganisation> Make(string? whole)
    {
        var provinces = Provinces();
        var made = new List<PlantedOrganisation>(whole is null ? 304_000 : 20_000)
        {
            new(RootCode, "Đảng bộ toàn quốc", "Toàn quốc", "central", -1, provinces.Sum(province => province.Members)),
        };
        var districts = Share(Districts, [.. provinces.Select(province => (long)province.Districts)]);
        var grassroots = Share(Grassroots, [.. provinces.Select(province => (long)province.Members)]);
        var branches = Share(Branches, [.. provinces.Select(province => (long)province.Members)]);
        for (var p = 0; p < provinces.Count; p++)
        {
            var province = provinces[p];
            made.Add(new(province.Code, province.Name, province.Short, "province", 0, province.Members));
            AddDistricts(
                made,
                made.Count - 1,
                province,
                districts[p],
                grassroots[p],
                whole is null || whole == province.Code ? branches[p] : 0
            );
        }
        return made;
    }

    /// <summary>The bodies directly under the Centre, in the order in which they are listed.</summary>
    public static IReadOnlyList<Province> Provinces()
    {
        using var stream =
            typeof(NationalCountry).Assembly.GetManifestResourceStream("Campaigns/Demo/provinces.json")
            ?? throw new InvalidOperationException("provinces.json is missing from the program");
        return JsonSerializer.Deserialize<List<Province>>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>Shares a whole out by weights, by largest remainder; every weight above 0 gets at least one where there are enough.</summary>
    internal static int[] Share(int whole, long[] weights)
    {
        var sum = weights.Sum();
        var parts = Array.ConvertAll(weights, weight => (int)(whole * weight / sum));
        var left = whole - parts.Sum();
        foreach (
            var i in Enumerable
                .Range(0, weights.Length)
                .OrderByDescending(i => whole * weights[i] % sum)
                .ThenBy(i => i)
                .Take(left)
        )
            parts[i]++;
        return parts;
    }

    private static void AddDistricts(
        List<PlantedOrganisation> made,
        int province,
        Province named,
        int districts,
        int grassroots,
        int branches
    )
    {
        // Neighbours differ as districts do: the largest has about three times as many as the smallest.
        var weights = Enumerable.Range(0, districts).Select(d => 50L + (d * 37 % 101)).ToArray();
        var (below, leaves) = (Share(grassroots, weights), Share(branches, weights));
        for (var d = 0; d < districts; d++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{named.Code}-{d + 1:00}");
            var number = string.Create(CultureInfo.InvariantCulture, $"{d + 1:00}");
            var members = (int)(named.Members * weights[d] / weights.Sum());
            made.Add(
                new(
                    code,
                    $"Đảng bộ cấp huyện số {number}, {named.Short} (minh họa)",
                    $"Cấp huyện số {number}",
                    "district",
                    province,
                    members
                )
            );
            AddGrassroots(made, $"cấp huyện số {number} {named.Short}", code, members, below[d], leaves[d]);
        }
    }

    private static void AddGrassroots(
        List<PlantedOrganisation> made,
        string district,
        string above,
        int membersAbove,
        int grassroots,
        int branches
    )
    {
        var place = made.Count - 1;
        var leaves = Share(branches, [.. Enumerable.Range(0, grassroots).Select(g => 2L + (g * 5 % 7))]);
        for (var g = 0; g < grassroots; g++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{g + 1:000}");
            var code = $"{above}-{number}";
            var members = Math.Max(9, membersAbove / grassroots);
            var kind = leaves[g] > 1 ? "Đảng bộ cơ sở" : "Chi bộ cơ sở";
            made.Add(new(code, $"{kind} số {number}, {district} (minh họa)", $"Cơ sở số {number}", "grassroots", place, members));
            var parent = made.Count - 1;
            for (var b = 0; b < leaves[g]; b++)
            {
                var branch = string.Create(CultureInfo.InvariantCulture, $"{b + 1:00}");
                made.Add(
                    new(
                        $"{code}-{branch}",
                        $"Chi bộ số {branch} (minh họa)",
                        $"Chi bộ số {branch}",
                        "branch",
                        parent,
                        Math.Max(3, members / Math.Max(1, leaves[g]))
                    )
                );
            }
        }
    }
}

/// <summary>A body directly under the Centre.</summary>
/// <param name="Short">without its kind: Bình Phước</param>
/// <param name="Members">rounded</param>
/// <param name="Districts">weight by which the organisations directly above the grassroots are shared out</param>
internal sealed record Province(string Code, string Name, string Short, int Members, int Districts);
