using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>
/// Where the code on a badge leads: the camera of any telephone opens it, and whoever has the door of that congress stands before
/// the delegate. To everybody else a badge says nothing.
/// </summary>
[ForSignedIn]
internal sealed class FindBadge(DeskContext desk, DatabaseFactory databases, CongressBook book) : DeskPage(desk)
{
    public static string PathOf(string badge) => "/the/" + badge;

    public async Task<IActionResult> OnGetAsync(string badge, CancellationToken stop)
    {
        if (BadgeCode.In(badge) is not { } code)
            return NotFound();
        await using var database = databases.Create();
        var congress = await database
            .Set<ListedDelegate>()
            .Where(one => one.Badge == code)
            .Select(one => (long?)one.CongressId)
            .FirstOrDefaultAsync(stop);
        return congress is { } id && await book.OpenAsync(Person, id, stop) is { Rights.MayCheckIn: true } opened
            ? LocalRedirect($"{CongressPage.PathOf(opened, CheckIn.Ending)}?tim={code}")
            : NotFound();
    }
}
