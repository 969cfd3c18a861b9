using Mono.Cecil;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>The rules are pure: they know neither the program, nor a package, nor files, networks, clocks or chance.</summary>
public sealed class PureRules
{
    private static readonly string[] Impure =
    [
        "System.IO.File",
        "System.IO.Directory",
        "System.Net.",
        "System.Diagnostics.Process",
        "System.Threading.",
        "System.Console",
        "System.Environment",
        "System.TimeProvider",
        "System.Random",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Data.",
    ];

    // What the compiler itself puts into iterators and code under a lock.
    private static readonly string[] AllTheSame =
    [
        "System.Environment.get_CurrentManagedThreadId",
        "System.Threading.Interlocked.",
        "System.Threading.Lock.",
        "System.Threading.Monitor.",
    ];

    [Fact]
    public void Use_nothing_but_the_language()
    {
        using var rules = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "DaiHoi.Rules.dll"));
        Assert.Empty(Found(rules));
    }

    [Theory]
    [InlineData("System.IO.File.ReadAllText(\"x\")")]
    [InlineData("new System.IO.FileStream(\"x\", System.IO.FileMode.Open)")]
    [InlineData("new System.Net.Http.HttpClient()")]
    [InlineData("System.TimeProvider.System")]
    [InlineData("new System.Random(1)")]
    [InlineData("System.Environment.MachineName")]
    [InlineData("new System.Threading.Timer(_ => { })")]
    [InlineData("Mono.Cecil.ModuleKind.Dll")]
    public void What_is_planted_is_found(string use)
    {
        using var program = PlantedProgram.Compile($"public static class Planted {{ public static object Use() => {use}; }}");
        Assert.NotEmpty(Found(program));
    }

    private static List<string> Found(Stream assembly)
    {
        using var rules = AssemblyDefinition.ReadAssembly(assembly);
        return
        [
            .. rules
                .MainModule.AssemblyReferences.Select(reference => reference.Name)
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)),
            .. rules
                .MainModule.GetMemberReferences()
                .Select(member => $"{member.DeclaringType.FullName}.{member.Name}")
                .Where(name => StartsWithOneOf(name, Impure) && !StartsWithOneOf(name, AllTheSame)),
        ];
    }

    private static bool StartsWithOneOf(string name, string[] starts) =>
        starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}
