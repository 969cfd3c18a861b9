using System.Globalization;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Campaigns.Recording.Pages;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Campaigns.Arranging.Pages;

/// <summary>A campaign as it is settled: windows, days for entering, checklists, its end.</summary>
[For(Role.Administrator, OwnOnly = true, AuditorReads = true)]
internal sealed class ArrangeCampaign(
    DeskContext desk,
    PlacesInCampaign places,
    ChecklistSetting checklists,
    CampaignEnding ending,
    DatabaseFactory databases,
    OrganisationTree tree
) : DeskPage(desk)
{
    /// <summary>Empty rows under each checklist.</summary>
    private const int Spare = 3;

    public CampaignFrame Frame { get; private set; } = null!;
    public KnownOrganisation Root { get; private set; } = null!;
    public IReadOnlyList<LevelForm> Levels { get; private set; } = [];
    public IReadOnlyList<ShownWindow> Windows { get; private set; } = [];
    public Dictionary<string, string> Problems { get; } = [];
    public string? CloseOn { get; private set; }

    /// <summary>The level whose checklist was sent; its form stays open where something in it is wrong.</summary>
    public int? Sent { get; private set; }
    public bool MayChange => Person.Is(Root.Path, Role.Administrator);

    /// <summary>Of the part of the page that holds the checklist of a level.</summary>
    public static string IdOf(int level) => FormattableString.Invariant($"level-{level}");

    public string NameOf(FrameLevel level) => LevelWords.Of(Frame, level, T);

    public static string PathOf(string campaign) => "/dot-dai-hoi/" + Uri.EscapeDataString(campaign);

    public async Task<IActionResult> OnGetAsync(string campaign, CancellationToken stop) =>
        await ShowAsync(campaign, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostChecklistAsync(string campaign, LevelForm form, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, stop) || !MayChange)
            return NotFound();
        if (Levels.FirstOrDefault(level => level.Level == form.Level) is not { } shown)
            return NotFound();
        Sent = form.Level;
        Levels = [.. Levels.Select(level => level == shown ? form.WithSpare(Spare) : level)];
        var (wanted, days) = form.Read(T, Problems);
        if (Problems.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        var result = await checklists.SetAsync(Actor, campaign, form.Level, days, wanted, form.Seen, stop);
        return await AnswerAsync(result, campaign, T["campaign-checklist-saved", NameOf(Frame.Level(form.Level))], stop);
    }

    public async Task<IActionResult> OnPostUsualAsync(string campaign, int level, string? seen, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, stop) || !MayChange || Levels.FirstOrDefault(one => one.Level == level) is not { } shown)
            return NotFound();
        var usual = UsualChecklist
            .Items.Select(item => new WantedItem(null, item.Text, item.Days, item.Responsible, item.Evidence))
            .ToList();
        var days = Frame.Level(level).EntryDays;
        var result = await checklists.SetAsync(Actor, campaign, level, days, usual, seen ?? shown.Seen, stop);
        return await AnswerAsync(result, campaign, T["campaign-checklist-saved", NameOf(Frame.Level(level))], stop);
    }

    public async Task<IActionResult> OnPostCloseAsync(string campaign, string? closeOn, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, stop) || !MayChange)
            return NotFound();
        CloseOn = closeOn;
        if (EventForm.Day(closeOn, "closeOn", Problems, T) is not { } on)
        {
            Problems.TryAdd("closeOn", T["congress-day-wanted"]);
            return Refused(StatusCodes.Status422UnprocessableEntity);
        }
        return await AnswerAsync(
            await ending.CloseAsync(Actor, campaign, on, stop),
            campaign,
            T["campaign-closed", Formats.Day(on)],
            stop
        );
    }

    public async Task<IActionResult> OnPostReopenAsync(string campaign, CancellationToken stop) =>
        await ShowAsync(campaign, stop) && MayChange
            ? await AnswerAsync(await ending.ReopenAsync(Actor, campaign, stop), campaign, T["campaign-reopened"], stop)
            : NotFound();

    private async Task<IActionResult> AnswerAsync(RecordingResult result, string campaign, string done, CancellationToken stop)
    {
        switch (result.Outcome)
        {
            case Recorded.Done:
                Done = done;
                return LocalRedirect(PathOf(campaign));
            case Recorded.NotFound:
                return NotFound();
            case Recorded.Changed:
                await ShowAsync(campaign, stop);
                Problems["form"] = T["campaign-changed-meanwhile"];
                return Refused(StatusCodes.Status409Conflict);
            case Recorded.Refused:
                foreach (var problem in result.Problems)
                    Problems.TryAdd(problem.Field, English ? problem.Words.English : problem.Words.Vietnamese);
                return Refused(StatusCodes.Status422UnprocessableEntity);
            default:
                throw new InvalidOperationException(result.Outcome.ToString());
        }
    }

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ShowAsync(string campaign, CancellationToken stop)
    {
        if (await places.FollowedAsync(Person, campaign, Clock.Today, stop) is not { } frame)
            return false;
        if (await tree.FindAsync(frame.Root, stop) is not { } root)
            return false;
        if (!Person.Is(root.Path, Role.Administrator, Role.Auditor))
            return false;
        (Frame, Root, Title) = (frame, root, frame.Name);
        CloseOn = Formats.Day(Clock.Today);
        await using var database = databases.Create();
        var items = await database
            .Set<ChecklistItem>()
            .AsNoTracking()
            .Where(item => item.CampaignId == frame.Id && item.EndedOn == null)
            .OrderBy(item => item.Days)
            .ThenBy(item => item.Place)
            .ToListAsync(stop);
        Levels = [.. frame.Levels.Select(level => LevelForm.Of(level, [.. items.Where(i => i.Level == level.Ordinal)], Spare))];
        Windows = await ShownWindow.OfAsync(database, frame, stop);
        return true;
    }
}

