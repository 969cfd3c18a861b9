using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Newsroom.Desk;

internal sealed partial class ArticleDesk
{
    /// <summary>Publishes an article whose moment has come, or withdraws one whose time is over; otherwise nothing happens.</summary>
    public async Task<bool> MoveWhatIsDueAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        // Asked again inside the transaction: another instance, or a person, may have been first.
        var article = await ForChangeAsync(database, id, stop);
        if (article is null)
            return false;
        var now = clock.UtcNow;
        var before = await ShownAsync(database, article, stop);
        var wasPublic = article.Status == ArticleStatus.Published;
        string action;
        if (article.Status == ArticleStatus.Approved && article.PublishAt <= now)
        {
            article.PublishAsScheduled(Actor.Program, now);
            action = "article.published";
        }
        else if (wasPublic && article.ExpiresAt <= now)
        {
            article.Expire(Actor.Program, now, Texts.Vietnamese["step-expired"]);
            action = "article.expired";
        }
        else
            return false;
        try
        {
            await CloseAsync(database, Actor.Program, action, article, before, wasPublic, stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
