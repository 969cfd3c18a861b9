using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Campaigns;

/// <summary>When the congresses of a level are held. The last day belongs to the window as a whole.</summary>
public static class Window
{
    /// <summary>The window of a level, or of one kind of organisation in it.</summary>
    /// <returns>null where the rule set sets none</returns>
    public static WindowRule? Of(RuleSet rules, string level, string? kind = null) => Find(rules.Campaign.Windows, level, kind);

    /// <summary>The window of model congresses.</summary>
    public static WindowRule? OfModels(RuleSet rules, string level, string? kind = null) =>
        Find(rules.Campaign.ModelWindows, level, kind);

    /// <summary>Whether a congress may be held on a day.</summary>
    /// <param name="window">from the rule set</param>
    /// <param name="narrowed">what the levels above made of it; null where they left it</param>
    /// <param name="day">of the opening</param>
    public static Decision<bool> Allows(WindowRule window, Period? narrowed, DateOnly day)
    {
        var period = narrowed ?? window.Period;
        var inside = period.Contains(day);
        var words = period.InWords;
        return new(
            Subject.Window,
            inside,
            window.Article,
            new(
                $"Ngày {Vi(day)}; thời gian quy định {words.Vietnamese}: " + (inside ? "trong thời gian." : "ngoài thời gian."),
                $"{En(day)}; the window is {words.English}: " + (inside ? "inside." : "outside.")
            )
        );
    }

    /// <summary>Whether a level may set this window for those below it: it can only make narrower what was set above.</summary>
    /// <param name="rules">the rule set</param>
    /// <param name="above">as the level above left it</param>
    /// <param name="proposed">the new window</param>
    public static Decision<bool> MayNarrow(RuleSet rules, Period above, Period proposed)
    {
        var (by, article) = rules.Campaign.NarrowedBy;
        var allowed = by == NarrowedBy.LevelAbove && above.Holds(proposed);
        var (old, now) = (above.InWords, proposed.InWords);
        return new(
            Subject.Window,
            allowed,
            article,
            by == NarrowedBy.Nobody
                ? new("Thời gian này không được thu hẹp.", "This window may not be narrowed.")
                : new(
                    $"Cấp trên quy định {old.Vietnamese}; đề nghị {now.Vietnamese}: "
                        + (allowed ? "nằm trong thời gian của cấp trên." : "vượt ra ngoài, chỉ được thu hẹp."),
                    $"Set above: {old.English}; proposed: {now.English}: "
                        + (allowed ? "inside it." : "outside it, a window may only be narrowed.")
                )
        );
    }

    private static WindowRule? Find(IReadOnlyList<WindowRule> windows, string level, string? kind) =>
        windows.FirstOrDefault(window => window.Level == level && window.For == kind)
        ?? windows.FirstOrDefault(window => window.Level == level && window.For is null);
}
