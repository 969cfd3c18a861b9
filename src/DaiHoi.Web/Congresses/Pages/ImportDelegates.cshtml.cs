using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>A file of delegates: all of it is listed, or nobody is, and every row that refuses it is named.</summary>
[ForSignedIn]
[RequestSizeLimit(LargestFile)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestFile)]
internal sealed class ImportDelegates(
    DeskContext desk,
    CongressBook book,
    IEnumerable<CongressLink> links,
    CampaignPlaces places,
    DelegateListing listing,
    DatabaseFactory databases
) : CongressPage(desk, book, links)
{
    public const string Ending = "dai-bieu/nhap";
    private const int LargestFile = 4 * 1024 * 1024;

    /// <summary>What is wrong with the file; null before one was brought.</summary>
    public FileFaults? Faults { get; private set; }

    public IReadOnlyList<string> Columns => DelegateFile.Table.Columns.Names;

    /// <summary>Why a row is refused, in words.</summary>
    public string Why(FileFault fault) => Say(fault.Why, [.. fault.Values.Select(value => value ?? "")]);

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string campaign, string organisation, IFormFile? file, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        if (file is not { Length: > 0 })
            return Refused(Platform.Changes.Answer.Refused("file", "import-file-missing"));
        var brought = new MemoryStream((int)file.Length);
        await file.CopyToAsync(brought, stop);
        brought.Position = 0;
        var below = await places.BelowAsync(Opened.Campaign, Opened.Place.Id, Clock.Today, stop);
        Faults = new();
        await using var database = databases.Create();
        var rows = await DelegateFile.ReadAsync(
            database,
            brought,
            EncodingChoice.Auto,
            code => code == Opened.Place.Code ? Opened.Place.Id : below.FirstOrDefault(place => place.Code == code)?.Id,
            Faults,
            stop
        );
        if (Faults.Count == 0)
        {
            foreach (var (row, problem) in await listing.AddAllAsync(Person, Actor, Opened, rows, stop))
                Faults.Add(row, problem.Field, null, problem.Text, [.. problem.Values]);
        }
        if (Faults.Count == 0)
        {
            Done = T["delegates-were-imported", Number(rows.Count)];
            return LocalRedirect(PathTo(ListDelegates.Ending));
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop) =>
        await FindAsync(campaign, organisation, "delegates-import", stop) && Opened.Rights.MaySummon;
}
