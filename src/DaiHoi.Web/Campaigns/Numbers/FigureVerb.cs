using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Numbers;

/// <summary><c>figure NAME</c>: a figure at an organisation, as of a day.</summary>
internal sealed class FigureVerb : IVerb
{
    private readonly Argument<string> name = new("NAME") { Description = "congresses-held, model-congresses-held, …" };

    private readonly Option<string> organisation = new("--organisation")
    {
        Description = "code: itself and all below / mã tổ chức, gồm cả cấp dưới",
        HelpName = "CODE",
        Required = true,
    };

    private readonly Option<DateOnly?> asOf = DayOption.Optional("--as-of", "as of the end of this day / tính đến hết ngày");
    private readonly Option<DateOnly?> knownOn = DayOption.Optional(
        "--known-on",
        "by what was entered until then / theo dữ liệu đã nhập đến hết ngày"
    );

    private readonly Option<string?> level = new("--level") { Description = "only this level / chỉ cấp này", HelpName = "LEVEL" };

    private readonly Option<string?> campaign = new("--campaign")
    {
        Description = "where there are several / khi có nhiều đợt đại hội",
        HelpName = "CODE",
    };

    private readonly Option<bool> list = new("--list")
    {
        Description = "with the organisations behind it / kèm danh sách tổ chức",
    };
    private readonly Option<bool> json = CommonOptions.Json();

    public string? Group => null;

    public Command Command()
    {
        var command = new Command("figure", "a figure as of a day / số liệu tính đến một ngày")
        {
            name,
            organisation,
            asOf,
            knownOn,
            level,
            campaign,
            list,
            json,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        var figures = run.Services.GetRequiredService<Figures>();
        var question = new FigureQuestion(
            parsed.GetValue(campaign),
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(organisation),
            parsed.GetValue(level),
            parsed.GetValue(asOf),
            parsed.GetValue(knownOn)
        );
        var answer = await figures.AskAsync(question, stop);
        if (answer.Figure is not { } figure)
        {
            await Console.Error.WriteLineAsync(FigureWords.Of(answer, question, t));
            return Verbs.Refused;
        }
        var behind = parsed.GetValue(list) ? await figures.ListAsync(question with { AsOf = figure.AsOf }, stop) : null;
        if (parsed.GetValue(json))
            Write(figure, behind);
        else
            await SayAsync(figure, behind, t);
        return 0;
    }

    private static async Task SayAsync(Figure figure, IReadOnlyList<BehindFigure>? behind, Texts t)
    {
        await Console.Out.WriteLineAsync(FigureWords.Sentence(figure, t));
        foreach (var one in behind ?? [])
            await Console.Out.WriteLineAsync($"{one.Code}\t{one.Name}\t{Formats.Number(one.Amount, t.English)}");
    }

    private static void Write(Figure figure, IReadOnlyList<BehindFigure>? behind)
    {
        using var output = Console.OpenStandardOutput();
        using (
            var writer = new Utf8JsonWriter(
                output,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            writer.WriteStartObject();
            writer.WriteString("name", figure.Name);
            writer.WriteString("organisation", figure.Organisation);
            writer.WriteString("level", figure.Level);
            writer.WriteString("asOf", Iso(figure.AsOf));
            writer.WriteString("knownOn", figure.KnownOn is { } known ? Iso(known) : null);
            writer.WriteNumber("value", figure.Numbers.Numerator);
            writer.WriteNumber("numerator", figure.Numbers.Numerator);
            WriteNumber(writer, "denominator", figure.Numbers.Denominator);
            writer.WritePropertyName("share");
            if (figure.Numbers.Share is { } share)
                writer.WriteRawValue(share.ToString());
            else
                writer.WriteNullValue();
            if (figure.Numbers.Accepted is { } accepted)
                writer.WriteNumber("accepted", accepted);
            if (behind is not null)
                WriteList(writer, behind);
            writer.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<BehindFigure> behind)
    {
        writer.WriteStartArray("organisations");
        foreach (var one in behind)
        {
            writer.WriteStartObject();
            writer.WriteString("code", one.Code);
            writer.WriteString("name", one.Name);
            writer.WriteNumber("amount", one.Amount);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
