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
    Sql sql,
    Mailer mailer,
    SiteSettings settings,
    SiteClock clock
) : IDisposable
{
    private const int SoonDays = 2;

    // One busy mailbox keeps nobody from a letter; a server that says "later" to so many in a row means it.
    private const int MostLater = 50;

    /// <summary>So many are written to over one connection.</summary>
    public const int AtOnce = 100;

    // Two rounds at once would tell everybody twice.
    private readonly SemaphoreSlim alone = new(1);

    /// <returns>false where some had no letter, because the mail server was not to be reached or said "later"</returns>
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
        var known = await KnownAsync(stop);
        var (all, later) = (true, 0);
        // What one has is asked of every room: so many are written to over one connection, and noted, before the next are asked.
        foreach (var some in (await addresses.AllAsync(stop)).Chunk(AtOnce))
        {
            var letters = new List<Letter>();
            var told = new Dictionary<Letter, (long Person, string Mark)>(ReferenceEqualityComparer.Instance);
            foreach (var reachable in some)
            {
                if (
                    await LetterOrNoneAsync(reachable, known.GetValueOrDefault(reachable.Person.Id), stop)
                    is not var (letter, mark)
                )
                    continue;
                letters.Add(letter);
                told[letter] = (reachable.Person.Id, mark);
            }
            var sent = 0;
            var delivery = await mailer.SendAsync(
                letters,
                async letter =>
                {
                    await NoteAsync(told[letter].Person, told[letter].Mark, stop);
                    sent++;
                },
                stop
            );
            later = sent > 0 ? 0 : later + letters.Count;
            if (delivery == Delivery.Unreachable || later >= MostLater)
                return false;
            all &= delivery == Delivery.Done;
        }
        return all;
    }

    private async Task<Dictionary<long, Reminder>> KnownAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Reminder>().AsNoTracking().ToDictionaryAsync(one => one.PersonId, stop);
    }

    private async Task<(Letter Letter, string Mark)?> LetterOrNoneAsync(
        ReachablePerson reachable,
        Reminder? known,
        CancellationToken stop
    )
    {
        if (known is { IsOff: true } || known?.SentOn == clock.Today)
            return null;
        var t = Texts.In(reachable.English);
        var groups = new List<WorkGroup>();
        foreach (var room in rooms)
            groups.AddRange(await room.OfAsync(reachable.Person, t, stop));
        var mark = MarkOf(groups);
        var presses = groups.Any(group => group.Lines.Any(line => line.Due <= clock.Today.AddDays(SoonDays)));
        return groups.Count > 0 && (known?.Told != mark || presses) ? (LetterTo(reachable, groups, t), mark) : null;
    }

    private Task<int> NoteAsync(long person, string told, CancellationToken stop) =>
        sql.RunAsync(
            """
            insert into reminder (person_id, is_off, sent_on, told) values (@person, @no, @today, @told)
            on conflict (person_id) do update set sent_on = @today, told = @told
            """,
            stop,
            ("person", person),
            ("no", false),
            ("today", clock.Today),
            ("told", told)
        );

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
