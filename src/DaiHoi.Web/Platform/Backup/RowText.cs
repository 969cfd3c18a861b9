using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>
/// A row as one line of JSON: an array of its values. Both databases write the same: truth as 0 and 1, instants as
/// "2020-03-04 07:42:00.5" in UTC, days as "2020-03-04", bytes as <c>{"base64": "…"}</c>.
/// </summary>
internal static class RowText
{
    private const string Bytes = "base64";

    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartArray();
        for (var i = 0; i < row.FieldCount; i++)
            Write(json, row.IsDBNull(i) ? null : row.GetValue(i));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteNumberValue(truth ? 1 : 0);
                break;
            case short or int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case DateTime at:
                json.WriteStringValue(at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                json.WriteStringValue(id.ToString());
                break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteBase64String(Bytes, bytes);
                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"A backup knows no {value.GetType()}");
        }
    }

    /// <summary>The values of one line: null, long, double, string or bytes.</summary>
    /// <param name="values">as many as the table has columns</param>
    /// <exception cref="FormatException">the line is not such a row</exception>
    public static void Read(ReadOnlySpan<byte> line, object?[] values)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            Expect(json.Read() && json.TokenType == JsonTokenType.StartArray);
            for (var i = 0; i < values.Length; i++)
            {
                Expect(json.Read());
                values[i] = Value(ref json);
            }
            Expect(json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read());
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new FormatException(problem.Message, problem);
        }
    }

    private static object? Value(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                // Each as an object of its own: together they would both be doubles.
                return json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble();
            case JsonTokenType.String:
                return json.GetString();
            case JsonTokenType.StartObject:
                Expect(json.Read() && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals(Bytes));
                Expect(json.Read() && json.TokenType == JsonTokenType.String);
                var bytes = json.GetBytesFromBase64();
                Expect(json.Read() && json.TokenType == JsonTokenType.EndObject);
                return bytes;
            default:
                throw new FormatException(json.TokenType.ToString());
        }
    }

    private static void Expect(bool so)
    {
        if (!so)
            throw new FormatException();
    }
}
