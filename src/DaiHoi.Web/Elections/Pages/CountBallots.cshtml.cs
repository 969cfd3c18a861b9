using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>
/// The table of the counting board: figures of the hall, batches, where the two groups differ, what the board decides, and the
/// signature. Before it, nothing here tells of the outcome: no votes, no sums, no valid and invalid ballots.
/// </summary>
[ForSignedIn]
internal sealed class CountBallots(
    DeskContext desk,
    ElectionBook book,
    BoxOpening box,
    BatchResizing resizing,
    TallyComparing comparing,
    ResultSigning signing,
    HallReading hall
) : ElectionPage(desk, book)
{
    public IReadOnlyList<BatchProgress> Batches { get; private set; } = [];
    public BoxForm Form { get; private set; } = new();

    /// <summary>What check-in says of the session; null where nobody is checked in, and once the box is open.</summary>
    public HallBase? Hall { get; private set; }

    /// <summary>Who may not count, because he stands himself.</summary>
    public bool IsCandidate => Opened.HasCandidate(Person.Name);

    public IEnumerable<Deduction> Deductions => Opened.Rules.Elections.Bases[Election.Kind].Deductions;

    public IEnumerable<(InvalidReason Reason, Article Article)> Reasons => InvalidReasons.Of(Opened.Rules);

    /// <summary>What a look at one ballot in a correction is: the board's decision, or the third person's reading.</summary>
    public string Again => Opened.Rights.IsHead ? "Decide" : "Look";

    /// <summary>Ballots that the person has settled and may put right before the signature, as (batch, ballot).</summary>
    public IEnumerable<(int Batch, int Number)> Settled =>
        Batches.SelectMany(batch =>
            (
                Opened.Rights.IsHead ? batch.Decided
                : Opened.Rights.IsThird ? batch.LookedAgain
                : []
            ).Select(number => (batch.Number, number))
        );

    /// <summary>Whether one ballot can be looked at again: in a correction any, before the signature those that were settled here.</summary>
    public bool MayLookAgain =>
        (Opened.Rights.IsHead || Opened.Rights.IsThird)
        && Election.State == ElectionState.Counting
        && (Election.IsBeingCorrected || Settled.Any());

    public bool IsOpenBox => Election.State is ElectionState.Counting or ElectionState.Signed;

    /// <summary>Whether sizes of batches can still be put right: nobody has signed, and the head sits at the table.</summary>
    public bool MayResize =>
        Opened.Rights.IsHead
        && Election.State == ElectionState.Counting
        && !Election.IsBeingCorrected
        && Taken.Count < Batches.Count;

    /// <summary>Numbers of the batches that a group has taken.</summary>
    public IReadOnlySet<int> Taken { get; private set; } = new HashSet<int>();

    /// <summary>As they were typed, or as the batches are.</summary>
    public IReadOnlyList<string?> Sizes { get; private set; } = [];
    public string? Recounted { get; private set; }

    public bool MaySign =>
        Opened.Rights.IsHead
        && Election.State == ElectionState.Counting
        && Batches.Count > 0
        && Batches.All(batch => batch.InA && batch.InB && batch.Open.Count == 0);

    public async Task<IActionResult> OnGetAsync(long election, CancellationToken stop) =>
        await ShowAsync(election, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBoxAsync(long election, BoxForm form, CancellationToken stop)
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        Form = form;
        var figures = new HallFigures(
            TypedCount.Of(form.Summoned) ?? 0,
            TypedCount.Of(form.Present) ?? 0,
            [
                .. Deductions.Select(
                    (deduction, i) => new Deducted(deduction.Reason, TypedCount.Of(form.Deducted.ElementAtOrDefault(i)) ?? 0)
                ),
            ],
            TypedCount.Of(form.Issued) ?? 0,
            TypedCount.Of(form.Collected) ?? 0
        );
        var answer = Election.IsBeingCorrected
            ? await box.CorrectAsync(Actor, Opened, figures, form.Differs, stop)
            : await box.OpenAsync(
                Actor,
                Opened,
                figures,
                form.Method,
                (int?)TypedCount.Of(form.Size),
                form.Differs,
                form.Boardless,
                stop
            );
        return Answer(answer, Election.IsBeingCorrected ? "election-figures-saved" : "election-box-is-open");
    }

    public async Task<IActionResult> OnPostResizeAsync(
        long election,
        string? collected,
        List<string?> sizes,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        (Recounted, Sizes) = (collected, sizes);
        // The last field is for a further batch, and empty where there is none.
        var typed = sizes.Where((size, i) => i < Batches.Count || !string.IsNullOrWhiteSpace(size)).Select(TypedCount.Of);
        return Answer(
            await resizing.ResizeAsync(Actor, Opened, TypedCount.Of(collected), [.. typed], stop),
            "batches-are-resized"
        );
    }

    public async Task<IActionResult> OnPostLookAsync(
        long election,
        int batch,
        int number,
        string? marks,
        CancellationToken stop
    ) =>
        await ShowAsync(election, stop)
            ? Answer(await comparing.LookAsync(Person, Actor, Opened, batch, number, marks, stop), "ballot-looked-at")
            : NotFound();

    public async Task<IActionResult> OnPostDecideAsync(
        long election,
        int batch,
        int number,
        string? marks,
        InvalidReason? reason,
        CancellationToken stop
    ) =>
        await ShowAsync(election, stop)
            ? Answer(await comparing.DecideAsync(Person, Actor, Opened, batch, number, marks, reason, stop), "ballot-was-decided")
            : NotFound();

    public async Task<IActionResult> OnPostKeepAsync(long election, CancellationToken stop)
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        var answer = await signing.EndCorrectionAsync(Actor, Opened, stop);
        return Answer(answer, "correction-has-ended", PathOfResult(election));
    }

    public async Task<IActionResult> OnPostSignAsync(long election, CancellationToken stop)
    {
        if (!await ShowAsync(election, stop))
            return NotFound();
        var answer = await signing.SignAsync(Person, Actor, Opened, stop);
        return Answer(answer, "result-is-signed", PathOfResult(election));
    }

    private IActionResult Answer(Answer answer, string done) => Answer(answer, done, PathOfCount(Election.Id));

    private async Task<bool> ShowAsync(long election, CancellationToken stop)
    {
        if (!await FindAsync(election, stop) || Election.ListClosedAt is null)
            return false;
        Batches = await comparing.ProgressAsync(Election, stop);
        Taken = await resizing.TakenAsync(election, stop);
        Sizes = [.. Batches.Select(batch => FormattableString.Invariant($"{batch.Size}"))];
        Recounted = FormattableString.Invariant($"{Election.Collected}");
        if (Election.State == ElectionState.ListClosed && Opened.Rights.IsHead)
            Hall = await hall.BaseAsync(Opened.Rules, Election.Kind, Election.CongressId, Clock.UtcNow, stop);
        Form = BoxForm.Of(Election, Deductions, Hall);
        return true;
    }
}

