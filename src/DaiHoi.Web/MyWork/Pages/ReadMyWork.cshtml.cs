using DaiHoi.Web.Data;
using DaiHoi.Web.MyWork.Reminding;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.MyWork.Pages;

/// <summary>What waits for whoever has signed in, from every room.</summary>
[ForSignedIn]
internal sealed class ReadMyWork(DeskContext desk, IEnumerable<IWaitingWork> rooms, DatabaseFactory databases) : DeskPage(desk)
{
    public const string OwnPath = "/viec-cua-toi";

    public List<WorkGroup> Groups { get; } = [];

    /// <summary>Whether the person is reminded by letter.</summary>
    public bool IsReminded { get; private set; }

    public bool IsLate(WorkLine line) => line.Due < Clock.Today;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Title = T["my-work"];
        foreach (var room in rooms)
            Groups.AddRange(await room.OfAsync(Person, T, stop));
        await using var database = databases.Create();
        IsReminded = !await database.Set<Reminder>().AnyAsync(one => one.PersonId == Person.Id && one.IsOff, stop);
    }

    public async Task<IActionResult> OnPostAsync(bool reminded, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var row = await database.Set<Reminder>().FirstOrDefaultAsync(one => one.PersonId == Person.Id, stop);
        if (row is null)
            database.Add(row = new() { PersonId = Person.Id });
        row.IsOff = !reminded;
        await database.SaveChangesAsync(stop);
        await transaction.CommitAsync(CancellationToken.None);
        Done = T[reminded ? "reminders-turned-on" : "reminders-turned-off"];
        return LocalRedirect(OwnPath);
    }
}
