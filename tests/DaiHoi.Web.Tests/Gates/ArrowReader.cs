using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>One type that another room's type or member is used by.</summary>
/// <param name="Where">the type that uses it, and where in it</param>
/// <param name="Used">the type, or the member, that is used</param>
internal sealed record Arrow(string FromRoom, string ToRoom, string Where, string Used, bool UsedIsPublic)
{
    public bool IsRefused =>
        !House.IsDrawn(FromRoom, ToRoom) || (!UsedIsPublic && FromRoom != House.Composition && ToRoom != House.Composition);

    public override string ToString() => $"{FromRoom} → {ToRoom}: {Where} uses {(UsedIsPublic ? "" : "the internal ")}{Used}";
}

/// <summary>
/// Reads a compiled program and finds every use of one room's type or member in another room: bases, fields, signatures,
/// bodies, attributes and generic arguments, also of what the compiler makes of lambdas, iterators and asynchronous methods,
/// and of compiled pages, which lie in a namespace of their own and are given to their room by their identifier.
/// </summary>
internal sealed class ArrowReader
{
    private const string Root = "DaiHoi.Web";

    private readonly Dictionary<string, string> roomOfPage;
    private readonly List<Arrow> arrows = [];
    private string room = "";
    private string where = "";

    private ArrowReader(AssemblyDefinition program) =>
        // [RazorCompiledItem(typeof(page), kind, "/Portal/Pages/ReadArticle.cshtml")]
        roomOfPage = program
            .CustomAttributes.Where(attribute => attribute.AttributeType.Name == "RazorCompiledItemAttribute")
            .ToDictionary(
                attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).FullName,
                attribute => ((string)attribute.ConstructorArguments[2].Value).Split('/')[1],
                StringComparer.Ordinal
            );

    public static IReadOnlyList<Arrow> Read(Stream program)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(program);
        var reader = new ArrowReader(assembly);
        foreach (var type in assembly.MainModule.GetAllTypes())
            reader.Read(type);
        return [.. reader.arrows.Distinct()];
    }

    /// <summary>The room of a type; what lies in none, like the compiler's own types, gets its namespace for a name.</summary>
    private string RoomOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        if (roomOfPage.TryGetValue(type.FullName, out var pages))
            return pages;
        if (type.Namespace == Root || type.FullName == "Program")
            return House.Composition;
        return type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal)
            ? type.Namespace.Split('.')[2]
            : $"({type.Namespace})";
    }

    private void Read(TypeDefinition type)
    {
        room = RoomOf(type);
        where = type.FullName;
        Use(type.BaseType);
        foreach (var contract in type.Interfaces)
        {
            Use(contract.InterfaceType);
            Attributes(contract);
        }
        Attributes(type);
        Parameters(type);
        foreach (var field in type.Fields)
        {
            where = $"{type.FullName}.{field.Name}";
            Use(field.FieldType);
            Attributes(field);
        }
        foreach (var property in type.Properties)
        {
            where = $"{type.FullName}.{property.Name}";
            Use(property.PropertyType);
            Attributes(property);
        }
        foreach (var happening in type.Events)
        {
            where = $"{type.FullName}.{happening.Name}";
            Use(happening.EventType);
            Attributes(happening);
        }
        foreach (var method in type.Methods)
        {
            where = $"{type.FullName}.{method.Name}";
            Read(method);
        }
    }

    private void Read(MethodDefinition method)
    {
        Use(method.ReturnType);
        Attributes(method);
        Attributes(method.MethodReturnType);
        Parameters(method);
        foreach (var parameter in method.Parameters)
        {
            Use(parameter.ParameterType);
            Attributes(parameter);
        }
        foreach (var replaced in method.Overrides)
            Use(replaced);
        if (!method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Use(variable.VariableType);
        foreach (var caught in method.Body.ExceptionHandlers)
            Use(caught.CatchType);
        foreach (var instruction in method.Body.Instructions)
            Use(instruction);
    }

    private void Use(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Use(type);
                break;
            case MethodReference method:
                Use(method);
                break;
            case FieldReference field:
                Use(field.DeclaringType);
                Use(field.FieldType);
                Member(field.DeclaringType, field.Resolve() is { } f && (f.IsAssembly || f.IsFamilyAndAssembly), field.FullName);
                break;
            case CallSite call:
                Use(call.ReturnType);
                foreach (var parameter in call.Parameters)
                    Use(parameter.ParameterType);
                break;
        }
    }

    private void Use(MethodReference method)
    {
        Use(method.DeclaringType);
        Use(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Use(parameter.ParameterType);
        if (method is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
                Use(argument);
        }
        if (IsOurs(method.DeclaringType))
            Member(method.DeclaringType, method.Resolve() is { } m && (m.IsAssembly || m.IsFamilyAndAssembly), method.FullName);
    }

    private void Use(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments)
                    Use(argument);
                break;
            case FunctionPointerType pointer:
                Use(pointer.ReturnType);
                foreach (var parameter in pointer.Parameters)
                    Use(parameter.ParameterType);
                return;
            case IModifierType modified:
                Use(modified.ModifierType);
                break;
        }
        if (type is TypeSpecification made)
            Use(made.ElementType);
        else if (IsOurs(type))
            Add(RoomOf(type), type.FullName, IsPublic(type.Resolve()));
    }

    private void Member(TypeReference declaring, bool isInternal, string name)
    {
        if (isInternal && IsOurs(declaring))
            Add(RoomOf(declaring.GetElementType()), name, isPublic: false);
    }

    private void Attributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Use(attribute.Constructor);
            foreach (var argument in attribute.ConstructorArguments)
                Argument(argument);
            foreach (var named in attribute.Properties.Concat(attribute.Fields))
                Argument(named.Argument);
        }
    }

    private void Argument(CustomAttributeArgument argument)
    {
        Use(argument.Type);
        switch (argument.Value)
        {
            case TypeReference type:
                Use(type);
                break;
            case CustomAttributeArgument boxed:
                Argument(boxed);
                break;
            case CustomAttributeArgument[] several:
                foreach (var one in several)
                    Argument(one);
                break;
        }
    }

    private void Parameters(IGenericParameterProvider provider)
    {
        foreach (var parameter in provider.GenericParameters)
        {
            Attributes(parameter);
            foreach (var constraint in parameter.Constraints)
            {
                Use(constraint.ConstraintType);
                Attributes(constraint);
            }
        }
    }

    private void Add(string to, string used, bool isPublic)
    {
        // What the compiler makes for everybody, like the types of anonymous objects, is nobody's.
        if (to != room && !to.StartsWith('('))
            arrows.Add(new(room, to, where, used, isPublic));
    }

    private static bool IsOurs(TypeReference type) => type.GetElementType() is TypeDefinition;

    private static bool IsPublic(TypeDefinition type) =>
        type.DeclaringType is { } outer ? type.IsNestedPublic && IsPublic(outer) : type.IsPublic;
}
