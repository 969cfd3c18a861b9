using System.Text.RegularExpressions;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>
/// A form that writes carries the token against forgery. The platform adds it by itself only where the form names no address of
/// its own: one that does must ask for it, or every browser is refused.
/// </summary>
public sealed partial class FormsInPages
{
    [Fact]
    public void Each_form_that_names_its_address_asks_for_the_token()
    {
        var pages = Directory
            .GetFiles(Repository.PathOf("src/DaiHoi.Web"), "*.cshtml", SearchOption.AllDirectories)
            .Select(page => (page, Text: File.ReadAllText(page)))
            .ToList();
        Assert.True(pages.Sum(page => Form().Count(page.Text)) > 60, "nothing was read");
        Assert.Empty(pages.SelectMany(page => Bare(page.Text).Select(form => $"{Path.GetFileName(page.page)}: {form}")));
    }

    [Fact]
    public void Each_room_with_a_form_that_writes_lets_the_platform_add_the_token()
    {
        var source = Repository.PathOf("src/DaiHoi.Web");
        var rooms = Directory
            .GetFiles(source, "*.cshtml", SearchOption.AllDirectories)
            .Where(page => File.ReadAllText(page).Contains("method=\"post\"", StringComparison.Ordinal))
            .Select(page => Path.GetRelativePath(source, page).Split(Path.DirectorySeparatorChar)[0])
            // The frame's own form carries its token in words.
            .Where(room => room != "Ui")
            .Distinct();
        Assert.All(
            rooms,
            room =>
                Assert.Contains(
                    "@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers",
                    File.ReadAllText(Path.Combine(source, room, "_ViewImports.cshtml")),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("<form method=\"post\" action=\"#x\" class=\"y\"><input name=\"a\">", 1)]
    [InlineData("<form class=\"y\" action=\"/x\" method=\"post\"></form>", 1)]
    [InlineData("<form method=\"post\" action=\"#x\" asp-antiforgery=\"true\"></form>", 0)]
    [InlineData("<form method=\"post\" action=\"/x\"><input name=\"__RequestVerificationToken\" type=\"hidden\"></form>", 0)]
    [InlineData("<form method=\"post\" asp-page-handler=\"Menu\"></form><form method=\"get\" action=\"/x\"></form>", 0)]
    public void A_planted_form_is_found(string page, int bare) => Assert.Equal(bare, Bare(page).Count());

    private static IEnumerable<string> Bare(string page) =>
        Form()
            .Matches(page)
            .Where(form =>
                form.Value.Contains("method=\"post\"", StringComparison.Ordinal)
                && Action().IsMatch(form.Value)
                && !form.Value.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)
                && !page[form.Index..].Split("</form>")[0].Contains("__RequestVerificationToken", StringComparison.Ordinal)
            )
            .Select(form => form.Value);

    [GeneratedRegex("<form\\b[^>]*>")]
    private static partial Regex Form();

    [GeneratedRegex("\\saction=")]
    private static partial Regex Action();
}
