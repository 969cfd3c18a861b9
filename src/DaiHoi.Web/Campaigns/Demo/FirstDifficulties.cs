using System.Text.Json;
using DaiHoi.Web.Campaigns.Difficulties;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Campaigns.Demo;

/// <summary>Made-up difficulties and lessons, met at the same places in every demo: lessons at model congresses, some not answered yet.</summary>
internal sealed class FirstDifficulties(DatabaseFactory databases, Sql sql, SiteClock clock)
{
    private const string Author = "Dữ liệu minh họa";

    // The lessons of the demo's nation were learnt before its report of 2 March 2020.
    private static readonly DateOnly Reported = new(2020, 3, 2);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Writes them into a campaign.</summary>
    public async Task FillAsync(string code, CancellationToken stop)
    {
        CampaignFrame frame;
        await using (var connection = await sql.OpenAsync(stop))
            frame =
                await CampaignFrame.ReadAsync(connection, null, code, stop)
                ?? throw new InvalidOperationException($"The demo has no campaign {code}");
        var last = frame.ClosedOn is null ? clock.Today : Reported;
        var places = await PlacesAsync(frame, model: false, stop);
        var models = await PlacesAsync(frame, model: true, stop);
        if (places.Count == 0)
            return;
        await using var database = databases.Create();
        var at = 0;
        foreach (var made in Read(code == MadeUpUnion.Code))
        {
            var from = made.Lesson && models.Count > 0 ? models : places;
            Difficulty? first = null;
            for (var i = 0; i < made.Places; i++)
            {
                var (organisation, above) = from[(at++ * 7) % from.Count];
                var day = last.AddDays(-made.Days + i);
                var one = new Difficulty
                {
                    CampaignId = frame.Id,
                    OrganisationId = organisation,
                    IsLesson = made.Lesson,
                    Topic = Enum.Parse<DifficultyTopic>(made.Topic, ignoreCase: true),
                    Text = made.Text,
                    RequestKey = FormattableString.Invariant($"demo-{frame.Id}-{at}"),
                    RecordedOn = day,
                    RecordedAt = day.ToDateTime(new(2, 30), DateTimeKind.Utc),
                    RecordedById = 0,
                    RecordedByName = Author,
                    HolderId = made.Answer is null ? above : frame.Root,
                    MergedIntoId = first?.Id,
                };
                if (made.Answer is { } answer && first is null)
                    one.Say(answer, null, day.AddDays(2).ToDateTime(new(3, 0), DateTimeKind.Utc), Author, frame.Root);
                one.Reindex();
                database.Add(one);
                await database.SaveChangesAsync(stop);
                database.Add(one.Stepped(DifficultyStepKind.Recorded, one.RecordedAt, Author, null));
                if (first is not null)
                    database.Add(one.Stepped(DifficultyStepKind.Merged, one.RecordedAt.AddDays(1), Author, null));
                else if (one.AnsweredAt is { } answered)
                    database.Add(one.Stepped(DifficultyStepKind.Answered, answered, Author, one.Answer));
                first ??= one;
            }
        }
        await database.SaveChangesAsync(stop);
    }

    // The lowest level whose congresses have begun, and who stands above each.
    private Task<List<(long Organisation, long Above)>> PlacesAsync(CampaignFrame frame, bool model, CancellationToken stop) =>
        sql.ListAsync(
            """
            select o.id, o.parent_id from congress c join organisation o on o.id = c.organisation_id
            where c.campaign_id = @c and o.parent_id is not null and o.id <> @root and exists (
                select 1 from congress_event e
                where e.congress_id = c.id and e.withdrawn_on is null and (@any = @model or e.model = @yes))
            order by c.level desc, o.code limit 60
            """,
            row => (row.GetInt64(0), row.GetInt64(1)),
            stop,
            ("c", frame.Id),
            ("root", frame.Root),
            ("any", false),
            ("model", model),
            ("yes", true)
        );

    // A union has members and committees of its own.
    private static List<MadeUpDifficulty> Read(bool union)
    {
        using var json =
            typeof(FirstDifficulties).Assembly.GetManifestResourceStream("Campaigns/Demo/difficulties.json")
            ?? throw new InvalidOperationException("difficulties.json is missing from the program");
        using var reader = new StreamReader(json);
        var text = reader
            .ReadToEnd()
            .Replace("{committee}", union ? "ban chấp hành" : "cấp ủy", StringComparison.Ordinal)
            .Replace("{members}", union ? "đoàn viên" : "đảng viên", StringComparison.Ordinal);
        return JsonSerializer.Deserialize<List<MadeUpDifficulty>>(text, Web)!;
    }

    /// <param name="Places">at how many congresses it was met</param>
    /// <param name="Days">before the last day, when it was met first</param>
    private sealed record MadeUpDifficulty(bool Lesson, string Topic, int Places, int Days, string Text, string? Answer);
}
