using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Difficulties.Pages;

/// <summary>Records a difficulty or a lesson of one organisation; what is like it is shown while it is typed.</summary>
[For(Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
[RequestSizeLimit(EvidenceStore.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceStore.LargestRequest)]
internal sealed class RecordDifficulty(
    DeskContext desk,
    CampaignPlaces places,
    DifficultyReading reading,
    DifficultyRecording recording,
    EvidenceStore store
) : DifficultyPage(desk)
{
    private const int Alike = 5;

    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public DifficultyForm Form { get; private set; } = new();

    /// <summary>Where what is like a text is asked for.</summary>
    public string SimilarPath => DifficultyAddress.ToRecord(Campaign.Code, Place.Code) + "?handler=Similar";

    public List<ListedDifficulty> Similar { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, bool kinhNghiem, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = new() { Key = Guid.NewGuid().ToString("n") };
        return Page();
    }

    /// <summary>What is like a text that is being typed, as a part of this page.</summary>
    public async Task<IActionResult> OnGetSimilarAsync(
        string campaign,
        string organisation,
        string? text,
        bool lesson,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = new() { Text = text, Lesson = lesson };
        await LookForSimilarAsync(stop);
        return Partial("/Campaigns/Difficulties/Pages/_Similar.cshtml", this);
    }

    public async Task<IActionResult> OnPostAsync(
        string campaign,
        string organisation,
        DifficultyForm form,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = form;
        if (string.IsNullOrEmpty(form.Key) || form.Key.Length > 40)
            form.Key = Guid.NewGuid().ToString("n");
        await LookForSimilarAsync(stop);
        // Who has not seen them while typing sees them now.
        if (!form.Looked && form.Same is null && Similar.Count > 0)
        {
            form.Looked = true;
            Problems["similar"] = T["difficulty-look-first"];
            return Refused();
        }
        var (kept, problem, status) = await store.PutAsync(form.File, T, stop);
        if (problem is not null)
        {
            Problems["file"] = problem;
            Response.StatusCode = status;
            return Page();
        }
        var topic =
            Enum.TryParse<DifficultyTopic>(form.Topic, out var read) && Enum.IsDefined(read) ? read : (DifficultyTopic?)null;
        var wanted = new NewDifficulty(form.Lesson, topic, form.Text, form.Same, form.Key);
        var (result, id) = await recording.RecordAsync(Person, Actor, Campaign, Place, wanted, kept, stop);
        switch (result.Outcome)
        {
            case Recorded.Done:
            case Recorded.Already:
                Done = T[form.Lesson ? "lesson-recorded" : "difficulty-recorded"];
                return LocalRedirect(DifficultyAddress.Of(id!.Value));
            case Recorded.NotFound:
                return NotFound();
            default:
                Tell(result);
                return Refused(result.Outcome);
        }
    }

    protected override Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop)
    {
        Problems["form"] = why;
        return Task.FromResult<IActionResult?>(Page());
    }

    // Wherever the person may read, and not at this one organisation alone.
    private async Task LookForSimilarAsync(CancellationToken stop)
    {
        var highest = DifficultyRights.HighestAbove(Person, Place.Path);
        // Whoever reads above the campaign reads all of it.
        var from =
            await places.FindAsync(Campaign, highest, Clock.Today, stop)
            ?? await places.FindAsync(Campaign, Campaign.Root, Clock.Today, stop);
        Similar = await reading.SimilarAsync(Campaign, from ?? Place, Cut(Form.Text), Form.Lesson, null, Alike, stop);
    }

    private static string Cut(string? text) =>
        (text ?? "").Length <= Difficulty.LongestText ? text ?? "" : text![..Difficulty.LongestText];

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (
            await places.FindAsync(campaign, organisation, Clock.Today, stop) is not var (known, place)
            || !DifficultyRights.MayRecord(Person, place.Path)
        )
            return false;
        (Campaign, Place, Title) = (known, place, T["difficulty-record"]);
        return true;
    }
}

/// <summary>A difficulty as it was typed.</summary>
internal sealed class DifficultyForm
{
    public bool Lesson { get; set; }
    public string? Topic { get; set; }
    public string? Text { get; set; }

    /// <summary>Id of one that says the same.</summary>
    public long? Same { get; set; }

    /// <summary>Whether those that are like it have been seen.</summary>
    public bool Looked { get; set; }
    public string Key { get; set; } = "";
    public List<IFormFile> File { get; set; } = [];
}
