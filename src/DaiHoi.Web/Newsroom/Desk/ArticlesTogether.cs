using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk.Parts;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>
/// One thing done to several articles, each by itself: what cannot be done to one keeps no other back, and each says what
/// became of it.
/// </summary>
internal sealed class ArticlesTogether(ArticleDesk desk)
{
    /// <summary>Of one request: three pages of a list.</summary>
    public const int Most = 100;

    /// <summary>What this person's roles let him do at all; each article decides again.</summary>
    public static IEnumerable<TogetherDeed> For(Person person) =>
        Enum.GetValues<TogetherDeed>()
            .Where(deed =>
                deed switch
                {
                    TogetherDeed.Approve => person.IsAnywhere(Role.Editor),
                    TogetherDeed.Return => person.IsAnywhere(Role.Editor, Role.Publisher),
                    TogetherDeed.Publish or TogetherDeed.Withdraw => person.IsAnywhere(Role.Publisher),
                    _ => person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher),
                }
            );

    public static bool NeedsReason(TogetherDeed deed) => StepOf(deed) is { } step && Workflow.NeedsReason(step);

    /// <summary>Does it to one after the other, in the order in which they were chosen.</summary>
    public async Task<List<TogetherOutcome>> DoAsync(
        Person person,
        Actor actor,
        IReadOnlyList<ChosenArticle> chosen,
        TogetherWish wish,
        Texts t,
        CancellationToken stop
    )
    {
        var outcomes = new List<TogetherOutcome>();
        string? trouble = null;
        foreach (var one in chosen)
        {
            if (await desk.FindAsync(person, one.Id, stop) is not { Article: var article })
                outcomes.Add(new(one.Id, t["together-number", one.Id], IsDone: false, t["together-gone"]));
            else if (trouble is not null)
                outcomes.Add(new(one.Id, article.Title, IsDone: false, trouble));
            else
            {
                try
                {
                    var answer = await DoAsync(person, actor, one, wish, stop);
                    var isDone = answer.Outcome == DeskOutcome.Done;
                    outcomes.Add(new(one.Id, article.Title, isDone, isDone ? Done(wish.Deed, t) : ArticleWords.Of(answer, t)));
                }
                catch (Exception problem) when (StorageTroubles.Of(problem) is { } storage)
                {
                    // The others would wait as long, and be told the same.
                    trouble = storage == StorageTrouble.Full ? t["together-full"] : t["together-busy"];
                    outcomes.Add(new(one.Id, article.Title, IsDone: false, trouble));
                }
            }
        }
        return outcomes;
    }

    private Task<DeskAnswer> DoAsync(Person person, Actor actor, ChosenArticle one, TogetherWish wish, CancellationToken stop) =>
        StepOf(wish.Deed) is { } step
            ? desk.TakeAsync(person, actor, one.Id, new(step, one.Version, wish.Reason), stop)
            : desk.ArrangeAsync(
                person,
                actor,
                one.Id,
                one.Version,
                wish.Deed switch
                {
                    TogetherDeed.MoveToSection => new(wish.Section, [], []),
                    TogetherDeed.AddTags => new(null, wish.Tags, []),
                    TogetherDeed.RemoveTags => new(null, [], wish.Tags),
                    _ => throw new InvalidOperationException(wish.Deed.ToString()),
                },
                stop
            );

    private static ArticleStepKind? StepOf(TogetherDeed deed) =>
        deed switch
        {
            TogetherDeed.Submit => ArticleStepKind.Submitted,
            TogetherDeed.Approve => ArticleStepKind.Approved,
            TogetherDeed.Return => ArticleStepKind.Returned,
            TogetherDeed.Publish => ArticleStepKind.Published,
            TogetherDeed.Withdraw => ArticleStepKind.Withdrawn,
            TogetherDeed.MoveToSection or TogetherDeed.AddTags or TogetherDeed.RemoveTags => null,
            _ => throw new InvalidOperationException(deed.ToString()),
        };

    private static string Done(TogetherDeed deed, Texts t) =>
        StepOf(deed) is { } step ? ArticleWords.Done(step, t) : t["done-saved"];
}

/// <summary>What can be done to several articles at once.</summary>
internal enum TogetherDeed
{
    Submit,
    Approve,
    Return,
    Publish,
    Withdraw,
    MoveToSection,
    AddTags,
    RemoveTags,
}

/// <param name="Version">that the person had before him in the list</param>
internal sealed record ChosenArticle(long Id, int Version)
{
    /// <summary>As it stands in the form, "12:3"; null where it is none.</summary>
    public static ChosenArticle? Of(string value)
    {
        var parts = value.Split(':');
        return
            parts is [var id, var version]
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new(number, seen)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Version}");
}

/// <summary>What is wished of the chosen articles.</summary>
internal sealed record TogetherWish(TogetherDeed Deed, string? Reason, long? Section, IReadOnlyList<string> Tags);

/// <param name="Said">what became of it, in one sentence</param>
internal sealed record TogetherOutcome(long Id, string Title, bool IsDone, string Said)
{
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{Id}");
}
