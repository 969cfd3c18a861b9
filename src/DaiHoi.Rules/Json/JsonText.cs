using System.Text.Json;
using System.Text.Unicode;

namespace DaiHoi.Rules.Json;

/// <summary>Bytes that claim to be JSON. A byte-order mark of UTF-8 is passed over: editors leave it there.</summary>
internal static class JsonText
{
    /// <summary>16 MB: ten times the ballots of the largest congress, each paper on its own.</summary>
    public const int Largest = 16 * 1024 * 1024;

    private const int Deepest = 24;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest };

    /// <returns>the document, or null when <paramref name="reading"/> has been told why not</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, Reading reading)
    {
        if (bytes.Length > Largest)
            return reading.Refused(
                new($"tệp lớn hơn {Largest / 1024 / 1024} MB", $"the file is larger than {Largest / 1024 / 1024} MB")
            );
        if (bytes.Span is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        if (!Utf8.IsValid(bytes.Span))
            return reading.Refused(new("tệp không phải văn bản UTF-8", "the file is not text in UTF-8"));
        try
        {
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException problem)
        {
            var line = (problem.LineNumber ?? 0) + 1;
            var column = (problem.BytePositionInLine ?? 0) + 1;
            return reading.Refused(
                new(
                    $"không phải JSON hợp lệ, hoặc lồng nhau quá {Deepest} tầng: dòng {Say.Vi(line)}, cột {Say.Vi(column)}",
                    $"not valid JSON, or nested deeper than {Deepest} levels: line {Say.En(line)}, column {Say.En(column)}"
                )
            );
        }
    }
}
