using System.Text.Json;
using System.Text.Json.Serialization;

namespace DaiHoi.Documents;

/// <summary>The layouts that come with the program.</summary>
public static class PaperLayouts
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All of them, by association and the day from which they hold.</summary>
    public static IReadOnlyList<PaperLayout> All { get; } = Load();

    /// <summary>The layout of an association's papers on a day.</summary>
    /// <param name="association">"party", "state", "youth", "plain"</param>
    /// <returns>null where none held on that day</returns>
    public static PaperLayout? Of(string association, DateOnly day) =>
        All.FirstOrDefault(layout => layout.Association == association && layout.HoldsOn(day));

    /// <summary>The layout nearest to a day: for papers from before the first text that the program knows.</summary>
    /// <exception cref="ArgumentException">the program knows no layout of that association</exception>
    public static PaperLayout Nearest(string association, DateOnly day) =>
        Of(association, day)
        ?? All.Where(layout => layout.Association == association)
            .OrderBy(layout => Math.Abs((layout.From ?? day).DayNumber - day.DayNumber))
            .FirstOrDefault()
        ?? throw new ArgumentException($"there is no layout for {association}", nameof(association));

    /// <exception cref="FormatException">names the layout and what is wrong in it</exception>
    internal static PaperLayout Read(string name, Stream json)
    {
        try
        {
            var layout =
                JsonSerializer.Deserialize<PaperLayout>(json, Strict) ?? throw new FormatException($"{name}: it is empty");
            return Refusal(layout) is { } why ? throw new FormatException($"{name}: {why}") : layout;
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{name}: {problem.Path}: {problem.Message}", problem);
        }
    }

    private static List<PaperLayout> Load()
    {
        var assembly = typeof(PaperLayouts).Assembly;
        var layouts = new List<PaperLayout>();
        foreach (
            var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Layouts/", StringComparison.Ordinal))
        )
        {
            using var json = assembly.GetManifestResourceStream(name)!;
            layouts.Add(Read(name, json));
        }
        return
        [
            .. layouts
                .OrderBy(layout => layout.Association, StringComparer.Ordinal)
                .ThenBy(layout => layout.From ?? DateOnly.MinValue),
        ];
    }

    private static string? Refusal(PaperLayout layout)
    {
        if (layout.Until < layout.From)
            return "until: it ends before it begins";
        if (layout.Head.Motto.Count != layout.Head.Sizes.Count)
            return "head.sizes: one size for each line of the motto";
        if (layout.Head.Left is < 0.2 or > 0.8)
            return "head.left: a share of the width, from 0.2 to 0.8";
        if (!layout.Number.Contains("{number}", StringComparison.Ordinal))
            return "number: {number} is missing";
        if (layout.Page.Left + layout.Page.Right > 100 || layout.Page.Top + layout.Page.Bottom > 150)
            return "page: margins leave no room";
        return layout.Body.Pitch < layout.Body.Size ? "body.pitch: lines would run into each other" : null;
    }
}
