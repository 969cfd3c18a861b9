using DaiHoi.Documents;
using DaiHoi.Web.Elections.Papers;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>The papers of a signed election, as PDF and as DOCX. Before the signature it is not found.</summary>
[ForSignedIn]
internal sealed class ListPapers(DeskContext desk, ElectionBook book, PapersOfElection papers, DetailsOfCandidates details)
    : ElectionPage(desk, book)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public SignedElection Signed { get; private set; } = null!;

    /// <summary>Which congress it is, as it was typed.</summary>
    public string? Ordinal { get; private set; }

    public static string Address(long election) => PathOf(election) + "/van-ban";

    public string NameOf(ElectionPaperKind kind) =>
        T[
            kind switch
            {
                ElectionPaperKind.Minutes => "paper-minutes",
                ElectionPaperKind.Notice => "paper-notice",
                ElectionPaperKind.Resolution => "paper-resolution",
                ElectionPaperKind.ElectedList => "paper-elected-list",
                ElectionPaperKind.ExtractList => "paper-extract-list",
                _ => throw new InvalidOperationException(kind.ToString()),
            }
        ];

    public string LinkOf(ElectionPaperKind kind, string handler) =>
        FormattableString.Invariant(
            $"?handler={handler}&giay={ElectionPapers.SlugOf(kind)}&ban={Signed.Signature.Version}&lan={Uri.EscapeDataString(Ordinal ?? "")}"
        );

    public string LinkOf(int version) => FormattableString.Invariant($"?ban={version}&lan={Uri.EscapeDataString(Ordinal ?? "")}");

    public async Task<IActionResult> OnGetAsync(long election, int? ban, string? lan, CancellationToken stop) =>
        await ShowAsync(election, ban, lan, stop) ? Page() : NotFound();

    public Task<IActionResult> OnGetPdfAsync(long election, string? giay, int? ban, string? lan, CancellationToken stop) =>
        HandOutAsync(
            election,
            giay,
            ban,
            lan,
            (".pdf", "application/pdf"),
            (stream, paper) => PdfPaper.Write(stream, paper, Signed.Layout),
            stop
        );

    public Task<IActionResult> OnGetDocxAsync(long election, string? giay, int? ban, string? lan, CancellationToken stop) =>
        HandOutAsync(
            election,
            giay,
            ban,
            lan,
            (".docx", Word),
            (stream, paper) => DocxPaper.Write(stream, paper, Signed.Layout),
            stop
        );

    private async Task<IActionResult> HandOutAsync(
        long election,
        string? slug,
        int? version,
        string? ordinal,
        (string Ending, string Type) form,
        Action<Stream, Paper> write,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(election, version, ordinal, stop) || ElectionPapers.Find(Signed, slug) is not { } kind)
            return NotFound();
        // A paper of what no longer counts would look like one of what does.
        if (Election.State == ElectionState.Annulled)
            return Page();
        // A number of a congress that cannot stand on a paper is told on the page, not left out of the paper.
        if (Problems.Count > 0)
            return Page();
        if (ElectionPapers.NeedsRecords(kind))
            Signed = await details.WithRecordsAsync(Actor, Opened, Signed, stop);
        var paper = ElectionPapers.Make(Signed, kind);
        var stream = new MemoryStream();
        write(stream, paper);
        return File(stream.ToArray(), form.Type, FileName.Of($"{paper.Type} {paper.Summary}", form.Ending, 120));
    }

    private async Task<bool> ShowAsync(long election, int? version, string? typed, CancellationToken stop)
    {
        if (!await FindAsync(election, stop))
            return false;
        if (!PapersOfElection.TryOrdinal(typed, out var ordinal))
        {
            Problems["lan"] = T["election-paper-ordinal-long", PapersOfElection.LongestOrdinal];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        if (await papers.ReadAsync(Opened, version, Problems.Count == 0 ? ordinal : null, stop) is not { } signed)
            return false;
        (Signed, Ordinal) = (signed, ordinal);
        return true;
    }
}
