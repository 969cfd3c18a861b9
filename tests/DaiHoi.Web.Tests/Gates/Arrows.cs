namespace DaiHoi.Web.Tests.Gates;

/// <summary>Rooms call each other along the arrows that are drawn, and only what is public there.</summary>
public sealed class Arrows
{
    // The higher room of the planted programs; everything in it may be used by whom an arrow leads here from.
    private const string Portal = """
        using System;
        namespace DaiHoi.Web.Portal;
        public class Shown
        {
            public static int Count;
            public static void Draw() { }
            public sealed class Inner;
        }
        public interface IShown;
        public delegate void Told();
        public struct Size { public int Width; }
        public sealed class Trouble : Exception;
        public sealed class MarkAttribute : Attribute;
        """;

    [Fact]
    public void Go_only_as_drawn()
    {
        using var program = File.OpenRead(typeof(Composition).Assembly.Location);
        var arrows = ArrowReader.Read(program);
        var refused = arrows.Where(arrow => arrow.IsRefused).Select(arrow => arrow.ToString()).ToList();
        Assert.True(refused.Count == 0, string.Join('\n', refused));
        // It did read: these are drawn, and walked.
        Assert.Contains(arrows, arrow => (arrow.FromRoom, arrow.ToRoom) == ("Portal", "Newsroom"));
        Assert.Contains(arrows, arrow => arrow.Where.Contains("Portal_Pages_ReadArticle", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("base", "class Planted : Portal.Shown;")]
    [InlineData("interface", "class Planted : Portal.IShown;")]
    [InlineData("generic argument of a base", "class Planted : List<Portal.Shown>;")]
    [InlineData("field", "class Planted { Portal.Shown field; }")]
    [InlineData("array", "class Planted { Portal.Shown[,] field; }")]
    [InlineData("pointer", "unsafe class Planted { Portal.Size* field; }")]
    [InlineData("function pointer", "unsafe class Planted { delegate*<Portal.Shown, void> field; }")]
    [InlineData("property", "class Planted { Portal.Shown Property => null; }")]
    [InlineData("event", "class Planted { event Portal.Told Event; }")]
    [InlineData("parameter", "class Planted { void Method(ref Portal.Size size) { } }")]
    [InlineData("answer", "class Planted { Task<Portal.Shown> Method() => null; }")]
    [InlineData("constraint", "class Planted { void Method<T>() where T : Portal.Shown { } }")]
    [InlineData("call", "class Planted { void Method() => Portal.Shown.Draw(); }")]
    [InlineData("field of another", "class Planted { int Method() => Portal.Shown.Count; }")]
    [InlineData("new", "class Planted { object Method() => new Portal.Shown(); }")]
    [InlineData("cast", "class Planted { bool Method(object o) => o is Portal.Shown; }")]
    [InlineData("typeof", "class Planted { Type Method() => typeof(Portal.Shown.Inner); }")]
    [InlineData("generic argument of a call", "class Planted { object Method() => Array.Empty<Portal.Shown>(); }")]
    [InlineData("local", "class Planted { int Method() { Portal.Size size = default; return size.GetHashCode(); } }")]
    [InlineData("catch", "class Planted { void Method() { try { Console.Write(1); } catch (Portal.Trouble) { } } }")]
    [InlineData("lambda", "class Planted { Func<int> Method() => () => Portal.Shown.Count; }")]
    [InlineData("closure", "class Planted { Func<int> Method(int n) => () => n + Portal.Shown.Count; }")]
    [InlineData(
        "local function",
        "class Planted { int Method() { return Inside(); static int Inside() => Portal.Shown.Count; } }"
    )]
    [InlineData("iterator", "class Planted { IEnumerable<int> Method() { yield return Portal.Shown.Count; } }")]
    [InlineData("asynchronous method", "class Planted { async Task Method() { await Task.Yield(); Portal.Shown.Draw(); } }")]
    [InlineData("nested type", "class Planted { class Deep { struct Deeper { void Method() => Portal.Shown.Draw(); } } }")]
    [InlineData("attribute of a type", "[Portal.Mark] class Planted;")]
    [InlineData("attribute of a parameter", "class Planted { void Method([Portal.Mark] int x) { } }")]
    [InlineData("attribute of an answer", "class Planted { [return: Portal.Mark] int Method() => 1; }")]
    [InlineData("type in an attribute", "[System.ComponentModel.TypeConverter(typeof(Portal.Shown))] class Planted;")]
    [InlineData("anonymous object", "class Planted { object Method() => new { Portal.Shown.Count }; }")]
    [InlineData("initialiser", "class Planted { static readonly int Field = Portal.Shown.Count; }")]
    public void A_planted_arrow_is_found(string kind, string code)
    {
        using var program = PlantedProgram.Compile(
            Portal,
            $"using System; using System.Collections.Generic; using System.Threading.Tasks; using DaiHoi.Web; namespace DaiHoi.Web.Visits; {code}"
        );
        var refused = ArrowReader.Read(program).Where(arrow => arrow.IsRefused).ToList();
        Assert.True(refused.Count > 0, kind);
        Assert.All(refused, arrow => Assert.Equal(("Visits", "Portal"), (arrow.FromRoom, arrow.ToRoom)));
    }

    [Fact]
    public void A_page_belongs_to_the_room_that_its_identifier_names()
    {
        using var program = PlantedProgram.Compile(
            Portal,
            """
            [assembly: Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItem(
                typeof(AspNetCoreGeneratedDocument.Visits_Pages_Planted), "mvc.1.0.razor-page", "/Visits/Pages/Planted.cshtml")]
            namespace AspNetCoreGeneratedDocument;
            class Visits_Pages_Planted { void Execute() => DaiHoi.Web.Portal.Shown.Draw(); }
            """
        );
        var refused = Assert.Single(ArrowReader.Read(program), arrow => arrow.IsRefused);
        Assert.Equal(("Visits", "Portal"), (refused.FromRoom, refused.ToRoom));
    }

    [Theory]
    [InlineData("type", "public class Own { object Method() => new Visits.Inner(); }")]
    [InlineData("type inside an internal one", "public class Own { object Method() => new Visits.Inner.Deep(); }")]
    [InlineData("member of a public type", "public class Own { void Method() => Visits.Outer.Secret(); }")]
    [InlineData("field of a public type", "public class Own { int Method() => Visits.Outer.Field; }")]
    public void What_is_internal_in_its_room_is_refused_to_others(string kind, string code)
    {
        using var program = PlantedProgram.Compile(
            "namespace DaiHoi.Web.Visits; class Inner { public class Deep; } public class Outer { internal static void Secret() { } internal static int Field; }",
            $"using DaiHoi.Web; namespace DaiHoi.Web.Portal; {code}"
        );
        var refused = ArrowReader.Read(program).Where(arrow => arrow.IsRefused).ToList();
        Assert.True(refused.Count > 0, kind);
        Assert.All(refused, arrow => Assert.False(arrow.UsedIsPublic));
    }

    [Fact]
    public void A_room_that_is_not_drawn_is_refused()
    {
        using var program = PlantedProgram.Compile(
            "namespace DaiHoi.Web.Attic; public class Stored;",
            "namespace DaiHoi.Web.Portal; class Own { DaiHoi.Web.Attic.Stored field; }"
        );
        Assert.Single(ArrowReader.Read(program), arrow => arrow.IsRefused);
    }

    [Fact]
    public void What_lies_in_no_room_uses_none()
    {
        using var program = PlantedProgram.Compile(Portal, "namespace Elsewhere; class Own { DaiHoi.Web.Portal.Shown field; }");
        Assert.Single(ArrowReader.Read(program), arrow => arrow.IsRefused);
    }

    [Fact]
    public void Drawn_arrows_and_the_composition_are_let_through()
    {
        using var program = PlantedProgram.Compile(
            "namespace DaiHoi.Web.Visits; public class Counter { internal static void Secret() { } } class Inner;",
            "namespace DaiHoi.Web.Portal; class Own { DaiHoi.Web.Visits.Counter field; object Method() => new Own(); }",
            "namespace DaiHoi.Web; class Composition { object Method() { DaiHoi.Web.Visits.Counter.Secret(); return new DaiHoi.Web.Visits.Inner(); } }"
        );
        Assert.DoesNotContain(ArrowReader.Read(program), arrow => arrow.IsRefused);
    }
}
