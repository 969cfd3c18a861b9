using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>Levels as the rule set of the campaign calls them.</summary>
internal static class LevelWords
{
    /// <summary>"Cơ sở"; what the rule set adds in brackets is left to the rule set.</summary>
    public static string Of(CampaignFrame frame, FrameLevel level, Texts t)
    {
        var words = frame.RuleSet.Level(level.Code).Name;
        var name = t.English ? words.English : words.Vietnamese;
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }
}
