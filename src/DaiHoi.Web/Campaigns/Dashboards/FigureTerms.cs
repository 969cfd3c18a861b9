using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>Of what a figure is a share, read from its definition.</summary>
internal static class FigureTerms
{
    public static string ShareOf(FigureDefinition figure, Texts t) =>
        figure switch
        {
            { Denominator: [] } => t["figure-of-nothing"],
            { Denominator: [Measure.Expected], Less: [Measure.Exempt] } => t["figure-of-due"],
            { Denominator: [Measure.Expected] } => t["figure-of-expected"],
            { Denominator: [Measure.Model] } => t["figure-of-models"],
            { Denominator: [Measure.Elected] } => t["figure-of-elected"],
            { Denominator: [Measure.Summoned] } => t["figure-of-summoned"],
            { Denominator: [Measure.Held, Measure.ResultReported, Measure.Ratified] } => t["figure-of-held"],
            _ => throw new InvalidOperationException($"nobody has said of what {figure.Name} is a share"),
        };
}
