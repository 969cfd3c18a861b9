using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DaiHoi.Rules;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>Who signed which version, and why it corrects the one before.</summary>
/// <param name="Previous">hash of the version before; null for the first</param>
internal sealed record Signature(int Version, string? Reason, string By, DateTime At, string? Previous);

/// <summary>What an archive holds.</summary>
/// <param name="Format">of this record; another one is not read</param>
/// <param name="Rules">the text of the rule set, as it was when the count was signed</param>
/// <param name="Result">as <c>count</c> prints it</param>
internal sealed record ArchivedResult(
    string Format,
    Signature Signature,
    CountedElection Election,
    string Rules,
    JsonElement Result
);

/// <summary>
/// The file of a signed result (<c>docs/formats/result.md</c>): everything that it follows from, and the result, under one
/// hash. The same input gives the same bytes.
/// </summary>
internal static class ResultArchive
{
    public const string Format = "daihoi-result-1";
    private const string Content = "content";
    private const string Stated = "hash";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The file, and the hash that stands in it.</summary>
    public static (string Text, string Hash) Write(
        CountedElection election,
        ReadOnlySpan<byte> rules,
        CountResult result,
        Signature signature
    )
    {
        var content = JsonSerializer.Serialize(
            new ArchivedResult(Format, signature, election, Encoding.UTF8.GetString(rules), ResultOf(result)),
            Written
        );
        var hash = HashOf(content);
        return ($"{{\n\"{Stated}\": \"{hash}\",\n\"{Content}\": {content}\n}}\n", hash);
    }

    /// <summary>What an archive holds, the hash that stands in it and the one that its content has.</summary>
    /// <exception cref="JsonException">it is no archive</exception>
    public static (ArchivedResult Content, string Stated, string Hash) Read(ReadOnlyMemory<byte> file)
    {
        using var document = JsonDocument.Parse(file);
        if (
            document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty(Content, out var content)
            || !document.RootElement.TryGetProperty(Stated, out var stated)
            || stated.ValueKind != JsonValueKind.String
        )
            throw new JsonException("no archive of a result");
        var read = content.Deserialize<ArchivedResult>(Written);
        if (read is not { Format: Format })
            throw new JsonException("no archive of a result of this format");
        return (read, stated.GetString()!, HashOf(content.GetRawText()));
    }

    /// <summary>The result as <c>count</c> prints it, for comparison and for the archive.</summary>
    public static JsonElement ResultOf(CountResult result)
    {
        using var printed = new MemoryStream();
        CountJson.Write(result, Language.Vietnamese, printed);
        using var document = JsonDocument.Parse(printed.ToArray());
        return document.RootElement.Clone();
    }

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
