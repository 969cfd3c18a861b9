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
    /// <summary>null where no signed result has the hash: the paper is of something else, or its hash was typed wrongly.</summary>
    public KnownHash? Known { get; private set; }
    public ResultVerdict? Verdict { get; private set; }

    /// <summary>As it was asked for.</summary>
    public string Hash { get; private set; } = "";

    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    public async Task<IActionResult> OnGetAsync(string hash, CancellationToken stop)
    {
        (Hash, Title) = (hash, T["verify-title"]);
        Known = await results.ByHashAsync(hash, stop);
        if (Known is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
            Verdict = ResultCheck.Of(Encoding.UTF8.GetBytes(Known.Signed.Archive), Known.Signed.Hash);
        return Page();
    }
}
