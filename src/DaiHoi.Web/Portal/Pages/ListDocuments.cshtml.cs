using System.Globalization;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The document library: filter and search, everything in the address.</summary>
internal sealed class ListDocuments(PublicContext portal, DocumentLibrary library) : PublicPage(portal)
{
    private const int PageSize = 20;
    private const int LongestQuestion = 200;

    public LibraryQuestion Question { get; private set; } = null!;
    public List<LibraryDocument> Documents { get; private set; } = [];
    public (List<string> Types, List<string> Bodies, List<int> Years) Choices { get; private set; }
    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Pager.Read(Request) is not { } number || !IsYear(Asked("nam"), out var year))
            return NotFound();
        Question = new LibraryQuestion(Asked("q"), Asked("loai"), Asked("co-quan"), year);
        (var total, Documents) = await library.FindAsync(Question, PageSize, (number - 1) * PageSize, stop);
        if (number > 1 && Documents.Count == 0)
            return NotFound();
        Choices = await library.ChoicesAsync(stop);
        Pager = new Pager(number, total, PageSize, To("/van-ban") + Query(), T);
        Title = T["documents"];
        Description = T["documents-intro"];
        Unlisted = Question != new LibraryQuestion(null, null, null, null);
        if (!Unlisted)
            KeepUntilChanged(DocumentLibrary.Key);
        return Page();
    }

    private string? Asked(string name) => Asked(name, LongestQuestion) is { Length: > 0 } text ? text : null;

    private static bool IsYear(string? asked, out int? year)
    {
        year = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return asked is null || year is >= 1 and <= 9998;
    }

    private string Query()
    {
        var parts = new (string Name, string? Value)[]
        {
            ("q", Question.Words),
            ("loai", Question.Type),
            ("co-quan", Question.IssuingBody),
            ("nam", Question.Year?.ToString(CultureInfo.InvariantCulture)),
        };
        var given = parts
            .Where(part => part.Value is not null)
            .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
            .ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}
