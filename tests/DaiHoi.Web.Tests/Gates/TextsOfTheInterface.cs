using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>The words of the interface are whole: in both languages, none empty, none missing and none left over.</summary>
public sealed partial class TextsOfTheInterface
{
    private static readonly Lazy<string> Source = new(() =>
        string.Join('\n', Files("src/DaiHoi.Web", "*.cs").Concat(Files("src/DaiHoi.Web", "*.cshtml")).Select(File.ReadAllText))
    );

    public static TheoryData<string> Rooms =>
        [.. Files("src/DaiHoi.Web/Ui/Texts", "*.json").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Both_languages_have_the_same_keys_in_the_same_order(string room) =>
        Assert.Equal(Texts(room, "vi").Select(text => text.Key), Texts(room, "en").Select(text => text.Key));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Both_languages_leave_room_for_the_same_values(string room)
    {
        foreach (var (vi, en) in Texts(room, "vi").Zip(Texts(room, "en")))
            Assert.Equal((vi.Key, Values(vi.Text)), (en.Key, Values(en.Text)));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_text_is_empty_and_all_are_composed(string room)
    {
        foreach (var (key, text) in Texts(room, "vi").Concat(Texts(room, "en")))
        {
            Assert.False(string.IsNullOrWhiteSpace(text), key);
            Assert.True(text.IsNormalized(NormalizationForm.FormC), key);
        }
    }

    [Fact]
    public void No_key_has_two_texts()
    {
        var keys = Rooms.SelectMany(room => Texts(room, "vi")).Select(text => text.Key);
        Assert.Empty(keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_key_that_is_asked_for_exists()
    {
        var asked = AskedFor(Source.Value).ToList();
        Assert.True(asked.Count > 100, "nothing was read");
        Assert.Empty(asked.Except(Keys()));
    }

    [Fact]
    public void Every_key_is_asked_for() =>
        Assert.All(Keys().Except(OfTheLog()), key => Assert.True(IsNamed(key, Source.Value), key));

    [Fact]
    public void The_log_has_words_for_every_deed_and_for_no_others()
    {
        var written = Deed().Matches(Source.Value).Select(match => match.Groups["deed"].Value);
        // Steps of articles and changes of the tree are put together from their kinds.
        var steps = Enum.GetNames<ArticleStepKind>()
            .Select(kind => "article." + JsonNamingPolicy.KebabCaseLower.ConvertName(kind));
        var changes = typeof(TreeChanges)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => $"organisation.{field.GetRawConstantValue()}");
        Assert.Equal(written.Union(steps).Union(changes).Order(StringComparer.Ordinal), AuditWords.Known);
    }

    // Put together from what the log holds; the deeds are held against the source, the values by every test that does something.
    private static IEnumerable<string> OfTheLog() => Texts("Audit", "vi").Select(text => text.Key);

    [Theory]
    [InlineData("""<p>@t["gone"]</p>""", "gone")]
    [InlineData("""Title = T["gone", Formats.Number(values[0])];""", "gone")]
    [InlineData("""return t[reader.Is("x") ? "gone" : "gone too"];""", "gone|gone too")]
    [InlineData("""return texts[key switch { 1 => "gone", _ => "else" }, f["no"]];""", "gone|else")]
    public void A_planted_key_is_found(string code, string keys) => Assert.Equal(keys.Split('|'), AskedFor(code));

    private static IEnumerable<string> Keys() => Rooms.SelectMany(room => Texts(room, "vi")).Select(text => text.Key);

    private static List<(string Key, string Text)> Texts(string room, string language)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf($"src/DaiHoi.Web/Ui/Texts/{room}.{language}.json"))
        );
        return [.. json.RootElement.EnumerateObject().Select(text => (text.Name, text.Value.GetString()!))];
    }

    private static string Values(string text) =>
        string.Join(' ', Value().Matches(text).Select(match => match.Value).Distinct().Order());

    // A key may be put together at its end: T[Words + "-intro"].
    private static bool IsNamed(string key, string source) =>
        source.Contains($"\"{key}\"", StringComparison.Ordinal)
        || Endings()
            .Matches(source)
            .Select(match => match.Groups["ending"].Value)
            .Distinct()
            .Any(ending =>
                key.EndsWith(ending, StringComparison.Ordinal)
                && source.Contains($"\"{key[..^ending.Length]}\"", StringComparison.Ordinal)
            );

    /// <summary>The keys written inside <c>t[…]</c>, up to the first comma of its own: what follows are values.</summary>
    private static IEnumerable<string> AskedFor(string source)
    {
        foreach (Match opened in Opened().Matches(source))
        {
            var depth = 0;
            for (var at = opened.Index + opened.Length; at < source.Length; at++)
            {
                if (source[at] == '"')
                {
                    var end = source.IndexOf('"', at + 1);
                    // What is handed to a call inside is no key, nor is an ending.
                    if (depth == 0 && source[at + 1] != '-')
                        yield return source[(at + 1)..end];
                    at = end;
                }
                // The arms of a switch are keys as well.
                else if (source[at] is '(' or '[')
                    depth++;
                else if (source[at] is ')' or ']' && --depth < 0)
                    break;
                else if (source[at] == ',' && depth == 0 && !IsInsideBraces(source, opened.Index + opened.Length, at))
                    break;
            }
        }
    }

    private static bool IsInsideBraces(string source, int from, int to) =>
        source.AsSpan(from, to - from).Count('{') > source.AsSpan(from, to - from).Count('}');

    private static string[] Files(string folder, string pattern) =>
        [
            .. Directory
                .GetFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
                .Where(file =>
                    !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"(?<![\w.])(?:Model\.|this\.)?(?:t|T|texts)\[", RegexOptions.ExplicitCapture)]
    private static partial Regex Opened();

    [GeneratedRegex("\\+ \"(?<ending>-[a-z-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Endings();

    // A thing, a point, and what became of it; of the frame of the portal the part that was changed.
    [GeneratedRegex(
        "\"(?<deed>[a-z-]{3,}\\.(?:[a-z-]*(?:ed|en|begun|awn|-aside|-back|-on|-off|-over|-up|spread)|(?:[a-z-]*-)?set)|frame\\.[a-z]+)\"",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Deed();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Value();
}