/// <summary>The figures of the hall and the box, as they were typed.</summary>
internal sealed class BoxForm
{
    public string? Summoned { get; set; }
    public string? Present { get; set; }

    /// <summary>In the order of the deductions of the rule set.</summary>
    public List<string?> Deducted { get; set; } = [];
    public string? Issued { get; set; }
    public string? Collected { get; set; }
    public string? Size { get; set; } = FormattableString.Invariant($"{BallotBatch.Usual}");
    public CountMethod Method { get; set; }

    /// <summary>Counted again: right, though check-in has other figures.</summary>
    public bool Differs { get; set; }

    /// <summary>Opened, though no vote on the counting board is entered.</summary>
    public bool Boardless { get; set; }

    /// <param name="hall">what check-in says; taken over where nothing was entered yet</param>
    public static BoxForm Of(HeldElection election, IEnumerable<Deduction> deductions, HallBase? hall)
    {
        var deducted = hall?.Deducted.ToList() ?? DeductedText.Read(election.Deducted);
        return new()
        {
            Summoned = Text(election.Summoned ?? hall?.Summoned),
            Present = Text(election.Present ?? hall?.Present),
            Deducted = [.. deductions.Select(one => Text(deducted.Find(known => known.Reason == one.Reason)?.Count))],
            Issued = Text(election.Issued),
            Collected = Text(election.Collected),
        };
    }

    private static string? Text(long? number) => number is { } there ? FormattableString.Invariant($"{there}") : null;
}
