using System.Security.Cryptography;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.MyWork.Pages;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Mail;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.MyWork.Reminding;

/// <summary>
/// Reminds everybody of what waits for him, once a day at most: when something is late or due within two days, or when
/// something waits that did not wait when he was reminded last. Each letter is noted after the server has taken it; a crash
/// between the two sends it once more.
/// </summary>
internal sealed class ReminderRound(
    IKnowsAddresses addresses,
    IEnumerable<IWaitingWork> rooms,
    DatabaseFactory databases,
    Mailer mailer,
    SiteSettings settings,
    SiteClock clock
) : IDisposable
{
    private const int SoonDays = 2;

    // Two rounds at once would tell everybody twice.
    private readonly SemaphoreSlim alone = new(1);

    /// <returns>false where the mail server was not to be reached: those who had no letter are asked again</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        await alone.WaitAsync(stop);
        try
        {
            return await TellAsync(stop);
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    private async Task<bool> TellAsync(CancellationToken stop)
    {
        var today = clock.Today;
        await using var database = databases.Create();
        var known = await database.Set<Reminder>().ToDictionaryAsync(one => one.PersonId, stop);
        var letters = new List<Letter>();
        var told = new Dictionary<Letter, (Reminder Row, string Told)>(ReferenceEqualityComparer.Instance);
        foreach (var reachable in await addresses.AllAsync(stop))
        {
            var row = known.GetValueOrDefault(reachable.Person.Id);
            if (row is { IsOff: true } || row?.SentOn == today)
                continue;
            var t = Texts.In(reachable.English);
            var groups = new List<WorkGroup>();
            foreach (var room in rooms)
                groups.AddRange(await room.OfAsync(reachable.Person, t, stop));
            var mark = MarkOf(groups);
            var presses = groups.Any(group => group.Lines.Any(line => line.Due <= today.AddDays(SoonDays)));
            if (groups.Count == 0 || (row?.Told == mark && !presses))
                continue;
            if (row is null)
                database.Add(row = new() { PersonId = reachable.Person.Id });
            var letter = LetterTo(reachable, groups, t);
            letters.Add(letter);
            told[letter] = (row, mark);
        }
        return await mailer.SendAsync(
            letters,
            async letter =>
            {
                var (row, mark) = told[letter];
                row.Sent(today, mark);
                await database.SaveChangesAsync(stop);
            },
            stop
        );
    }

    private Letter LetterTo(ReachablePerson reachable, List<WorkGroup> groups, Texts t)
    {
        var text = new StringBuilder();
        text.AppendLine(t["reminder-greeting", reachable.Person.Name]).AppendLine();
        text.AppendLine(t["reminder-waits", Formats.Day(clock.Today)]);
        foreach (var group in groups)
        {
            text.AppendLine().AppendLine(group.Title + $" ({Formats.Number(group.Count, t.English)})");
            foreach (var line in group.Lines)
            {
                var parts = new[] { line.Title, line.Note, line.Due is { } due ? t["my-work-due", Formats.Day(due)] : null };
                text.AppendLine("- " + string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part))));
            }
        }
        text.AppendLine().AppendLine(t["reminder-all", settings.PublicAddress + ReadMyWork.OwnPath]);
        text.AppendLine(t["reminder-off"]);
        var count = groups.Sum(group => group.Count);
        return new(
            reachable.Email,
            reachable.Person.Name,
            t["reminder-subject", Formats.Number(count, t.English)],
            text.ToString()
        );
    }

    // Of the things themselves: that a day has passed is nothing new.
    private static string MarkOf(List<WorkGroup> groups) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', groups.SelectMany(group => group.Lines.Select(line => $"{line.Path} {line.Title}")))
                )
            )
        );
}
