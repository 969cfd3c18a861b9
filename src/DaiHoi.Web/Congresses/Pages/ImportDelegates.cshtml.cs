using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>
/// A file of delegates: brought, looked at, and listed after a second word. All of it is listed, or nobody is, and every row that
/// refuses it is named.
/// </summary>
[ForSignedIn]
[RequestSizeLimit(BroughtFile.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = BroughtFile.LargestRequest, ValueLengthLimit = BroughtFile.LargestRequest)]
internal sealed class ImportDelegates(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    CampaignPlaces places,
    DelegateListing listing,
    DatabaseFactory databases
) : CongressPage(desk, book, pages)
{
    public const string Ending = "dai-bieu/nhap";
    public const int MostShown = 200;

    /// <summary>What is wrong with the file, or to be known of it; null before one was brought.</summary>
    public FileFaults? Faults { get; private set; }

    public BroughtFile? Brought { get; private set; }
    public EncodingChoice Encoding { get; private set; }
    public IReadOnlyList<(int Row, WantedDelegate Wanted)> Rows { get; private set; } = [];

    /// <summary>Rows of which somebody must say whether they are others than those of the same name.</summary>
    public IReadOnlyList<AlikeRow> Alike { get; private set; } = [];

    /// <summary>Rows of which it was said.</summary>
    public IReadOnlyList<int> Others { get; private set; } = [];
    public IReadOnlyList<string> Columns => DelegateFile.Table.Columns.Names;

    /// <summary>Why a row is refused, in words.</summary>
    public string Why(FileFault fault) => Say(fault.Why, [.. fault.Values.Select(value => value ?? "")]);

    /// <summary>"Hàng 3, Nguyễn Văn An (CD-1, 1970), là người khác với …", as the tick before it says.</summary>
    public string QuestionOf(AlikeRow one) =>
        one.Other.Row is { } row
            ? T["delegates-alike-row", Number(one.Row), SignOf(one.Wanted), Number(row)]
            : T["delegates-alike-listed", Number(one.Row), SignOf(one.Wanted)];

    private static string SignOf(WantedDelegate one) =>
        string.Join(", ", new[] { one.Name, one.Organisation, one.Born?.ToString() }.OfType<string>());

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string campaign,
        string organisation,
        IFormFile? file,
        EncodingChoice encoding,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Encoding = encoding;
        if (file is not { Length: > 0 })
            return Refused(Platform.Changes.Answer.Refused("file", "import-file-missing"));
        if (file.Length > BroughtFile.LargestFile)
            return Refused(Platform.Changes.Answer.Refused("file", "people-file-large", BroughtFile.LargestFile / (1024 * 1024)));
        Brought = await BroughtFile.OfAsync(file, stop);
        return await TakeAsync(Brought, keep: false, stop);
    }

    public async Task<IActionResult> OnPostConfirmAsync(
        string campaign,
        string organisation,
        string? content,
        string? name,
        EncodingChoice encoding,
        List<int> others,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        (Encoding, Others) = (encoding, others);
        Brought = BroughtFile.Again(content, name);
        return Brought is null
            ? Refused(Platform.Changes.Answer.Refused("file", "import-file-gone"))
            : await TakeAsync(Brought, keep: true, stop);
    }

    private async Task<IActionResult> TakeAsync(BroughtFile file, bool keep, CancellationToken stop)
    {
        var below = await places.BelowAsync(Opened.Campaign, Opened.Place.Id, Clock.Today, stop);
        Faults = new();
        await using var database = databases.Create();
        Rows = await DelegateFile.ReadAsync(
            database,
            file.Open(),
            Encoding,
            code => code == Opened.Place.Code ? Opened.Place.Id : below.FirstOrDefault(place => place.Code == code)?.Id,
            Faults,
            stop
        );
        if (Faults.Count == 0)
        {
            var (refused, alike) = await listing.AddAllAsync(Person, Actor, Opened, Rows, Others, keep, stop);
            Alike = alike;
            foreach (var (row, problem) in refused)
                Faults.Add(row, problem.Field, null, problem.Text, [.. problem.Values]);
        }
        if (Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (!keep)
            return Page();
        if (Alike.Any(one => !Others.Contains(one.Row)))
            return Refused(Platform.Changes.Answer.Refused("others", "delegates-alike-open"));
        Done = T["delegates-were-imported", Number(Rows.Count)];
        return LocalRedirect(PathTo(ListDelegates.Ending));
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop) =>
        await FindAsync(campaign, organisation, "delegates-import", stop) && Opened.Rights.MaySummon;
}
