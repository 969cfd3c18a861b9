using DaiHoi.Web.Campaigns.Citing;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The proof of a figure that an article cites: what it means, the day, the list by organisation, and what was corrected since.</summary>
internal sealed class ReadProof(PublicContext portal, FigureCitations citations) : PublicPage(portal)
{
    private const int PerPage = 200;

    public FigureProof Proof { get; private set; } = null!;
    public IReadOnlyList<BehindFigure> Listed { get; private set; } = [];
    public int Number { get; private set; } = 1;
    public int Last { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken stop)
    {
        if (await citations.ProofAsync(key, stop) is not { } found)
            return NotFound();
        Proof = found;
        Title = T[found.Figure.Name + "-figure"];
        Unlisted = true;
        Last = Math.Max(1, (found.Behind.Count + PerPage - 1) / PerPage);
        if (Request.Query["trang"].ToString() is { Length: > 0 } asked)
        {
            if (
                !int.TryParse(
                    asked,
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var number
                )
                || number < 1
                || number > Last
            )
                return NotFound();
            Number = number;
        }
        Listed = [.. found.Behind.Skip((Number - 1) * PerPage).Take(PerPage)];
        KeepUntilChanged(found.ChangeKey);
        return Page();
    }

    public string Count(long number) => Formats.Number(number, English);

    public string Share(FigureNumbers numbers) =>
        numbers is { Denominator: { } whole, Share: { } share }
            ? T["proof-of", Count(whole), English ? $"{share}%" : $"{share.ToString().Replace('.', ',')} %"]
            : "";
}
