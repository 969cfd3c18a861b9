using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>
/// What stands word by word in a compiled page: its markup, put together again from what the page writes literally, and
/// the strings of its code. What the page writes from values is left out, so that any word that remains is the page's own.
/// </summary>
internal sealed record PageReader(string Page, string Markup, IReadOnlyList<string> Strings)
{
    private static readonly string[] Spoken =
    [
        "alt",
        "title",
        "aria-label",
        "aria-description",
        "placeholder",
        "label",
        "content",
    ];

    // The sign of the text size: A−, A, A+.
    private static readonly string[] Signs = ["A"];

    public static IReadOnlyList<PageReader> Read(Stream program)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(program);
        return
        [
            .. assembly
                .CustomAttributes.Where(attribute => attribute.AttributeType.Name == "RazorCompiledItemAttribute")
                .Select(attribute =>
                    Read(
                        (string)attribute.ConstructorArguments[2].Value,
                        ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve()
                    )
                ),
        ];
    }

    /// <summary>Words that readers would see or hear and that come from no text of the interface.</summary>
    public IReadOnlyList<string> Words()
    {
        using var document = new HtmlParser().ParseDocument(Markup);
        var seen = document
            .Descendants<IText>()
            .Where(text => text.ParentElement?.LocalName is not ("script" or "style"))
            .Select(text => text.Data)
            .Concat(document.All.SelectMany(element => element.Attributes).Where(IsSpoken).Select(attribute => attribute.Value));
        return
        [
            .. seen.SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(word => new string([.. word.Where(char.IsLetter)]))
                .Where(word => word.Length > 0 && !Signs.Contains(word, StringComparer.Ordinal))
                .Concat(Strings.Where(text => text.Any(c => char.IsLetter(c) && !char.IsAscii(c)))),
        ];
    }

    private static bool IsSpoken(IAttr attribute) =>
        attribute.Name == "content"
            // Of the elements that carry data for machines only these are read by people.
            ? attribute.OwnerElement?.GetAttribute("name") is "description" or "author"
            : Spoken.Contains(attribute.Name, StringComparer.Ordinal);

    private static PageReader Read(string name, TypeDefinition page)
    {
        var markup = new StringBuilder();
        var strings = new List<string>();
        // The page's own method is asynchronous, its sections are lambdas: what they write lies in types within.
        foreach (var method in Within(page).SelectMany(type => type.Methods).Where(method => method.HasBody))
            Read(method.Body.Instructions, markup, strings);
        return new(name, markup.ToString(), strings);
    }

    private static IEnumerable<TypeDefinition> Within(TypeDefinition type) => type.NestedTypes.SelectMany(Within).Prepend(type);

    private static void Read(IEnumerable<Instruction> instructions, StringBuilder markup, List<string> strings)
    {
        var arguments = new List<string>();
        var isLiteral = false;
        foreach (var instruction in instructions)
        {
            if (instruction.Operand is string text)
                arguments.Add(text);
            else if (instruction.OpCode.Code is Code.Ldc_I4_0 or Code.Ldc_I4_1)
                isLiteral = instruction.OpCode.Code == Code.Ldc_I4_1;
            else if (instruction.Operand is MethodReference called && Written(called.Name, arguments, isLiteral) is { } written)
            {
                markup.Append(written);
                arguments.Clear();
            }
            else if (instruction.OpCode.FlowControl == FlowControl.Call)
            {
                strings.AddRange(arguments);
                arguments.Clear();
            }
        }
        strings.AddRange(arguments);
    }

    private static string? Written(string method, List<string> arguments, bool isLiteral) =>
        method switch
        {
            "WriteLiteral" when arguments.Count > 0 => arguments[^1],
            // Name, what comes before the value, what comes after it.
            "BeginWriteAttribute" => $" {arguments[^3]}=\"",
            "WriteAttributeValue" => isLiteral ? string.Concat(arguments) : "",
            "EndWriteAttribute" => "\"",
            _ => null,
        };
}
