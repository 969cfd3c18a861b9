using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>What is said beside an address in a form, where nobody comes to it any more.</summary>
/// <param name="spelled">how a typed address is spelled where it was asked; null where it is none that is asked</param>
internal sealed class DeadMarks(Func<string, string?> spelled, IReadOnlyDictionary<string, DeadLink> dead)
{
    public static DeadMarks None { get; } = new(_ => null, new Dictionary<string, DeadLink>(StringComparer.Ordinal));

    /// <summary>What came back and when, in one line; null where nothing is to be said.</summary>
    public string? Of(string? typed, Texts t, SiteClock clock) =>
        typed is not null && spelled(typed) is { } address && dead.TryGetValue(address, out var link)
            ? t["frame-link-dead", LinkWords.Of(link, t), Formats.Moment(clock.ToSite(link.AskedAt), t.English)]
            : null;
}
