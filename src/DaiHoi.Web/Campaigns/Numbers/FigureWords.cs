using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Numbers;

/// <summary>Figures in sentences, and why one cannot be given.</summary>
public static class FigureWords
{
    /// <summary>What somebody reads who asked for a figure that cannot be given.</summary>
    public static string Of(FigureAnswer answer, FigureQuestion question, Texts t)
    {
        var among = string.Join(", ", answer.Among);
        return answer.Problem switch
        {
            FigureProblem.NoCampaign => t["figure-no-campaign"],
            FigureProblem.UnknownCampaign => t["figure-unknown-campaign", question.Campaign, among],
            FigureProblem.SeveralCampaigns => t["figure-several-campaigns", among],
            FigureProblem.UnknownFigure => t["figure-unknown", question.Name, among],
            FigureProblem.UnknownOrganisation => t["figure-unknown-organisation", question.Organisation],
            FigureProblem.OutsideTheCampaign => t["figure-outside", question.Organisation],
            FigureProblem.UnknownLevel => t["figure-unknown-level", question.Level, among],
            _ => throw new InvalidOperationException("the figure was given"),
        };
    }

    /// <summary>"Đại hội đã tổ chức"</summary>
    public static string NameOf(string figure, Texts t) => t[figure + "-figure"];

    /// <summary>"Đại hội đã tổ chức, Đảng bộ tỉnh A, tính đến 02/03/2020: 295 trong 1.240 (23,79 %)."</summary>
    public static string Sentence(Figure figure, Texts t)
    {
        var (name, day) = (t[figure.Name + "-figure"], Formats.Day(figure.AsOf));
        var value = Formats.Number(figure.Numbers.Numerator, t.English);
        return figure.Numbers is { Denominator: { } whole, Share: { } share }
            ? t[
                "figure-sentence-of",
                name,
                figure.OrganisationName,
                day,
                value,
                Formats.Number(whole, t.English),
                Percent(share, t)
            ]
            : t["figure-sentence", name, figure.OrganisationName, day, value];
    }

    /// <summary>"99,77 %" as Vietnamese offices print it, "99.77%" in English.</summary>
    public static string Percent(Rules.Share share, Texts t)
    {
        var (whole, rest) = (share.Hundredths / 100, share.Hundredths % 100);
        return t.English ? $"{whole}.{rest:00}%" : $"{Formats.Number(whole, english: false)},{rest:00} %";
    }
}
