using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Desk;

internal sealed partial class ArticleDesk
{
    /// <summary>Gives an article the text and the data that somebody has typed; what he had kept by the way goes.</summary>
    /// <param name="seen">the version on which he began</param>
    /// <param name="reason">for the list of revisions</param>
    public Task<DeskAnswer> SaveAsync(
        Person person,
        Actor actor,
        long id,
        int seen,
        ArticleEdit edit,
        string reason,
        CancellationToken stop
    ) =>
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
                await PutAsync(database, article, edit, reason, actor, stop);
                await ThrowAwayAsync(database, id, person.Id, stop);
                return DeskAnswer.Done;
            },
            stop
        );

    /// <summary>Gives an article the text of one of its earlier revisions, as a new one.</summary>
    public Task<DeskAnswer> RestoreAsync(
        Person person,
        Actor actor,
        long id,
        int seen,
        int number,
        string reason,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            actor,
            id,
            seen,
            "article.restored",
            async (database, article, standing) =>
            {
                var may = Workflow.MayRevise(StateOf(article), standing);
                if (may != StepAnswer.Allowed)
                    return DeskAnswer.Refused(may);
                var earlier = await database
                    .Set<ArticleRevision>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(r => r.ArticleId == id && r.Number == number, stop);
                if (earlier is null)
                    return DeskAnswer.NotFound;
                var before = PhotoPlaces.In(article.BodyHtml);
                article.Restore(earlier, reason, actor, clock.UtcNow);
                article.LeadPhotoId = PhotoForLists(article, before, PhotoPlaces.In(earlier.BodyHtml));
                return DeskAnswer.Done;
            },
            stop
        );

    private async Task PutAsync(
        Database database,
        Article article,
        ArticleEdit edit,
        string reason,
        Actor actor,
        CancellationToken stop
    )
    {
        var before = PhotoPlaces.In(article.BodyHtml);
        var photos = await PhotosAsync(database, article, edit.Photos, stop);
        var text = edit.Text with { BodyHtml = PhotoPlaces.Named(edit.Text.BodyHtml, photos) };
        if (text != new ArticleText(article.Title, article.Dateline, article.Lead, article.BodyHtml))
            article.Revise(text, clock.UtcNow, reason, actor);
        else
            article.Touch(clock.UtcNow);
        await ArticleAttachment.RememberAsync(database, article.Id, text.BodyHtml, stop);
        article.Source = edit.Source;
        article.CategoryId = edit.CategoryId;
        article.Featured = edit.Featured;
        article.LeadPhotoId = PhotoForLists(article, before, photos);
        await NamesAsync(database, article, edit, stop);
    }

    // A photo that was there stays as it is: earlier revisions name it too.
    private static async Task<List<long>> PhotosAsync(
        Database database,
        Article article,
        IReadOnlyList<EditedPhoto> edited,
        CancellationToken stop
    )
    {
        var shown = edited.Select(photo => article.Photos.Find(old => IsSame(old, photo)) ?? New(photo)).ToList();
        article.Photos.AddRange(shown.Except(article.Photos));
        await database.SaveChangesAsync(stop);
        return shown.ConvertAll(photo => photo.Id);

        static Photo New(EditedPhoto photo) =>
            new()
            {
                PictureId = photo.PictureId,
                Caption = photo.Caption,
                AlternativeText = photo.AlternativeText,
                Credit = photo.Credit,
            };
    }

    private static bool IsSame(Photo old, EditedPhoto photo) =>
        old.PictureId == photo.PictureId
        && old.Caption == photo.Caption
        && old.AlternativeText == photo.AlternativeText
        && (old.Credit ?? "") == (photo.Credit ?? "");

    // The first that has a picture. What no body has named stands for the article where the body names none; what was taken
    // out of the body is seen nowhere any more.
    private static long? PhotoForLists(Article article, IReadOnlyList<long> before, IReadOnlyList<long> inBody)
    {
        var named = inBody.Select(id => article.Photos.Find(photo => photo.Id == id)).OfType<Photo>().ToList();
        return named.Find(photo => photo.PictureId is not null)?.Id ?? named.FirstOrDefault()?.Id ?? ApartFromBody();

        long? ApartFromBody() => article.LeadPhotoId is { } kept && !before.Contains(kept) ? kept : null;
    }

    private static async Task NamesAsync(Database database, Article article, ArticleEdit edit, CancellationToken stop)
    {
        var names = new SharedNames(database);
        if (!edit.Authors.SequenceEqual(article.Authors.OrderBy(a => a.Position).Select(a => a.Author!.Name)))
        {
            article.Authors.Clear();
            await database.SaveChangesAsync(stop);
            article.Authors.AddRange(await names.AuthorsAsync(edit.Authors, stop));
        }
        if (!edit.Tags.SequenceEqual(article.Tags.OrderBy(t => t.Position).Select(t => t.Tag!.Name)))
        {
            article.Tags.Clear();
            await database.SaveChangesAsync(stop);
            article.Tags.AddRange(await names.TagsAsync(edit.Tags, stop));
        }
        if (!edit.Related.SequenceEqual(article.Related.OrderBy(r => r.Position).Select(r => r.OtherId)))
        {
            article.Related.Clear();
            await database.SaveChangesAsync(stop);
            article.Related.AddRange(
                edit.Related.Where(other => other != article.Id)
                    .Distinct()
                    .Select((other, i) => new RelatedArticle { OtherId = other, Position = i + 1 })
            );
        }
    }
}
