using System.Text.Json;
using System.Text.Json.Serialization;

namespace DaiHoi.Web.Reports.Templates;

/// <summary>What offices usually report about a campaign: a beginning that each changes as it needs.</summary>
internal static class UsualTemplate
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IReadOnlyList<UsualSection> Sections { get; } = Read();

    private static List<UsualSection> Read()
    {
        using var json =
            typeof(UsualTemplate).Assembly.GetManifestResourceStream("Reports/Templates/usual.json")
            ?? throw new InvalidOperationException("usual.json is missing from the program");
        return JsonSerializer.Deserialize<List<UsualSection>>(json, Web)!;
    }
}

/// <param name="Figures">names of figures, with commas between them</param>
internal sealed record UsualSection(SectionKind Kind, string Title, string? Hint, string? Figures, string? Level);
