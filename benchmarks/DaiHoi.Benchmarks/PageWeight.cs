using System.Text.RegularExpressions;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.Programs;

namespace DaiHoi.Benchmarks;

/// <summary>
/// What a first view of an article brings over the wire: the page and all that it names for loading, packed; fonts by
/// themselves, every cut that the style sheets name; photographs not.
/// </summary>
internal sealed partial class PageWeight : IRow
{
    private const double KB = 1000;

    public string Name => "page-weight";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var filled = await workshop.FilledAsync(stop);
        await using var portal = await Portal.OpenAsync(workshop.Program, await workshop.CopyAsync(stop), stop);
        using var reader = new Reader(portal.Port);
        var page = await reader.TextAsync(filled.Article, stop);
        var loaded = Loaded(page, filled.Article).ToHashSet();
        foreach (var styles in loaded.Where(address => address.AbsolutePath.EndsWith(".css", StringComparison.Ordinal)).ToList())
        {
            if (styles.Host == Here.Host)
                loaded.UnionWith(LoadedByStyles(await reader.TextAsync(styles.AbsolutePath, stop), styles));
        }
        var elsewhere = loaded.Where(address => address.Host != Here.Host).ToList();
        foreach (var address in elsewhere)
            workshop.Say($"from another host: {address}");
        loaded.ExceptWith(elsewhere);

        var weights = new Dictionary<string, double> { [filled.Article] = await WeightAsync(reader, filled.Article, stop) };
        foreach (var path in loaded.Select(address => address.AbsolutePath).Where(path => !IsPhoto(path)))
            weights[path] = await WeightAsync(reader, path, stop);
        foreach (var (path, bytes) in weights.OrderByDescending(weight => weight.Value))
            workshop.Say($"{bytes:#,0} bytes {path}");
        return
        [
            new($"{Name}/besides-fonts-and-photo", "KB", Target.AtMost(35, "KB"))
            {
                Value = weights.Where(weight => !IsFont(weight.Key)).Sum(weight => weight.Value) / KB,
            },
            new($"{Name}/fonts", "KB", Target.AtMost(70, "KB"))
            {
                Value = weights.Where(weight => IsFont(weight.Key)).Sum(weight => weight.Value) / KB,
            },
            new($"{Name}/other-hosts", "files", Target.AtMost(0, "files")) { Value = elsewhere.Count },
        ];
    }

    // The page's own address only parts what is its own from what is not.
    private static readonly Uri Here = new("http://this-portal.invalid/");

    private static IEnumerable<Uri> Loaded(string page, string path)
    {
        foreach (Match tag in LoadingTag().Matches(page))
        {
            var isLink = tag.Groups["name"].Value.Equals("link", StringComparison.OrdinalIgnoreCase);
            if (isLink && !LoadingLink().IsMatch(tag.Value))
                continue;
            foreach (Match attribute in Address().Matches(tag.Value))
            {
                // A picture in several widths is loaded once, whichever it is.
                foreach (var address in attribute.Groups["address"].Value.Split(','))
                {
                    if (
                        Uri.TryCreate(new Uri(Here, path), address.Trim().Split(' ')[0], out var whole)
                        && whole.Scheme is "http" or "https"
                    )
                        yield return whole;
                }
            }
        }
    }

    private static IEnumerable<Uri> LoadedByStyles(string styles, Uri at) =>
        StyleAddress()
            .Matches(styles)
            .Select(found => new Uri(at, found.Groups["address"].Value))
            .Where(address => address.Scheme is "http" or "https");

    private static async Task<double> WeightAsync(Reader reader, string path, CancellationToken stop) =>
        (await reader.PackedAsync(path, stop)).Body.Length;

    private static bool IsFont(string path) => path.EndsWith(".woff2", StringComparison.Ordinal);

    private static bool IsPhoto(string path) => path.StartsWith("/anh/", StringComparison.Ordinal);

    [GeneratedRegex(
        "<(?<name>link|script|img|source|iframe|video|audio|object|embed)\\b[^>]*>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex LoadingTag();

    [GeneratedRegex(
        "rel=\"(stylesheet|preload|modulepreload|icon|manifest)\"",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex LoadingLink();

    [GeneratedRegex(
        "\\s(href|src|srcset|data|poster)=\"(?<address>[^\"]+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex("url\\(\\s*[\"']?(?<address>[^\"')]+)[\"']?\\s*\\)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex StyleAddress();
}
