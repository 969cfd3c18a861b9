using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns;

/// <summary>A page about a congress that another room has. It registers one; the pages of the congress lead there.</summary>
/// <param name="TextKey">its words in <c>Ui/Texts</c></param>
/// <param name="Ending">of its address, behind that of the congress: "dai-bieu"</param>
/// <param name="Order">from left to right</param>
/// <param name="Roles">whoever has one of them on the organisation is led there</param>
public sealed record CongressLink(string TextKey, string Ending, int Order, params Role[] Roles)
{
    public string PathOf(string campaign, string organisation) =>
        $"/dai-hoi/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}/{Ending}";
}

/// <summary>The bar of the pages of one congress.</summary>
/// <param name="Here">path of the page on which it stands</param>
public sealed record CongressBar(
    IReadOnlyList<CongressLink> Links,
    string Campaign,
    string Organisation,
    PathString Here,
    Texts T
)
{
    public bool IsHere(CongressLink link) => Here.Value == Uri.UnescapeDataString(link.PathOf(Campaign, Organisation));
}
