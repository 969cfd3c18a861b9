using System.Text.Json;

namespace DaiHoi.Web.Campaigns.Checklists;

/// <summary>What offices usually ask of a congress: a beginning that each campaign changes as it needs.</summary>
internal static class UsualChecklist
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<UsualItem> Items { get; } = Read();

    private static List<UsualItem> Read()
    {
        using var json =
            typeof(UsualChecklist).Assembly.GetManifestResourceStream("Campaigns/Checklists/usual.json")
            ?? throw new InvalidOperationException("usual.json is missing from the program");
        return JsonSerializer.Deserialize<List<UsualItem>>(json, Web)!;
    }
}

/// <param name="Days">after the congress day; below zero before it</param>
internal sealed record UsualItem(int Days, string Text, string? Responsible, string? Evidence);
