using System.Text.Json;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>The way of an article, its corrections and the words on its pictures: how they are written, what is refused, what they become.</summary>
internal static class CarriedHistory
{
    private const int LongestName = 200;

    public static CarriedStep Of(ArticleStep step) =>
        new(
            JsonNamingPolicy.KebabCaseLower.ConvertName(step.Kind.ToString()),
            step.At,
            step.Name,
            step.Reason,
            step.When,
            step.Revision
        );

    public static CarriedMedia Of(Picture picture) =>
        new(
            picture.Name,
            picture.Caption,
            picture.AlternativeText,
            picture.Credit,
            picture.Licence,
            picture.FocalX,
            picture.FocalY
        );

    /// <summary>The field that cannot be taken; null where all can.</summary>
    public static string? FaultIn(CarriedArticle article)
    {
        if (article.Writer?.Length > LongestName || article.Revisions.Any(revision => revision.By?.Length > LongestName))
            return "writer, revisions.by";
        if (article.ReturnReason?.Length > ArticleStep.LongestReason)
            return "returnReason";
        if (article.Steps?.Any(step => !IsGood(step, article.Revisions.Count)) == true)
            return "steps";
        if (article.Corrections?.Any(c => c.Text.Trim().Length is 0 or > ArticleStep.LongestReason) == true)
            return "corrections";
        if (article.Related?.Any(other => other <= 0 || other == article.Id) == true)
            return "related";
        return article.Photos.Any(photo => photo.Media is { } media && !IsGood(media)) ? "photos.media" : null;
    }

    public static ArticleStep StepOf(CarriedStep step) =>
        new()
        {
            Kind = KindOf(step.Kind)!.Value,
            At = step.At,
            Name = step.By,
            Reason = step.Reason,
            When = step.For,
            Revision = step.Revision,
        };

    /// <summary>Texts composed, instants in UTC.</summary>
    public static CarriedArticle Clean(CarriedArticle article) =>
        article with
        {
            Writer = CleanOrNull(article.Writer),
            ReturnReason = CleanOrNull(article.ReturnReason),
            StateSince = Utc(article.StateSince),
            PublishAt = Utc(article.PublishAt),
            ExpiresAt = Utc(article.ExpiresAt),
            Steps = article
                .Steps?.Select(step =>
                    step with
                    {
                        By = Fold.Clean(step.By),
                        Reason = CleanOrNull(step.Reason),
                        At = Utc(step.At),
                        For = Utc(step.For),
                    }
                )
                .ToList(),
            Corrections = article.Corrections?.Select(c => new CarriedCorrection(Fold.Clean(c.Text), Utc(c.At))).ToList(),
        };

    public static CarriedMedia? Clean(CarriedMedia? media) =>
        media is null
            ? null
            : media with
            {
                Name = Fold.Clean(media.Name),
                Caption = Fold.Clean(media.Caption),
                AlternativeText = Fold.Clean(media.AlternativeText),
                Credit = CleanOrNull(media.Credit),
                Licence = CleanOrNull(media.Licence),
            };

    public static string? CleanOrNull(string? text) => text is null ? null : Fold.Clean(text);

    public static DateTime? Utc(DateTime? at) => at is { } given ? Utc(given) : null;

    public static DateTime Utc(DateTime given) =>
        given.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(given, DateTimeKind.Utc) : given.ToUniversalTime();

    private static bool IsGood(CarriedStep step, int revisions) =>
        KindOf(step.Kind) is not null
        && step.By.Length is > 0 and <= LongestName
        && (step.Reason?.Length ?? 0) <= ArticleStep.LongestReason
        && step.Revision >= 0
        && step.Revision <= revisions;

    private static bool IsGood(CarriedMedia media) =>
        media.FocalX is >= 0 and <= 100
        && media.FocalY is >= 0 and <= 100
        && media.Caption.Length <= Picture.LongestText
        && media.AlternativeText.Length <= Picture.LongestText
        && media.Name.Length <= Picture.LongestName
        && (media.Credit?.Length ?? 0) <= Picture.LongestName
        && (media.Licence?.Length ?? 0) <= Picture.LongestName;

    private static ArticleStepKind? KindOf(string code) =>
        Enum.GetValues<ArticleStepKind>()
            .Cast<ArticleStepKind?>()
            .FirstOrDefault(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind!.Value.ToString()) == code);
}
