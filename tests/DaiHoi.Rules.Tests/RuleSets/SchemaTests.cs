using System.Diagnostics;
using System.Text;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.RuleSets;

/// <summary>The published schemas, read by a validator that is not ours.</summary>
public sealed class SchemaTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public async Task The_published_schemas_accept_what_the_program_brings_and_writes()
    {
        Assert.SkipWhen(UnderMutation.Now, "it starts another program");
        var folder = Directory.CreateTempSubdirectory("rules-schema-");
        try
        {
            var formats = Path.Combine(Root, "docs/formats");
            var lines = new List<string>();
            foreach (var id in RuleSet.Known)
                lines.Add(
                    $"{Path.Combine(Root, "src/DaiHoi.Rules/RuleSets/schema.json")}\t{await SaveAsync(folder, $"{id}.json", RuleSet.Resource($"{id}.json"))}\ttrue"
                );
            lines.Add(
                $"{Path.Combine(Root, "src/DaiHoi.Rules/RuleSets/schema.json")}\t{await SaveAsync(folder, "empty.json", "{}"u8.ToArray())}\tfalse"
            );
            foreach (var sample in Samples.All)
            {
                var input = Samples.Read(sample);
                lines.Add(
                    $"{Path.Combine(formats, "count.input.schema.json")}\t{await SaveAsync(folder, $"{sample}.in.json", input)}\ttrue"
                );
                using var output = new MemoryStream();
                CountJson.Write(Count.Of(CountFile.Read(input, RuleSet.Named).Counting!), Language.English, output);
                lines.Add(
                    $"{Path.Combine(formats, "count.output.schema.json")}\t{await SaveAsync(folder, $"{sample}.out.json", output.ToArray())}\ttrue"
                );
                lines.Add(
                    $"{Path.Combine(formats, "count.output.schema.json")}\t{Path.Combine(folder.FullName, $"{sample}.in.json")}\tfalse"
                );
            }
            Assert.Equal("", await ValidateAsync(folder, lines));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ValidateAsync(DirectoryInfo folder, List<string> lines)
    {
        var list = await SaveAsync(folder, "list.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var node = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Root, "tests/DaiHoi.Rules.Tests/RuleSets/validate.mjs"), list])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await node.StandardOutput.ReadToEndAsync() + await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return said;
    }

    private static async Task<string> SaveAsync(DirectoryInfo folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DaiHoi.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
