using System.Globalization;
using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Portal.Demo.Drawings;

namespace DaiHoi.Web.Portal.Demo;

/// <summary>One made-up article as its file holds it.</summary>
/// <param name="Views">how often it was read, for "Tin đọc nhiều"</param>
internal sealed record MadeUpArticle(Prose Text, string Body, int Views)
{
    public const string Credit = "Minh họa: DaiHoi";

    public static IReadOnlyList<MadeUpArticle> All { get; } = [.. DemoFiles.Articles.Select(name => Of(DemoFiles.Prose(name)))];

    /// <summary>The drawings that its photographs ask for.</summary>
    public IEnumerable<Drawing> Drawings => Text.Photos.Select(photo => Drawing.Named(photo.Source));

    public NewArticle With(IReadOnlyDictionary<Drawing, long> pictures, SiteClock clock) =>
        new(
            Text.Head["title"],
            Text.Head.GetValueOrDefault("dateline"),
            Text.Lead,
            Body,
            Text.Head["category"],
            clock.ToUtc(DateTime.ParseExact(Text.Head["at"], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            [Text.Head["author"]],
            Text.Head["tags"].Split(';', StringSplitOptions.TrimEntries),
            [
                .. Text.Photos.Select(photo => new NewPhoto(
                    pictures[Drawing.Named(photo.Source)],
                    photo.Caption,
                    photo.AlternativeText,
                    Credit
                )),
            ],
            Text.Head.TryGetValue("featured", out var place) ? int.Parse(place, CultureInfo.InvariantCulture) : null
        );

    private static MadeUpArticle Of(Prose text) =>
        new(text, text.HtmlAfterLead(), int.Parse(text.Head["views"], CultureInfo.InvariantCulture));
}
