using System.Security.Cryptography;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>One batch of one group: ballot after ballot by keyboard. The other group's is not found, and asking for it is kept.</summary>
[ForSignedIn]
internal sealed class EnterBallots(DeskContext desk, ElectionBook book, BallotEntering entering) : ElectionPage(desk, book)
{
    private const string LaptopCookie = "may-kiem-phieu";
    private const int Shown = 10;

    public HeldBatch Held { get; private set; } = null!;
    public BoardGroup Group { get; private set; }

    /// <summary>The ballot that is typed; null where all are there.</summary>
    public int? Ballot { get; private set; }
    public string? Marks { get; private set; }

    public bool OnSheet => Election.Method == CountMethod.Sheets;
    public bool IsMine => Held.Entry is { } entry && entry.HolderId == Person.Id && entry.Laptop == Laptop;
    public bool IsOpen => Held.Entry?.HandedInAt is null && Election.State == ElectionState.Counting;
    public int Entered => Held.Ballots.Count;

    /// <summary>Ballots that nobody has entered, and the one that is typed.</summary>
    public string Missing =>
        string.Join(
            ' ',
            Held.MissingOf(OnSheet)
                .Union(Ballot is { } now ? [now] : [])
                .Order()
                .Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );

    /// <summary>The last lines that were typed, the newest first.</summary>
    public IEnumerable<EnteredBallot> Last => Held.Journal.Reverse().Take(Shown);

    public string Clocked(DateTime utc) =>
        Clock.ToSite(utc).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the rule set says of one ballot; the board decides on a doubtful one.</summary>
    public string VerdictOf(EnteredBallot line)
    {
        if (line.Doubtful)
            return T["ballot-doubtful"];
        if (OnSheet)
            return T["sheet-entered"];
        var candidates = Opened.Candidates.Count;
        return new Validity(Opened.Rules, Election.Form, Election.Seats, candidates)
            .Decide(BallotMarks.PaperOf(line.Marks, Election.Form, candidates))
            .Explanation.In(Said);
    }

    /// <summary>The letters with which invalid ballots are entered on a sheet: "b: bầu quá số lượng".</summary>
    public IEnumerable<string> SheetReasons =>
        InvalidReasons
            .Of(Opened.Rules)
            .Select(one => $"{SheetMarks.LetterOf(one.Reason)}: {Validity.NameOf(one.Reason).In(Said)}");

    public async Task<IActionResult> OnGetAsync(long election, int batch, string group, int? phieu, CancellationToken stop)
    {
        if (!await ShowAsync(election, batch, group, stop))
            return NotFound();
        if (phieu is { } wanted && wanted >= (OnSheet ? 0 : 1) && wanted <= Held.Batch.Size)
            (Ballot, Marks) = (wanted, Held.Ballots.Find(line => line.Number == wanted) is { } there ? Typed(there) : null);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(long election, int batch, string group, CancellationToken stop) =>
        await ShowAsync(election, batch, group, stop)
            ? Answer(await entering.TakeAsync(Person, Actor, Opened, batch, OwnLaptop(), stop), batch)
            : NotFound();

    public async Task<IActionResult> OnPostTakeOverAsync(long election, int batch, string group, CancellationToken stop) =>
        await ShowAsync(election, batch, group, stop)
            ? Answer(await entering.TakeOverAsync(Person, Actor, Opened, batch, OwnLaptop(), stop), batch)
            : NotFound();

    public async Task<IActionResult> OnPostAsync(
        long election,
        int batch,
        string group,
        int number,
        string? marks,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(election, batch, group, stop))
            return NotFound();
        var (answer, saved) = await entering.SaveAsync(Person, Opened, batch, number, marks, Laptop, stop);
        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
            return await InJsonAsync(answer, saved, batch, stop);
        if (answer.Stands)
            return LocalRedirect(PathOfBatch(election, batch, Group));
        (Ballot, Marks) = (number, marks);
        return Answer(answer, batch);
    }

    public async Task<IActionResult> OnPostHandInAsync(long election, int batch, string group, CancellationToken stop)
    {
        if (!await ShowAsync(election, batch, group, stop))
            return NotFound();
        var answer = await entering.HandInAsync(Person, Actor, Opened, batch, Laptop, stop);
        return Answer(answer, "batch-was-handed-in", PathOfCount(election));
    }

    private string? Laptop => Request.Cookies[LaptopCookie];

    private static string Typed(EnteredBallot line) => line.Doubtful ? $"{line.Marks} ?".Trim() : line.Marks;

    // One browser is one laptop: the batch is bound to it, so that the same person on two does not type it twice.
    private string OwnLaptop()
    {
        if (Laptop is { Length: 32 } known)
            return known;
        var laptop = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Response.Cookies.Append(
            LaptopCookie,
            laptop,
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(30),
            }
        );
        return laptop;
    }

    private async Task<JsonResult> InJsonAsync(Answer answer, EnteredBallot? saved, int batch, CancellationToken stop)
    {
        if (saved is null)
            return new(new { problem = answer.Problems.Count > 0 ? WordsOf(answer.Problems[0]) : T["election-moved-on"] })
            {
                StatusCode = answer.Outcome switch
                {
                    Answered.NotFound => StatusCodes.Status404NotFound,
                    Answered.Taken => StatusCodes.Status409Conflict,
                    _ => StatusCodes.Status422UnprocessableEntity,
                },
            };
        var now = (await entering.FindAsync(Election.Id, batch, Group, stop))!;
        return new(
            new
            {
                number = saved.Number,
                marks = Typed(saved),
                verdict = VerdictOf(saved),
                at = Clocked(saved.At),
                next = now.NextOf(OnSheet),
                entered = now.Ballots.Count,
            }
        );
    }

    private IActionResult Answer(Answer answer, int batch) =>
        answer.Stands ? LocalRedirect(PathOfBatch(Election.Id, batch, Group))
        : answer.Outcome == Answered.NotFound ? NotFound()
        : Refused(answer);

    private async Task<bool> ShowAsync(long election, int batch, string group, CancellationToken stop)
    {
        if (GroupOf(group) is not { } asked || !await FindAsync(election, stop))
            return false;
        if (Opened.Rights.Group != asked)
        {
            await entering.KeepPeekAsync(Actor, Opened, FormattableString.Invariant($"batch:{batch}/{asked}"), stop);
            return false;
        }
        if (await entering.FindAsync(election, batch, asked, stop) is not { } held)
            return false;
        (Held, Group, Ballot) = (held, asked, held.NextOf(Election.Method == CountMethod.Sheets));
        Title = T["batch-of", batch, Election.Title];
        return true;
    }
}
