using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>A small program with something forbidden in it, compiled for a guard that must find it.</summary>
internal static class PlantedProgram
{
    private static readonly Lazy<List<MetadataReference>> Framework = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("DaiHoi", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    public static MemoryStream Compile(params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Planted",
            sources.Select(source =>
                CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
            ),
            Framework.Value,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true)
        );
        var program = new MemoryStream();
        var made = compilation.Emit(program, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(made.Success, string.Join('\n', made.Diagnostics));
        program.Position = 0;
        return program;
    }
}
