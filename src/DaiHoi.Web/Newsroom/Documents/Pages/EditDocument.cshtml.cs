using System.Globalization;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Newsroom.Documents.Pages;

/// <summary>One document of the library with its attachments: put in, changed, taken out. Readers see it with the next request.</summary>
[For(Role.Publisher, Role.Administrator, AuditorReads = true)]
[RequestSizeLimit(2 * OfficeFile.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = 2 * OfficeFile.Largest)]
internal sealed class EditDocument(DeskContext desk, DocumentDesk documents, DocumentLibrary library) : DeskPage(desk)
{
    /// <summary>The address under which one is made.</summary>
    public const string New = "moi";

    private const int LongestName = 150;

    public DocumentForm Form { get; private set; } = new();
    public OfficialDocument? Document { get; private set; }
    public (List<string> Types, List<string> Bodies, List<int> Years) Choices { get; private set; }
    public Dictionary<string, string> Problems { get; private set; } = [];

    /// <summary>Where readers find it.</summary>
    public string ReaderPath => FormattableString.Invariant($"/van-ban/{Slug.Of(Document!.Number)}-{Document.Id}");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        if (Document is not null)
            Form = DocumentForm.Of(Document);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, DocumentForm form, List<IFormFile> file, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        Form = form;
        (var words, Problems) = form.Read(T);
        var added = await ReadAsync(file, stop);
        if (words is null || Problems.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        if (Document is null)
        {
            var made = await documents.AddAsync(Actor, words, added, stop);
            Done = T["document-added"];
            return LocalRedirect(PathOf(made));
        }
        switch (await documents.ChangeAsync(Actor, Document.Id, form.Seen, words, added, form.Removed, stop))
        {
            case DocumentAnswer.NotFound:
                return NotFound();
            case DocumentAnswer.ChangedMeanwhile:
                // He sees what is there beside what he has typed; saving once more is his choice.
                await ShowAsync(id, stop);
                Form.Seen = Document is null ? "" : DocumentDesk.MarkOf(Document);
                Problems["form"] = T["document-changed-meanwhile"];
                return Refused(StatusCodes.Status409Conflict);
            default:
                Done = T["document-saved"];
                return LocalRedirect(PathOf(Document.Id));
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop) || Document is null || !await documents.RemoveAsync(Actor, Document.Id, stop))
            return NotFound();
        Done = T["document-removed", $"{Document.Type} {Document.Number}"];
        return LocalRedirect(KeepDocuments.OwnPath);
    }

    protected override Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop)
    {
        Problems["form"] = why;
        return Task.FromResult<IActionResult?>(Page());
    }

    // Forms give no other choice than to name the file once more; what was typed stays.
    private async Task<List<NewAttachment>> ReadAsync(List<IFormFile> sent, CancellationToken stop)
    {
        var added = new List<NewAttachment>(sent.Count);
        foreach (var one in sent)
        {
            if (one.Length > OfficeFile.Largest)
            {
                Problems.TryAdd("file", $"{one.FileName}: {T["photo-file-large", OfficeFile.Largest / 1024 / 1024]}");
                continue;
            }
            var bytes = new byte[one.Length];
            await using (var stream = one.OpenReadStream())
                await stream.ReadExactlyAsync(bytes, stop);
            var (kind, refusal) = OfficeFile.Look(bytes);
            if (kind is not null)
                added.Add(new(FileName.Of(one.FileName, kind.Ending, LongestName), kind.ContentType, bytes));
            else
                Problems.TryAdd("file", $"{one.FileName}: {WordOf(refusal!.Value)}");
        }
        return added;
    }

    private string WordOf(OfficeRefusal refusal) =>
        refusal switch
        {
            OfficeRefusal.OtherKind => T["document-file-other"],
            OfficeRefusal.Damaged => T["document-file-damaged"],
            OfficeRefusal.Macros => T["document-file-macros"],
            OfficeRefusal.PdfNotPlain => T["document-file-pdf"],
            _ => throw new InvalidOperationException(refusal.ToString()),
        };

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ShowAsync(string id, CancellationToken stop)
    {
        Choices = await library.ChoicesAsync(stop);
        Title = T["document-new"];
        if (id == New)
            return true;
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        Document = await documents.FindAsync(number, stop);
        if (Document is not null)
            Title = $"{Document.Type} {Document.Number}";
        return Document is not null;
    }

    private static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{KeepDocuments.OwnPath}/{id}");
}
