using System.Globalization;
using System.Text;

namespace DaiHoi.Rules.RuleSets;

/// <summary>A kind of organisation: what a body of some level is called and how its name begins.</summary>
/// <param name="Code">its code in files: provincial-party-body</param>
/// <param name="Name">its name</param>
/// <param name="Levels">codes of the levels at which it occurs, at least one</param>
/// <param name="FirstWords">how names of this kind begin; none for the kind of whatever else stands at these levels</param>
public sealed record OrganisationKind(string Code, Words Name, IReadOnlyList<string> Levels, IReadOnlyList<string> FirstWords)
{
    /// <summary>
    /// The kind of an organisation by its level and its name: of those that occur at the level, the one with the most of the
    /// name's first words, whatever their case and marks; else the one that asks for none.
    /// </summary>
    /// <returns>null where the rule set has no kind for it</returns>
    public static OrganisationKind? Of(RuleSet rules, string level, string name)
    {
        var plain = Plain(name) + " ";
        OrganisationKind? found = null;
        var most = -1;
        foreach (var kind in rules.Kinds)
        {
            if (!kind.Levels.Contains(level))
                continue;
            var length = kind.FirstWords.Count == 0 ? 0 : kind.LongestOf(plain);
            if (length > most)
                (found, most) = (kind, length);
        }
        return found;
    }

    private readonly string[] plainFirstWords = [.. FirstWords.Select(words => Plain(words) + " ")];

    private int LongestOf(string plain)
    {
        var longest = -1;
        foreach (var words in plainFirstWords)
        {
            if (words.Length > longest && plain.StartsWith(words, StringComparison.Ordinal))
                longest = words.Length;
        }
        return longest;
    }

    // Marks and case away, one space between words: names are typed in many ways.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            var letter = char.ToLowerInvariant(c);
            if (!char.IsWhiteSpace(letter))
                plain.Append(letter == 'đ' ? 'd' : letter);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }
}
