using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Difficulties.Pages;

/// <summary>One difficulty or lesson: where it was met, its answer, its way; and what whoever holds it may do.</summary>
[For(Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator, OwnOnly = true)]
internal sealed class ReadDifficulty(
    DeskContext desk,
    CampaignPlaces places,
    DifficultyReading reading,
    OpenDifficulties opening,
    DifficultyDeciding deciding,
    DifficultyMending mending
) : DifficultyPage(desk)
{
    private const int Alike = 8;
    private const int MostOffered = 200;

    public OpenDifficulty Open { get; private set; } = null!;
    public KnownCampaign Campaign { get; private set; } = null!;

    /// <summary>The other one that was asked for, where it is merged into this.</summary>
    public long? AskedFor { get; private set; }

    /// <summary>What may be merged into it; only for who may do so.</summary>
    public List<ListedDifficulty> Similar { get; private set; } = [];
    public string? Answer { get; private set; }
    public string? Article { get; private set; }
    public string? Note { get; private set; }

    /// <summary>The list that is nearest to it among those that the person may see.</summary>
    public string BackPath { get; private set; } = DifficultyAddress.Root;

    /// <summary>What whoever recorded it may correct; null for everybody else, and once somebody has dealt with it.</summary>
    public MendForm? Mend { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>Organisations that are offered for the congress at which it was met.</summary>
    public IReadOnlyList<CampaignPlace> Offered { get; private set; } = [];
    public bool MayDecide { get; private set; }
    public bool MayPassUp { get; private set; }

    /// <summary>The documents of the regulations of the campaign, for the field that cites an article.</summary>
    public IReadOnlyList<string> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) =>
        await ShowAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAnswerAsync(
        long id,
        int version,
        string? answer,
        string? article,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        var result = await deciding.AnswerAsync(Person, Actor, Open.One.Id, version, answer, article, stop);
        (Answer, Article) = (answer, article);
        return await AfterAsync(result, Open.One.IsLesson ? "lesson-was-spread" : "difficulty-was-answered", stop);
    }

    public async Task<IActionResult> OnPostPassAsync(long id, int version, string? note, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        var result = await deciding.PassUpAsync(Person, Actor, Open.One.Id, version, note, stop);
        Note = note;
        return await AfterAsync(result, "difficulty-was-passed-up", stop);
    }

    public async Task<IActionResult> OnPostMergeAsync(long id, int version, long other, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        return await AfterAsync(
            await deciding.MergeAsync(Person, Actor, Open.One.Id, version, other, stop),
            "difficulty-was-merged",
            stop
        );
    }

    public async Task<IActionResult> OnPostPartAsync(long id, int version, long other, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        return await AfterAsync(
            await deciding.PartAsync(Person, Actor, Open.One.Id, version, other, stop),
            "difficulty-was-parted",
            stop
        );
    }

    public async Task<IActionResult> OnPostCorrectAsync(long id, int version, MendForm form, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        var topic =
            Enum.TryParse<DifficultyTopic>(form.Topic, out var read) && Enum.IsDefined(read) ? read : (DifficultyTopic?)null;
        var wanted = new MendedDifficulty(form.Lesson, topic, form.Text, form.Organisation);
        var result = await mending.CorrectAsync(Person, Actor, Open.One.Id, version, wanted, stop);
        if (result.Outcome == Recorded.Refused && Mend is not null)
            Mend = form;
        return await AfterAsync(result, "difficulty-was-corrected", stop);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long id, int version, string? reason, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        Reason = reason;
        var result = await mending.WithdrawAsync(Person, Actor, Open.One.Id, version, reason, stop);
        return await AfterAsync(result, "difficulty-was-withdrawn", stop);
    }

    protected override Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop)
    {
        Problems["form"] = why;
        return Task.FromResult<IActionResult?>(Page());
    }

    private async Task<IActionResult> AfterAsync(RecordingResult result, string done, CancellationToken stop)
    {
        switch (result.Outcome)
        {
            case Recorded.Done or Recorded.Already:
                Done = T[done];
                return LocalRedirect(DifficultyAddress.Of(Open.One.Id));
            case Recorded.NotFound:
                return NotFound();
            default:
                // What another has done meanwhile is shown beside what was typed.
                var typed = (Answer, Article);
                if (result.Outcome == Recorded.Changed)
                    await ShowAsync(Open.One.Id, stop);
                (Answer, Article) = typed;
                Tell(result);
                return Refused(result.Outcome);
        }
    }

    private async Task<bool> ShowAsync(long id, CancellationToken stop)
    {
        if (await opening.OneAsync(Person, id, stop) is not { } open)
            return false;
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Code == open.Campaign);
        (Open, Campaign, AskedFor) = (open, campaign, open.One.Id == id ? null : id);
        Title = T[open.One.IsLesson ? "lesson-number" : "difficulty-number", open.One.Id];
        BackPath = await BackAsync(id, stop);
        MayDecide = open.Withdrawn is null && DifficultyRights.MayDecide(Person, open.HolderPath);
        (Answer, Article) = (open.One.Answer, open.One.Article);
        Mend = open.Mendable is { } mendable && campaign.ClosedOn is null ? MendForm.Of(open.One, mendable.Organisation) : null;
        if (Mend is not null)
            Offered = await OfferedAsync(stop);
        if (!MayDecide)
            return true;
        MayPassUp = !open.HolderPath.EndsWith($"/{campaign.Root}/", StringComparison.Ordinal);
        if (await places.FindAsync(campaign, open.HolderCode, Clock.Today, stop) is { } holder)
            Similar = await reading.SimilarAsync(campaign, holder, open.One.Text, open.One.IsLesson, open.One.Id, Alike, stop);
        Documents = [.. RuleSet.Named(campaign.Rules)?.Documents.Values.Select(one => one.Title.Vietnamese) ?? []];
        return true;
    }

    // Where it lies; else as near to that as he may see on the way down to where it was met; else his own organisation.
    private async Task<string> BackAsync(long asked, CancellationToken stop)
    {
        var met = Open.Others.FirstOrDefault(other => other.Id == asked)?.Path ?? Open.One.Path;
        var candidates = TreePath
            .Ids(Open.HolderPath)
            .Reverse()
            .Take(1)
            .Concat(TreePath.Ids(met))
            .Concat(
                Person
                    .Grants.Where(grant => DifficultyRights.Readers.Contains(grant.Role))
                    .OrderBy(grant => grant.Path.Length)
                    .Select(grant => TreePath.Id(grant.Path))
            );
        foreach (var one in candidates.Distinct())
        {
            if (
                await places.FindAsync(Campaign, one, Clock.Today, stop) is { } place
                && DifficultyRights.MaySee(Person, place.Path)
            )
                return DifficultyAddress.OfPlace(Campaign.Code, place.Code);
        }
        return DifficultyAddress.Root;
    }

    private async Task<IReadOnlyList<CampaignPlace>> OfferedAsync(CancellationToken stop)
    {
        var offered = new List<CampaignPlace>();
        foreach (
            var place in await places.GrantedAsync(Campaign, Person, [Role.Officer, Role.Checker, Role.Head], Clock.Today, stop)
        )
        {
            offered.Add(place);
            offered.AddRange(await places.BelowAsync(Campaign, place.Id, Clock.Today, stop));
        }
        return [.. offered.DistinctBy(place => place.Id).Take(MostOffered)];
    }
}

/// <summary>What was recorded, as it was typed anew.</summary>
internal sealed class MendForm
{
    public bool Lesson { get; set; }
    public string? Topic { get; set; }
    public string? Text { get; set; }

    /// <summary>Code of the organisation at whose congress it was met.</summary>
    public string? Organisation { get; set; }

    public static MendForm Of(ListedDifficulty one, string organisation) =>
        new()
        {
            Lesson = one.IsLesson,
            Topic = one.Topic.ToString(),
            Text = one.Text,
            Organisation = organisation,
        };
}
