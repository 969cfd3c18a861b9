using System.Text.Json;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Json;

/// <summary>
/// What one reading of a document has found wrong. Reading goes on after a problem, with a stand-in for the value, so that
/// somebody who writes a file sees all that is wrong with it; what was read is used only when nothing was.
/// </summary>
internal sealed class Reading
{
    /// <summary>Problems that are told; a file with more is wrong throughout.</summary>
    public const int Most = 50;
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The articles that were read, in the order of the document.</summary>
    public List<ArticleAt> Articles { get; } = [];

    /// <summary>The rule set that is being read; articles name it.</summary>
    public string RuleSet { get; set; } = "?";

    /// <summary>The documents that its articles may cite, by their key.</summary>
    public IReadOnlyDictionary<string, Document> Documents { get; set; } = new Dictionary<string, Document>();

    public void Refuse(string place, Words message)
    {
        if (problems.Count < Most)
            problems.Add(new(place, message));
    }

    public JsonDocument? Refused(Words message)
    {
        Refuse("", message);
        return null;
    }
}
