using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>What another site said, in words.</summary>
internal static class LinkWords
{
    public static string Of(DeadLink link, Texts t) =>
        (link.State, link.Answer) switch
        {
            (LinkState.Gone, { } answer) => t["dead-links-gone", answer],
            (LinkState.Silent, { } answer) => t["dead-links-failing", answer],
            (LinkState.Silent, null) => t["dead-links-silent"],
            _ => throw new InvalidOperationException(link.ToString()),
        };
}
