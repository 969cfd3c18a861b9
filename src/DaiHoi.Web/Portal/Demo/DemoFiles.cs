using System.Reflection;
using System.Text.Json;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Portal.Demo;

/// <summary>The demo's data files, which travel inside the program under the names that they have in this folder.</summary>
internal static class DemoFiles
{
    private const string Folder = "Demo/";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IEnumerable<string> Articles =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + "Articles/", StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal);

    public static Prose Prose(string name) => Platform.Text.Prose.Parse(Text(name));

    public static T List<T>(string name) => JsonSerializer.Deserialize<T>(Text(name), Json)!;

    public static string Text(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
            ?? throw new FileNotFoundException("The program was built without its demo data", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
