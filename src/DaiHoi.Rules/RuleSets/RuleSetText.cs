namespace DaiHoi.Rules.RuleSets;

/// <summary>The files of the rule sets that the program brings, for whoever keeps one beside what was decided by it.</summary>
public static class RuleSetText
{
    /// <summary>The file, byte for byte; null for an id that the program does not know.</summary>
    public static byte[]? Of(string id) => RuleSet.Known.Contains(id) ? RuleSet.Resource($"{id}.json") : null;
}
