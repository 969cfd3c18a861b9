using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.MyWork.Pages;

/// <summary>What waits for whoever has signed in, from every room.</summary>
[ForSignedIn]
internal sealed class ReadMyWork(DeskContext desk, IEnumerable<IWaitingWork> rooms) : DeskPage(desk)
{
    public const string OwnPath = "/viec-cua-toi";

    public List<WorkGroup> Groups { get; } = [];

    public bool IsLate(WorkLine line) => line.Due < Clock.Today;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Title = T["my-work"];
        foreach (var room in rooms)
            Groups.AddRange(await room.OfAsync(Person, T, stop));
    }
}
