using DaiHoi.Rules;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>The programme of a congress: its sessions, what comes in each, when, and what is read.</summary>
[ForSignedIn]
internal sealed class SetAgenda(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    DayReading reading,
    AgendaSetting setting
) : CongressPage(desk, book, pages)
{
    public const string Ending = "chuong-trinh";

    public CongressDay Day { get; private set; } = null!;
    public SessionForm Session { get; private set; } = new();
    public ItemForm Item { get; private set; } = new();

    /// <summary>What the rules say where the sessions take more time than they give.</summary>
    public IReadOnlyList<Decision<bool>> Beyond =>
        CongressTime.Beyond(Opened, [.. Day.Sessions.Select(one => one.Session)], Clock);

    public bool MaySet => Opened.Rights.MayRun;

    public string NameOf(AgendaStep step) => AgendaWords.Of(step, T);

    public string LongDay(DateTime utc) => Formats.LongDay(Clock.DayOf(utc), English);

    /// <param name="phien">the session that is to be changed</param>
    /// <param name="muc">the item that is to be changed</param>
    public async Task<IActionResult> OnGetAsync(
        string campaign,
        string organisation,
        long? phien,
        long? muc,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        if (Day.Sessions.FirstOrDefault(one => one.Session.Id == phien) is { } session)
            Session = SessionForm.Of(session.Session, Clock);
        if (Day.Items.FirstOrDefault(one => one.Id == muc) is { } item)
            Item = ItemForm.Of(item);
        return Page();
    }

    public async Task<IActionResult> OnPostSessionAsync(
        string campaign,
        string organisation,
        SessionForm session,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Session = session;
        return Answer(
            await setting.SetSessionAsync(Actor, Opened, session.Id, session.Read(Clock), stop),
            "session-was-set",
            PathTo(Ending)
        );
    }

    public async Task<IActionResult> OnPostRemoveSessionAsync(
        string campaign,
        string organisation,
        long id,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await setting.RemoveSessionAsync(Actor, Opened, id, stop), "session-was-removed", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostUsualAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await setting.TakeUsualAsync(Actor, Opened, stop), "agenda-was-taken", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostItemAsync(string campaign, string organisation, ItemForm item, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Item = item;
        if (!Enum.IsDefined(item.Step))
            return NotFound();
        return Answer(
            await setting.SetItemAsync(
                Actor,
                Opened,
                item.Id,
                new(item.Session, item.Step, item.Title, TypedCount.Of(item.Minutes), item.Text),
                stop
            ),
            "agenda-was-set",
            PathTo(Ending)
        );
    }

    public async Task<IActionResult> OnPostUpAsync(string campaign, string organisation, long id, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await setting.MoveUpAsync(Actor, Opened, id, stop), "agenda-was-set", PathTo(Ending))
            : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string campaign, string organisation, long id, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await setting.RemoveItemAsync(Actor, Opened, id, stop), "agenda-item-was-removed", PathTo(Ending))
            : NotFound();

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "agenda-title", stop))
            return false;
        Day = await reading.DayAsync(Opened.Congress, stop);
        return true;
    }
}

/// <summary>A session, as it was typed.</summary>
internal sealed class SessionForm
{
    public long? Id { get; set; }
    public string? Name { get; set; }
    public string? On { get; set; }
    public string? Starts { get; set; }
    public string? Ends { get; set; }
    public bool Preparatory { get; set; }

    public static SessionForm Of(CongressSession session, Platform.Time.SiteClock clock) =>
        new()
        {
            Id = session.Id,
            Name = session.Name,
            On = Formats.Day(clock.DayOf(session.StartsAt)),
            Starts = ClockTime.Of(clock.ToSite(session.StartsAt)),
            Ends = ClockTime.Of(clock.ToSite(session.EndsAt)),
            Preparatory = session.IsPreparatory,
        };

    public WantedSession Read(Platform.Time.SiteClock clock)
    {
        DateTime? At(string? time) =>
            TypedDay.Of(On) is { } day && ClockTime.Read(time) is { } at ? clock.ToUtc(day.ToDateTime(at)) : null;
        return new(Name, At(Starts), At(Ends), Preparatory);
    }
}

/// <summary>An item of the agenda, as it was typed.</summary>
internal sealed class ItemForm
{
    public long? Id { get; set; }
    public long Session { get; set; }
    public AgendaStep Step { get; set; } = AgendaStep.Other;
    public string? Title { get; set; }
    public string? Minutes { get; set; }
    public string? Text { get; set; }

    public static ItemForm Of(AgendaItem item) =>
        new()
        {
            Id = item.Id,
            Session = item.SessionId,
            Step = item.Step,
            Title = item.Title,
            Minutes = FormattableString.Invariant($"{item.Minutes}"),
            Text = item.Text,
        };
}
