using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>What the composition of a new committee should be. Aims are reported as met or not; they never block.</summary>
/// <param name="Group">code of the people that it is about: women, under-40 …</param>
/// <param name="Name">the same in words</param>
/// <param name="Body">of which body</param>
/// <param name="AtLeast">least share of the body; null where only people are counted</param>
/// <param name="AtMost">greatest share of the body; null without one</param>
/// <param name="People">least number of people; null where only the share counts</param>
/// <param name="Article">where it is written</param>
public sealed record AimRule(
    string Group,
    Words Name,
    Post Body,
    Fraction? AtLeast,
    Fraction? AtMost,
    int? People,
    Article Article
);

/// <inheritdoc cref="AimRule" />
public static class Aim
{
    /// <param name="aim">from a rule set</param>
    /// <param name="members">of the body, &gt; 0</param>
    /// <param name="ofGroup">those of them who belong to the group</param>
    /// <returns>whether the aim is met</returns>
    public static Decision<bool> Of(AimRule aim, long members, long ofGroup)
    {
        var met =
            (aim.AtLeast?.IsReachedBy(ofGroup, members) ?? true)
            && !(aim.AtMost?.IsExceededBy(ofGroup, members) ?? false)
            && ofGroup >= (aim.People ?? 0);
        var share = new Share(ofGroup, members);
        var vi = Parts(
            aim.AtLeast is { } least ? $"từ {least} trở lên" : null,
            aim.AtMost is { } most ? $"không quá {most}" : null,
            aim.People is { } people ? $"ít nhất {Vi(people)} người" : null
        );
        var en = Parts(
            aim.AtLeast is { } leastEn ? $"at least {leastEn}" : null,
            aim.AtMost is { } mostEn ? $"at most {mostEn}" : null,
            aim.People is { } peopleEn ? $"at least {En(peopleEn)} in number" : null
        );
        return new(
            Subject.Aim,
            met,
            aim.Article,
            new(
                $"{aim.Name.Vietnamese}: {Vi(ofGroup)}/{Vi(members)} ({Vi(share)}), chỉ tiêu {vi}: "
                    + (met ? "đạt." : "chưa đạt."),
                $"{aim.Name.English}: {En(ofGroup)} of {En(members)} ({En(share)}), the aim is {en}: "
                    + (met ? "met." : "not met.")
            )
        );
    }

    private static string Parts(params ReadOnlySpan<string?> parts)
    {
        var said = "";
        foreach (var part in parts)
        {
            if (part is not null)
                said += said.Length == 0 ? part : ", " + part;
        }
        return said;
    }
}
