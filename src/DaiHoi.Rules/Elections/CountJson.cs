using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DaiHoi.Rules.Elections;

/// <summary>Writes the output format of a count (<c>docs/formats/count.md</c>): the same bytes for the same input.</summary>
public static class CountJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="result">of a count</param>
    /// <param name="language">of explanations and citations</param>
    /// <param name="output">gets UTF-8, and a line feed at the end; stays open</param>
    public static void Write(CountResult result, Language language, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("base", result.Base);
            json.WriteNumber("threshold", result.Threshold);
            json.WriteNumber("valid", result.Valid);
            json.WriteNumber("invalid", result.Invalid);
            WriteReasons(json, result);
            json.WriteStartArray("candidates");
            foreach (var candidate in result.Candidates)
                WriteCandidate(json, candidate);
            json.WriteEndArray();
            json.WriteNumber("seatsFilled", result.SeatsFilled);
            WriteSurplus(json, result.Surplus);
            json.WriteString("next", result.Next.Code());
            json.WriteStartArray("decisions");
            foreach (var decision in result.Decisions)
                WriteDecision(json, decision, language);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteReasons(Utf8JsonWriter json, CountResult result)
    {
        json.WriteStartObject("invalidReasons");
        foreach (var (reason, count) in result.InvalidReasons)
            json.WriteNumber(reason.Code(), count);
        json.WriteEndObject();
    }

    private static void WriteCandidate(Utf8JsonWriter json, CandidateResult candidate)
    {
        json.WriteStartObject();
        json.WriteString("id", candidate.Candidate.Id);
        json.WriteString("name", candidate.Candidate.Name);
        json.WriteNumber("votes", candidate.Votes);
        WriteShare(json, "shareOfBase", candidate.OfBase);
        WriteShare(json, "shareOfValid", candidate.OfValid);
        json.WriteString("outcome", candidate.Outcome.Code());
        json.WriteNumber("rank", candidate.Rank);
        json.WriteEndObject();
    }

    private static void WriteSurplus(Utf8JsonWriter json, SurplusOfList surplus)
    {
        json.WriteStartObject("surplus");
        json.WriteNumber("people", surplus.People);
        WriteShare(json, "share", surplus.Share);
        json.WriteBoolean("allowed", surplus.Allowed);
        json.WriteEndObject();
    }

    private static void WriteDecision(Utf8JsonWriter json, Decision decision, Language language)
    {
        json.WriteStartObject();
        json.WriteString("about", decision.About.Code());
        WriteValue(json, decision.Plain);
        json.WriteString("article", decision.Article.Citation.In(language));
        json.WriteString("explanation", decision.Explanation.In(language));
        WriteSource(json, decision.Article, language);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        json.WritePropertyName("value");
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyList<string> list:
                json.WriteStartArray();
                foreach (var item in list)
                    json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static void WriteSource(Utf8JsonWriter json, Article article, Language language)
    {
        json.WriteStartObject("source");
        json.WriteString("ruleSet", article.RuleSet);
        if (article.Document is { } document)
        {
            json.WriteString("issuer", document.Issuer.In(language));
            WriteIfKnown(json, "number", document.Number);
            WriteIfKnown(json, "date", document.Date?.Code);
        }
        WriteIfKnown(json, "article", article.Number);
        WriteIfKnown(json, "clause", article.Clause);
        WriteIfKnown(json, "point", article.Point);
        json.WriteString("standing", article.Standing.Code());
        WriteIfKnown(json, "note", article.Note?.In(language));
        json.WriteEndObject();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
            json.WriteString(key, value);
    }

    private static void WriteShare(Utf8JsonWriter json, string key, Share share)
    {
        json.WritePropertyName(key);
        json.WriteRawValue(share.ToString());
    }
}
