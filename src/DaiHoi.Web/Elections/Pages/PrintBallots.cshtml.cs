using DaiHoi.Documents;
using DaiHoi.Web.Elections.Papers;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>What the ballot of a closed list looks like, and the ballots to be printed. Before the closing it is not found.</summary>
[ForSignedIn]
internal sealed class PrintBallots(DeskContext desk, ElectionBook book, BallotPrinting printing) : ElectionPage(desk, book)
{
    public PrintForm Form { get; private set; } = new();
    public BallotSheet Sheet { get; private set; } = null!;

    /// <summary>Until the box is opened.</summary>
    public bool MayPrint => Election.BoxOpenedAt is null;

    public static string Address(long election) => PathOf(election) + "/phieu";

    public async Task<IActionResult> OnGetAsync(long election, CancellationToken stop) =>
        await ShowAsync(election, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long election, PrintForm form, CancellationToken stop)
    {
        Form = form;
        if (!await ShowAsync(election, stop))
            return NotFound();
        var pdf = new MemoryStream();
        var wanted = new WantedBallots(form.Paper, TypedCount.Of(form.Copies), form.Ordinal, form.Mark);
        var answer = await printing.PrintAsync(Actor, Opened, wanted, pdf, stop);
        return answer.Outcome switch
        {
            Answered.Done => File(
                pdf.ToArray(),
                "application/pdf",
                FileName.Of($"{T["printed-ballot-file"]} {Election.Title} {TypedLine.Of(form.Mark)}", ".pdf", 120)
            ),
            Answered.NotFound => NotFound(),
            _ => Refused(answer),
        };
    }

    private async Task<bool> ShowAsync(long election, CancellationToken stop)
    {
        if (!await FindAsync(election, stop) || !BallotPrinting.IsFor(Opened))
            return false;
        var ordinal = PapersOfElection.TryOrdinal(Form.Ordinal, out var typed) ? typed : null;
        Sheet = await printing.SheetAsync(Opened, ordinal, null, stop);
        return true;
    }
}

/// <summary>What is to be printed, as it was typed.</summary>
internal sealed class PrintForm
{
    public BallotPaper Paper { get; set; } = BallotPaper.A5;
    public string? Copies { get; set; }
    public string? Ordinal { get; set; }
    public string? Mark { get; set; }
}
