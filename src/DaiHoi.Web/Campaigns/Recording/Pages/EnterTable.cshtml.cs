using System.Globalization;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Campaigns.Recording.Pages;

/// <summary>What happened in the organisations directly below one, in a table that is saved whole or not at all.</summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
[RequestFormLimits(ValueCountLimit = 20 * Rows)]
internal sealed class EnterTable(DeskContext desk, PlacesInCampaign places, Sql sql, EventRecording recording) : DeskPage(desk)
{
    /// <summary>Rows of one table.</summary>
    public const int Rows = 100;

    /// <summary>The columns of numbers, in the order in which a spreadsheet is pasted.</summary>
    public static readonly IReadOnlyList<(string Field, string Text)> Numbers =
    [
        ("summoned", "congress-summoned"),
        ("attended", "congress-attended"),
        ("elected", "congress-elected"),
        ("women", "congress-women"),
        ("under40", "congress-under-40"),
        ("minority", "congress-minority"),
        ("firstTime", "congress-first-time"),
    ];

    public PlaceInCampaign Place { get; private set; } = null!;
    public List<TableLine> Lines { get; private set; } = [];
    public int First { get; private set; }
    public long Expected { get; private set; }
    public string Key { get; private set; } = "";
    public string? Problem { get; private set; }

    /// <summary>What refuses a cell, by row and field; "" is the whole row.</summary>
    public Dictionary<(int Row, string Field), string> Problems { get; } = [];

    /// <summary>The steps that somebody may record here, in the order of a congress.</summary>
    public IReadOnlyList<CongressStatus> Steps { get; private set; } = [];

    public string StatusName(CongressStatus status)
    {
        var words = Transition.NameOf(status);
        return English ? words.English : words.Vietnamese;
    }

    public static string PathOf(PlaceInCampaign place, string code, int first = 0) =>
        $"{DashboardAddress.OfCongress(place, code)}/bang"
        + DashboardAddress.Query(("tu", first > 0 ? first.ToString(CultureInfo.InvariantCulture) : null));

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, int tu, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, tu, stop))
            return NotFound();
        Key = Guid.NewGuid().ToString("n");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string campaign,
        string organisation,
        int tu,
        string? key,
        List<EventForm> rows,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, tu, stop))
            return NotFound();
        Key = string.IsNullOrEmpty(key) || key.Length > 40 ? Guid.NewGuid().ToString("n") : key;
        var byCode = Lines.ToDictionary(line => line.Code);
        var wanted = new List<(string, NewEvent, string?)>();
        var places = new List<int>();
        foreach (var form in rows.Where(row => !IsEmpty(row)))
        {
            // What moved away meanwhile is not in this table any more: the whole is looked at again.
            if (form.Organisation is null || !byCode.TryGetValue(form.Organisation, out var line))
            {
                Problem = T["congress-table-gone", form.Organisation ?? ""];
                continue;
            }
            line.Form = form;
            form.DeclareAll();
            var (read, problems) = form.Read(T);
            foreach (var (field, why) in problems)
                Problems[(line.Row, field)] = why;
            if (read is null)
                continue;
            wanted.Add((line.Code, read, form.Seen));
            places.Add(line.Row);
        }
        if (Problem is not null || Problems.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        if (wanted.Count == 0)
        {
            Problem = T["congress-table-empty"];
            return Refused(StatusCodes.Status422UnprocessableEntity);
        }
        var (outcome, refused) = await recording.RecordTableAsync(Person, Actor, campaign, wanted, Key, stop);
        switch (outcome)
        {
            case Recorded.Done:
                Done = T["congress-table-recorded", Formats.Number(wanted.Count, English)];
                return LocalRedirect(PathOf(Place, Place.Code, First));
            case Recorded.Already:
                Done = T["congress-recorded-already"];
                return LocalRedirect(PathOf(Place, Place.Code, First));
            case Recorded.NotFound:
                return NotFound();
            default:
                foreach (var (at, result) in refused)
                    Say(places[at], result);
                return Refused(
                    refused.Values.Any(result => result.Outcome == Recorded.Changed)
                        ? StatusCodes.Status409Conflict
                        : StatusCodes.Status422UnprocessableEntity
                );
        }
    }

    private void Say(int row, RecordingResult result)
    {
        if (result.Outcome == Recorded.Changed)
        {
            Problems[(row, "")] = T["congress-changed-row"];
            // What is there now has been shown beside the row: saved again it goes over it.
            Lines[row].Form.Seen = Lines[row].Seen;
            return;
        }
        if (result.Outcome == Recorded.NotFound)
            Problems[(row, "status")] = T["congress-not-yours"];
        foreach (var problem in result.Problems)
        {
            var words = English ? problem.Words.English : problem.Words.Vietnamese;
            var cited = English ? problem.Article?.Citation.English : problem.Article?.Citation.Vietnamese;
            Problems.TryAdd(
                (row, problem.Field is "given" ? "status" : problem.Field),
                cited is null ? words : $"{words} ({cited})"
            );
        }
    }

    private PageResult Refused(int status)
    {
        Problem ??= T["congress-table-refused", Problems.Keys.Select(key => key.Row).Distinct().Count()];
        Response.StatusCode = status;
        return Page();
    }

    private static bool IsEmpty(EventForm form) =>
        new[]
        {
            form.Status,
            form.Summoned,
            form.Attended,
            form.Elected,
            form.Women,
            form.Under40,
            form.Minority,
            form.FirstTime,
            form.Note,
            form.On,
        }.All(string.IsNullOrWhiteSpace);

    private async Task<bool> ShowAsync(string campaign, string organisation, int first, CancellationToken stop)
    {
        var found = await places.FindAsync(Person, campaign, organisation, frame => frame.DayOf(Clock.Today), stop);
        if (found is null || found.Frame.ClosedOn is not null)
            return false;
        var officer = Person.Is(found.Path, Role.Officer);
        var checker = Person.Is(found.Path, Role.Checker);
        if (!officer && !checker)
            return false;
        (Place, Title, First) = (found, T["congress-table", found.Name], Math.Max(0, first));
        Steps = [.. Enum.GetValues<CongressStatus>().Where(status => StepRights.IsDecidedAbove(status) ? checker : officer)];
        Expected = await sql.FirstAsync(
            """
            select count(*) from organisation o join congress c on c.organisation_id = o.id and c.campaign_id = @c
            where o.parent_id = @o
            """,
            row => row.GetInt64(0),
            stop,
            ("c", found.Frame.Id),
            ("o", found.Id)
        );
        var codes = await sql.ListAsync(
            """
            select o.code from organisation o join congress c on c.organisation_id = o.id and c.campaign_id = @c
            where o.parent_id = @o order by o.code limit @n offset @f
            """,
            row => row.GetString(0),
            stop,
            ("c", found.Frame.Id),
            ("o", found.Id),
            ("n", Rows),
            ("f", First)
        );
        await using var connection = await sql.OpenAsync(stop);
        foreach (var code in codes)
        {
            if (await CongressFile.ReadAsync(connection, null, found.Frame, code, stop) is { } file)
                Lines.Add(
                    new(Lines.Count, code, file.Place.Name, file.Last?.Status, file.Last?.EffectiveOn, file.Seen)
                    {
                        Form = new() { Organisation = code, Seen = file.Seen },
                    }
                );
        }
        return true;
    }
}

/// <summary>One organisation in the table, with what was typed for it.</summary>
internal sealed record TableLine(int Row, string Code, string Name, CongressStatus? Now, DateOnly? Since, string Seen)
{
    public required EventForm Form { get; set; }
}
