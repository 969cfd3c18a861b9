using System.Text.Json;
using System.Text.Json.Serialization;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>What congresses usually do, in its order (HD 01-HD/TW 2021, point 14): a beginning that each congress changes as it needs.</summary>
internal static class UsualAgenda
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Texts T = Texts.Vietnamese;
    private static readonly List<UsualStep> All = Read();

    /// <param name="preparatory">a session before the official one elects the presidium and its helpers</param>
    public static IEnumerable<UsualStep> For(OpenedCongress opened, bool preparatory)
    {
        var (kind, party) = (opened.Kind, opened.Campaign.Association == "party");
        return All.Where(step => (step.For ?? kind) == kind && (step.Party ?? party) == party && step.Alone != preparatory)
            .Select(step => step with { Title = In(opened, step.Title), Text = step.Text is { } text ? In(opened, text) : null });
    }

    // The words of the association: what it calls its members, its committee, and each other.
    private static string In(OpenedCongress opened, string text)
    {
        var comrades = CongressWords.AreComrades(opened.Campaign);
        return text.Replace("{member}", CongressWords.MemberOf(opened.Rules), StringComparison.Ordinal)
            .Replace("{committee}", Capital.Of(opened.Rules.Terms.Posts[Post.Committee].Vietnamese), StringComparison.Ordinal)
            .Replace("{people}", T[comrades ? "agenda-comrades" : "agenda-people"], StringComparison.Ordinal)
            .Replace("{person}", T[comrades ? "election-paper-comrade" : "election-paper-person"], StringComparison.Ordinal);
    }

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
/// <param name="Party">only in the Party, or only outside it; null for every association</param>
/// <param name="Alone">
/// only where there is no preparatory session, or only where there is one; null for both: with one session the salute to the flag
/// comes before everything
/// </param>
/// <param name="Text">what is read aloud; null where nothing usually is</param>
internal sealed record UsualStep(
    AgendaStep Step,
    int Minutes,
    string Title,
    string? Text,
    bool Preparatory = false,
    CongressKind? For = null,
    bool? Party = null,
    bool? Alone = null
);
