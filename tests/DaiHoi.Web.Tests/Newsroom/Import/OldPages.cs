using System.Globalization;
using System.Text;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Newsroom.Import;

/// <summary>The pages beside these tests, and what is recognised of a page as lines of text.</summary>
internal static class OldPages
{
    /// <summary>Each has its expected lines beside it.</summary>
    public static readonly string[] Names =
    [
        "bang-2004",
        "khung-div-2012",
        "aspnet-2009",
        "nukeviet-2016",
        "phong-chu-word",
        "bang-so-lieu",
        "ban-in",
    ];

    public static string Html(string name) => Read(typeof(OldPages).Assembly, $"Pages/{name}.html");

    public static string Expected(string name) => Read(typeof(OldPages).Assembly, $"Pages/{name}.txt").TrimEnd();

    /// <summary>The first real page, as it comes with the demo.</summary>
    public static string Seed { get; } = Read(typeof(PageRecogniser).Assembly, "Demo/tap-trung-chuan-bi.txt");

    public static Recognition Recognise(string text, string fileName = "trang.html") =>
        PageRecogniser.Recognise(Encoding.UTF8.GetBytes(text), fileName, EncodingChoice.Auto);

    /// <summary>Everything that was recognised, line by line; what is not there has no line.</summary>
    public static string Told(Recognition recognition)
    {
        if (recognition.Page is not { } page)
            return $"refused: {recognition.Refusal} {recognition.Detail}".TrimEnd();
        var lines = new List<string> { $"title: {page.Title}" };
        Add("date", page.Date?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Add("address", page.CanonicalAddress);
        Add("print", page.PrintAddress);
        Add("category", page.Category);
        Add("tags", Joined(page.Tags));
        Add("authors", Joined(page.Authors));
        Add("source", page.Source);
        Add("views", page.Views?.ToString(CultureInfo.InvariantCulture));
        Add("statistics", page.Statistics?.ToString());
        Add(
            "links",
            page.Links is { } links ? string.Join("; ", links.Select(link => $"{link.Name} {link.Address}".Trim())) : null
        );
        foreach (var photo in page.Photos)
            lines.Add($"photo: {photo.Caption} | {photo.AlternativeText} | {photo.Credit} | {photo.File}");
        Add("dateline", page.Dateline);
        lines.Add($"lead: {page.Lead}");
        lines.Add("");
        lines.Add(page.BodyHtml);
        return string.Join('\n', lines);

        void Add(string name, string? value)
        {
            if (value is not null)
                lines.Add($"{name}: {value}");
        }

        static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string Read(System.Reflection.Assembly assembly, string resource)
    {
        using var stream =
            assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"No resource {resource}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
