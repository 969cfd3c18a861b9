using DaiHoi.Web.Campaigns.Citing;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Campaigns.Demo;

/// <summary>The campaigns with which an installation begins that wants to be tried: one that is over, one to try things in.</summary>
public sealed class FirstCampaigns
{
    private const string Province = "BPC";

    private readonly NationalDemo demo;
    private readonly FirstDifficulties difficulties;
    private readonly FigureCitations citations;

    internal FirstCampaigns(NationalDemo demo, FirstDifficulties difficulties, FigureCitations citations) =>
        (this.demo, this.difficulties, this.citations) = (demo, difficulties, citations);

    /// <returns>the 295 grassroots organisations that had held their model congress on 2 March 2020, cited</returns>
    public async Task<CitedFigure> FillAsync(CancellationToken stop)
    {
        await demo.MakeProvinceAsync(Province, stop);
        await demo.MakeUnionAsync(stop);
        await difficulties.FillAsync(NationalCampaign.Code, stop);
        await difficulties.FillAsync(MadeUpUnion.Code, stop);
        var (cited, _) = await citations.CiteAsync(
            new(
                NationalCampaign.Code,
                "model-congresses-held",
                NationalCountry.RootCode,
                "grassroots",
                new DateOnly(2020, 3, 2),
                null
            ),
            Actor.Program,
            stop
        );
        return cited ?? throw new InvalidOperationException("The demo's campaign has no model congresses");
    }
}
