using DaiHoi.Web.Portal.Layout;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>Says over a preview what it is, and leads to its other forms.</summary>
/// <param name="Token">the signed part of the link</param>
/// <param name="Until">when the link ends, UTC</param>
internal sealed record PreviewBar(PublicPage Page, string Token, DateTime Until)
{
    public string Link(string form = "") => Page.To($"/xem-truoc/{Token}{form}");
}
