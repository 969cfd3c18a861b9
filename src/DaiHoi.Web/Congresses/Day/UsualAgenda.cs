using System.Text.Json;
using System.Text.Json.Serialization;
using DaiHoi.Rules.Delegates;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>What congresses usually do, in its order (HD 01-HD/TW 2021, point 14): a beginning that each congress changes as it needs.</summary>
internal static class UsualAgenda
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly List<UsualStep> All = Read();

    public static IEnumerable<UsualStep> For(CongressKind kind) => All.Where(step => step.For is null || step.For == kind);

    private static List<UsualStep> Read()
    {
        using var json =
            typeof(UsualAgenda).Assembly.GetManifestResourceStream("Congresses/Day/usual-agenda.json")
            ?? throw new InvalidOperationException("usual-agenda.json is missing from the program");
        return JsonSerializer.Deserialize<List<UsualStep>>(json, Web)!;
    }
}

/// <param name="Preparatory">belongs into the preparatory session, where there is one</param>
/// <param name="For">the kind of congress that does it; null for every kind</param>
/// <param name="Text">what is read aloud; null where nothing usually is</param>
internal sealed record UsualStep(
    AgendaStep Step,
    int Minutes,
    string Title,
    string? Text,
    bool Preparatory = false,
    CongressKind? For = null
);
