using System.Globalization;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>One file of the library: what it is called, and where it is offered.</summary>
[ForNewsroom]
internal sealed class DescribeAttachment(DeskContext desk, AttachmentLibrary library) : DeskPage(desk)
{
    public Attachment Attachment { get; private set; } = null!;
    public List<(long Article, string Title)> Uses { get; private set; } = [];
    public string Heading { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>How a text without JavaScript attaches it.</summary>
    public string Markdown => string.Create(CultureInfo.InvariantCulture, $"[{Attachment.Title}](tep:{Attachment.Id})");
    public bool MayDescribe => Person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        (Heading, Name) = (Attachment.Title, Attachment.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string? heading, string? name, CancellationToken stop)
    {
        if (!MayDescribe)
            return Forbid();
        if (!await ShowAsync(id, stop))
            return NotFound();
        (Heading, Name) = (ArticleForm.LineOf(heading), ArticleForm.LineOf(name));
        Check("heading", Heading, Attachment.LongestText);
        Check("name", Name, Attachment.LongestName);
        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await library.DescribeAsync(Actor, id, Heading, Name, stop);
        Done = T["media-described"];
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/kho-phuong-tien/tep/{id}"));
    }

    private void Check(string field, string value, int most)
    {
        if (value.Length == 0)
            Problems[field] = T["media-file-words-missing"];
        else if (value.Length > most)
            Problems[field] = T["field-long", value.Length, most];
    }

    private async Task<bool> ShowAsync(long id, CancellationToken stop)
    {
        if (await library.OneAsync(id, stop) is not { } attachment)
            return false;
        Attachment = attachment;
        Title = attachment.Title;
        Uses = await library.UsesAsync(id, stop);
        return true;
    }
}
