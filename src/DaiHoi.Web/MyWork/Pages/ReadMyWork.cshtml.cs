using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.MyWork.Pages;

/// <summary>What waits for whoever has signed in, from every room.</summary>
[ForSignedIn]
internal sealed class ReadMyWork(DeskContext desk, IEnumerable<IWaitingWork> rooms, Sql sql) : DeskPage(desk)
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
        IsReminded = !await sql.FirstAsync(
            "select is_off from reminder where person_id = @person",
            row => row.GetBoolean(0),
            stop,
            ("person", Person.Id)
        );
    }

    public async Task<IActionResult> OnPostAsync(bool reminded, CancellationToken stop)
    {
        await sql.RunAsync(
            "insert into reminder (person_id, is_off) values (@person, @off) on conflict (person_id) do update set is_off = @off",
            stop,
            ("person", Person.Id),
            ("off", !reminded)
        );
        Done = T[reminded ? "reminders-turned-on" : "reminders-turned-off"];
        return LocalRedirect(OwnPath);
    }
}
