using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Desk;

internal sealed partial class ArticleDesk
{
    /// <summary>Puts an article into another section or changes its keywords; its text stays as it is.</summary>
    /// <param name="seen">the version that the person had before him</param>
    public Task<DeskAnswer> ArrangeAsync(Person person, Actor actor, long id, int seen, Arrangement to, CancellationToken stop) =>
        ChangeAsync(
            person,
            actor,
            id,
            seen,
            "article.revised",
            async (database, article, standing) =>
            {
                var may = Workflow.MayRevise(StateOf(article), standing);
                if (may != StepAnswer.Allowed)
                    return DeskAnswer.Refused(may);
                var tags = article.Tags.OrderBy(t => t.Position).Select(t => t.Tag!.Name).ToList();
                var wanted = to.Of(tags);
                if (wanted.Count > ArticleForm.MostTags)
                    return DeskAnswer.TagsMany;
                article.CategoryId = to.Section ?? article.CategoryId;
                if (!wanted.SequenceEqual(tags))
                {
                    article.Tags.Clear();
                    await database.SaveChangesAsync(stop);
                    article.Tags.AddRange(await new SharedNames(database).TagsAsync(wanted, stop));
                }
                article.Touch(clock.UtcNow);
                return DeskAnswer.Done;
            },
            stop
        );
}

/// <summary>Where an article is to be filed.</summary>
/// <param name="Section">null leaves it where it is</param>
/// <param name="Added">keywords that it is to have, behind those that it has</param>
/// <param name="Removed">keywords that it is not to have</param>
internal sealed record Arrangement(long? Section, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>The keywords of an article that had these.</summary>
    public List<string> Of(IEnumerable<string> tags)
    {
        var gone = Removed.Select(Slug.Of).ToHashSet(StringComparer.Ordinal);
        return [.. tags.Where(tag => !gone.Contains(Slug.Of(tag))).Concat(Added).DistinctBy(Slug.Of)];
    }
}
