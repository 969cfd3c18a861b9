using System.Text;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Keeping;
using DaiHoi.Web.Elections.Releasing;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>The signed result with its reasoning, its versions and its archive. Before the signature it is not found.</summary>
[ForSignedIn]
internal sealed class ReadResult(
    DeskContext desk,
    ElectionBook book,
    ResultReading results,
    ResultSigning signing,
    ResultReleasing releasing,
    BallotKeeping keeping,
    AfterBallotDeciding deciding
) : ElectionPage(desk, book)
{
    public CountedResult Read { get; private set; } = null!;

    /// <summary>When the hall was shown this version; null while it was not.</summary>
    public ResultRelease? Release { get; private set; }

    /// <summary>What became of the paper ballots; null while nobody has said.</summary>
    public KeptBallots? Kept { get; private set; }

    /// <summary>That the congress leaves the seats open which this version did not fill; null where it has not decided it.</summary>
    public AfterBallot? LeftOpen { get; private set; }

    public bool MayRelease =>
        ResultReleasing.MayRelease(Opened) && Release is null && Read.Signed.Version == Election.SignedVersion;

    public bool MaySeal => BallotKeeping.MaySeal(Opened) && Kept is null;

    public bool MayDestroy => Opened.Rights.MayArrange && Kept is { DestroyedOn: null };

    public string Day(DateOnly day) => Formats.Day(day);

    public string Outcome(Outcome outcome) => CountText.NameOf(outcome).In(Said);

    public string ShareOf(CandidateResult candidate) =>
        ShareInTable.Of(Read.Counting.Rules, PrintedShare.Of(Read.Counting, Read.Result, candidate.Votes)).In(Said);

    public async Task<IActionResult> OnGetAsync(long election, int? ban, CancellationToken stop) =>
        await ShowAsync(election, ban, stop) ? Page() : NotFound();

    /// <summary>The archive, for whoever recounts it elsewhere.</summary>
    public async Task<IActionResult> OnGetArchiveAsync(long election, int? ban, CancellationToken stop) =>
        await ShowAsync(election, ban, stop)
            ? File(
                Encoding.UTF8.GetBytes(Read.Signed.Archive),
                "application/json",
                FormattableString.Invariant($"ket-qua-{election}-ban-{Read.Signed.Version}.json")
            )
            : NotFound();

    public async Task<IActionResult> OnPostCorrectAsync(long election, string? reason, CancellationToken stop)
    {
        if (!await ShowAsync(election, null, stop))
            return NotFound();
        var answer = await signing.BeginCorrectionAsync(Person, Actor, Opened, reason, stop);
        return Answer(answer, "correction-has-begun", PathOfCount(election));
    }

    public async Task<IActionResult> OnPostReleaseAsync(long election, CancellationToken stop) =>
        await ShowAsync(election, null, stop)
            ? Answer(await releasing.ReleaseAsync(Actor, Opened, stop), "result-is-released")
            : NotFound();

    public async Task<IActionResult> OnPostSealAsync(long election, string? sealedOn, string? handedTo, CancellationToken stop) =>
        await ShowAsync(election, null, stop)
            ? Answer(await keeping.SealAsync(Actor, Opened, TypedDay.Of(sealedOn), handedTo, stop), "ballots-are-sealed")
            : NotFound();

    public async Task<IActionResult> OnPostDestroyAsync(
        long election,
        string? destroyedOn,
        string? under,
        CancellationToken stop
    ) =>
        await ShowAsync(election, null, stop)
            ? Answer(await keeping.DestroyAsync(Actor, Opened, TypedDay.Of(destroyedOn), under, stop), "ballots-are-destroyed")
            : NotFound();

    private IActionResult Answer(Answer answer, string done) => Answer(answer, done, PathOfResult(Election.Id));

    private async Task<bool> ShowAsync(long election, int? version, CancellationToken stop)
    {
        if (!await FindAsync(election, stop))
            return false;
        var read = version is { } asked
            ? await results.VersionAsync(election, asked, stop)
            : await results.NewestAsync(election, stop);
        if (read is null)
            return false;
        Read = read;
        Release = await releasing.ReleaseOfAsync(read.Signed.Id, stop);
        Kept = await keeping.OfAsync(election, stop);
        LeftOpen = await deciding.LeftOpenAsync(election, read.Signed.Version, stop);
        return true;
    }
}
