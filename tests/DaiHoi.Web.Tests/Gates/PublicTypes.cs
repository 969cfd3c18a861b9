using Mono.Cecil;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>
/// In a room of the domain public means: other rooms may use this. What none of them uses is internal; what Platform, Data
/// and Ui offer may wait for its user.
/// </summary>
public sealed class PublicTypes
{
    private static readonly string[] OfferToAll = ["Platform", "Data", "Ui", "CommandLine"];

    [Fact]
    public void Are_used_by_another_room()
    {
        using var program = File.OpenRead(typeof(Composition).Assembly.Location);
        Assert.Empty(Idle(program));
    }

    [Fact]
    public void A_planted_one_is_found_and_what_a_used_one_shows_is_not()
    {
        using var program = PlantedProgram.Compile(
            "namespace DaiHoi.Web.Visits; public class Used { public Shown[] Method() => null; } public class Shown; public class Idle;",
            "namespace DaiHoi.Web.Portal; class User { DaiHoi.Web.Visits.Used field; }"
        );
        Assert.Equal(["DaiHoi.Web.Visits.Idle"], Idle(program));
    }

    private static List<string> Idle(Stream program)
    {
        var used = ArrowReader.Read(program).Select(arrow => arrow.Used).ToHashSet(StringComparer.Ordinal);
        program.Position = 0;
        using var assembly = AssemblyDefinition.ReadAssembly(program);
        var open = assembly.MainModule.Types.Where(type => type.IsPublic && IsOfTheDomain(type)).ToList();
        // What a used type shows in its own signatures has to be as open as itself.
        var justified = open.Where(type => Within(type).Any(inner => used.Contains(inner.FullName))).ToHashSet();
        var waiting = new Queue<TypeDefinition>(justified);
        while (waiting.TryDequeue(out var type))
        {
            foreach (var shown in Within(type).SelectMany(Shown).Where(justified.Add))
                waiting.Enqueue(shown);
        }
        return [.. open.Except(justified).Select(type => type.FullName)];
    }

    private static bool IsOfTheDomain(TypeDefinition type) =>
        type.Namespace.Split('.') is ["DaiHoi", "Web", var room, ..] && !OfferToAll.Contains(room, StringComparer.Ordinal);

    private static IEnumerable<TypeDefinition> Within(TypeDefinition type) => type.NestedTypes.SelectMany(Within).Prepend(type);

    private static IEnumerable<TypeDefinition> Shown(TypeDefinition type) =>
        type
            .Methods.Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
            .SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .Concat(type.Fields.Where(field => field.IsPublic).Select(field => field.FieldType))
            .Concat(type.Interfaces.Select(contract => contract.InterfaceType))
            .Append(type.BaseType)
            .SelectMany(Parts)
            .OfType<TypeDefinition>()
            .Select(Outermost);

    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
            TypeSpecification made => Parts(made.ElementType),
            _ => [type],
        };

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