/// <summary>A window that some organisation has narrowed.</summary>
internal sealed record ShownWindow(string Code, string Name, int Level, DateOnly? From, DateOnly? Until, string? Decision)
{
    public static async Task<IReadOnlyList<ShownWindow>> OfAsync(
        Database database,
        CampaignFrame frame,
        CancellationToken stop
    ) =>
        await database
            .Set<NarrowedWindow>()
            .Where(one => one.CampaignId == frame.Id)
            .Join(
                database.Set<Organisation>(),
                one => one.OrganisationId,
                organisation => organisation.Id,
                (one, organisation) =>
                    new
                    {
                        Window = one,
                        organisation.Code,
                        organisation.Name,
                    }
            )
            .OrderBy(one => one.Code)
            .ThenBy(one => one.Window.Ordinal)
            .Take(500)
            .Select(one => new ShownWindow(
                one.Code,
                one.Name,
                one.Window.Ordinal,
                one.Window.From,
                one.Window.Until,
                one.Window.Decision
            ))
            .ToListAsync(stop);
}

/// <summary>The checklist of one level as it was typed.</summary>
internal sealed class LevelForm
{
    public int Level { get; set; }
    public string? Seen { get; set; }
    public string? EntryDays { get; set; }
    public List<ItemForm> Items { get; set; } = [];

    private const int MostItems = 60;

    public static LevelForm Of(FrameLevel level, IReadOnlyList<ChecklistItem> items, int spare) =>
        new LevelForm
        {
            Level = level.Ordinal,
            Seen = ChecklistSetting.SeenOf(level, items),
            EntryDays = level.EntryDays.ToString(CultureInfo.InvariantCulture),
            Items = [.. items.Select(ItemForm.Of)],
        }.WithSpare(spare);

    public LevelForm WithSpare(int spare)
    {
        for (var empty = Items.Count(item => item.IsEmpty); empty < spare; empty++)
            Items.Add(new());
        return this;
    }

    public (IReadOnlyList<WantedItem> Items, int EntryDays) Read(Ui.Texts t, Dictionary<string, string> problems)
    {
        if (
            !int.TryParse(EntryDays?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days > CampaignLevel.MostEntryDays
        )
            problems["entryDays"] = t["campaign-entry-days-form", CampaignLevel.MostEntryDays];
        var wanted = new List<WantedItem>();
        for (var i = 0; i < Items.Count; i++)
        {
            if (!Items[i].IsEmpty && Items[i].Read(i, t, problems) is { } item)
                wanted.Add(item);
        }
        if (wanted.Count > MostItems)
            problems["form"] = t["campaign-items-many", MostItems];
        return (wanted, days);
    }
}

/// <summary>One row of it.</summary>
internal sealed class ItemForm
{
    public long? Id { get; set; }
    public string? Text { get; set; }
    public string? Days { get; set; }

    /// <summary>"before" or "after" the congress day.</summary>
    public string? Side { get; set; }
    public string? Responsible { get; set; }
    public string? Evidence { get; set; }

    /// <summary>A row whose text is gone is no longer asked for; a new one is empty where nothing at all stands in it.</summary>
    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Text)
        && (
            Id is not null
            || (string.IsNullOrWhiteSpace(Days) && string.IsNullOrWhiteSpace(Responsible) && string.IsNullOrWhiteSpace(Evidence))
        );

    /// <summary>As the form sends it.</summary>
    public static string Field(int row, string name) => FormattableString.Invariant($"items[{row}].{name}");

    public static ItemForm Of(ChecklistItem item) =>
        new()
        {
            Id = item.Id,
            Text = item.Text,
            Days = Math.Abs(item.Days).ToString(CultureInfo.InvariantCulture),
            Side = item.Days > 0 ? "after" : "before",
            Responsible = item.Responsible,
            Evidence = item.EvidenceWanted,
        };

    public WantedItem? Read(int row, Ui.Texts t, Dictionary<string, string> problems)
    {
        var text = Clean(Text) ?? "";
        if (text.Length == 0)
            problems[Field(row, "text")] = t["campaign-text-wanted"];
        if (text.Length > ChecklistItem.LongestText)
            problems[Field(row, "text")] = t["campaign-text-long", ChecklistItem.LongestText];
        if (Responsible?.Trim().Length > ChecklistItem.LongestResponsible)
            problems[Field(row, "responsible")] = t["campaign-text-long", ChecklistItem.LongestResponsible];
        if (Evidence?.Trim().Length > ChecklistItem.LongestText)
            problems[Field(row, "evidence")] = t["campaign-text-long", ChecklistItem.LongestText];
        if (
            !int.TryParse(Days?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days > ChecklistItem.MostDays
        )
        {
            problems[Field(row, "days")] = t["campaign-days-form", ChecklistItem.MostDays];
            return null;
        }
        return new(Id, text, Side == "after" ? days : -days, Clean(Responsible), Clean(Evidence));
    }

    private static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Fold.Clean(typed).Trim();
}
