using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>
/// axe (https://github.com/dequelabs/axe-core, as its package brings it), asked within the page itself and only for what is
/// wrong: the package's own way opens a second window for each question and carries every element that is right through
/// the wire, which takes ten times as long.
/// </summary>
public static class Axe
{
    /// <summary>WCAG 2.2 AA and good practice.</summary>
    public const string Standard =
        """{ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";

    /// <summary>What another scheme of colours can change.</summary>
    public const string Contrast = """{ "type": "rule", "values": ["color-contrast"] }""";

    private static readonly Lazy<string> Script = new(() =>
    {
        using var stream = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js");
        using var reader = new StreamReader(stream!);
        return reader.ReadToEnd();
    });

    /// <summary>Each rule that the page breaks, with the first element that breaks it; empty where all is well.</summary>
    /// <param name="rules"><see cref="Standard"/> or <see cref="Contrast"/></param>
    public static async Task<string[]> FindAsync(IPage page, string rules = Standard)
    {
        if (!await page.EvaluateAsync<bool>("!!window.axe"))
            await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              const result = await axe.run(document, { runOnly: {{rules}}, resultTypes: ["violations"] });
              if (!result.testEngine) throw new Error("axe did not run");
              return result.violations.map(v => `${v.id}: ${v.nodes[0].html}`);
            }
            """
        );
        return found;
    }
}
