using System.Text.RegularExpressions;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Reports.Papers;

/// <summary>A text that holds for an organisation, and who has set it.</summary>
/// <param name="By">null where it is the usual one</param>
internal sealed record InheritedWords(string? Text, string? By);

/// <summary>The words of papers as an organisation has them: its own, and what it takes over.</summary>
internal sealed record PaperWordsShown(
    PaperWording Own,
    InheritedWords OnBehalf,
    InheritedWords Recipients,
    InheritedWords Opening,
    InheritedWords Closing,
    string Seen
);

/// <summary>Sets the words of papers, and finds those that hold.</summary>
internal sealed partial class PaperWordsDesk(DatabaseFactory databases, RecordedChanges changes)
{
    /// <summary>The words with which papers of an organisation are printed today.</summary>
    public static async Task<PaperWording> OfAsync(Database database, long campaign, CampaignPlace place, CancellationToken stop)
    {
        var upwards = await UpwardsAsync(database, campaign, place.Path, stop);
        var own = upwards.Find(words => words.OrganisationId == place.Id);
        return new(
            own?.Place,
            own?.Sign,
            own?.Post,
            own?.Signer,
            First(upwards, words => words.OnBehalf)?.Text,
            First(upwards, words => words.Recipients)?.Text,
            First(upwards, words => words.Opening)?.Text,
            First(upwards, words => words.Closing)?.Text
        );
    }

    /// <summary>What an organisation has set itself, and what it takes over from above.</summary>
    public async Task<PaperWordsShown> ShownAsync(long campaign, CampaignPlace place, CancellationToken stop)
    {
        await using var database = databases.Create();
        var upwards = await UpwardsAsync(database, campaign, place.Path, stop);
        var own = upwards.Find(words => words.OrganisationId == place.Id);
        var above = upwards.FindAll(words => words.OrganisationId != place.Id);
        var ids = above.ConvertAll(words => words.OrganisationId);
        var names = await database
            .Set<Organisation>()
            .Where(one => ids.Contains(one.Id))
            .Select(one => new { one.Id, one.Name })
            .ToDictionaryAsync(one => one.Id, one => one.Name, stop);
        return new(
            WordingOf(own),
            Inherited(words => words.OnBehalf),
            Inherited(words => words.Recipients),
            Inherited(words => words.Opening),
            Inherited(words => words.Closing),
            SeenMark.Of(WordingOf(own))
        );

        InheritedWords Inherited(Func<PaperWords, string?> text) =>
            First(above, text) is { } found ? new(found.Text, names[found.By]) : new(null, null);
    }

    /// <summary>Puts the words of an organisation in the place of those that were seen.</summary>
    /// <param name="seen">the mark of what the person had before him (<see cref="PaperWordsShown.Seen"/>)</param>
    public async Task<ReportResult> SetAsync(
        Person person,
        Actor actor,
        KnownCampaign campaign,
        CampaignPlace place,
        PaperWording wanted,
        string? seen,
        CancellationToken stop
    )
    {
        if (!ReportRights.MayArrange(person, place))
            return ReportResult.Of(ReportOutcome.NotFound);
        if (RefusalOf(wanted) is { } refused)
            return refused;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from organisation where id = {place.Id} for update", stop);
        var words = await database
            .Set<PaperWords>()
            .FirstOrDefaultAsync(one => one.CampaignId == campaign.Id && one.OrganisationId == place.Id, stop);
        var before = WordingOf(words);
        if (seen is not null && seen != SeenMark.Of(before))
            return ReportResult.Of(ReportOutcome.Changed);
        if (before == wanted)
            return ReportResult.Of(ReportOutcome.Already);
        if (words is null)
            database.Add(words = new PaperWords { CampaignId = campaign.Id, OrganisationId = place.Id });
        (words.Place, words.Sign, words.Post, words.Signer) = (wanted.Place, wanted.Sign, wanted.Post, wanted.Signer);
        (words.OnBehalf, words.Recipients) = (wanted.OnBehalf, wanted.Recipients);
        (words.Opening, words.Closing) = (wanted.Opening, wanted.Closing);
        var key = PaperWords.KeyOf(campaign.Id, place.Id);
        await changes.CommitAsync(database, actor, new("paper-words.set", key, place.Name, before, wanted), [key], stop);
        return ReportResult.Of(ReportOutcome.Done);
    }

    private static ReportResult? RefusalOf(PaperWording wanted)
    {
        (string Field, string? Text, int Longest)[] fields =
        [
            ("place", wanted.Place, PaperWords.LongestName),
            ("sign", wanted.Sign, PaperWords.LongestSign),
            ("post", wanted.Post, PaperWords.LongestName),
            ("signer", wanted.Signer, PaperWords.LongestName),
            ("on-behalf", wanted.OnBehalf, PaperWords.LongestName),
            ("recipients", wanted.Recipients, PaperWords.LongestText),
            ("opening", wanted.Opening, PaperWords.LongestText),
            ("closing", wanted.Closing, PaperWords.LongestText),
        ];
        var problems = new List<ReportProblem>();
        foreach (var (field, text, longest) in fields)
        {
            if (text is null)
                continue;
            if (text.Length > longest)
                problems.Add(new(field, "report-text-long", [longest]));
            else if (field is not ("recipients" or "opening" or "closing") && text.AsSpan().ContainsAny('\n', '\r'))
                problems.Add(new(field, "paper-words-one-line", []));
            else if (field is "place" or "post" or "signer" && text.AsSpan().ContainsAny('{', '}'))
                problems.Add(new(field, "paper-words-no-braces", []));
            else if (PaperWording.Unknown(text) is { } unknown)
                problems.Add(new(field, "paper-words-unknown", [unknown]));
            else if (field == "sign" && !SignShape().IsMatch(text))
                problems.Add(new(field, "paper-words-sign-shape", []));
        }
        return problems.Count == 0 ? null : new(ReportOutcome.Refused, problems);
    }

    // From the organisation itself to the top.
    private static async Task<List<PaperWords>> UpwardsAsync(
        Database database,
        long campaign,
        string path,
        CancellationToken stop
    )
    {
        var ids = TreePath.Ids(path).ToList();
        var found = await database
            .Set<PaperWords>()
            .AsNoTracking()
            .Where(words => words.CampaignId == campaign && ids.Contains(words.OrganisationId))
            .ToListAsync(stop);
        return [.. found.OrderByDescending(words => ids.IndexOf(words.OrganisationId))];
    }

    private static (string Text, long By)? First(List<PaperWords> upwards, Func<PaperWords, string?> text)
    {
        foreach (var words in upwards)
        {
            if (text(words) is { } found)
                return (found, words.OrganisationId);
        }
        return null;
    }

    private static PaperWording WordingOf(PaperWords? words) =>
        words is null
            ? PaperWording.Usual
            : new(
                words.Place,
                words.Sign,
                words.Post,
                words.Signer,
                words.OnBehalf,
                words.Recipients,
                words.Opening,
                words.Closing
            );

    [GeneratedRegex(@"^[\p{L}\p{N}]+([-./][\p{L}\p{N}]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignShape();
}
