using System.Text;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>
/// Whether a hash, as minutes print it, belongs to a signed result, and whether that result still follows from its ballots. Open
/// to everybody who holds the paper; names and votes stand on the paper, not here.
/// </summary>
[Open]
internal sealed class VerifyResult(DeskContext desk, ResultReading results) : DeskPage(desk)
{
    public SignedResult Signed { get; private set; } = null!;
    public int Newest { get; private set; }

    /// <summary>When the election was annulled; null where its result counts.</summary>
    public DateTime? AnnulledAt { get; private set; }
    public ResultVerdict Verdict { get; private set; } = null!;

    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    public async Task<IActionResult> OnGetAsync(string hash, CancellationToken stop)
    {
        if (await results.ByHashAsync(hash, stop) is not var (signed, newest, annulled))
            return NotFound();
        (Signed, Newest, AnnulledAt, Title) = (signed, newest, annulled, T["verify-title"]);
        Verdict = ResultCheck.Of(Encoding.UTF8.GetBytes(signed.Archive), signed.Hash);
        return Page();
    }
}
