using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Reports;

/// <summary>
/// Who does what with reports: officers of the organisation write, its officers and checkers send up, a checker or head of
/// the organisation directly above decides. At the top of a campaign a checker or head of the top itself decides, who must be
/// somebody else than whoever sent it or wrote in it.
/// </summary>
internal static class ReportRights
{
    /// <summary>Who may open pages about reports at all.</summary>
    public static readonly Role[] Readers = [Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator];

    public static bool MaySee(Person person, CampaignPlace place) => person.Is(place.Path, Readers);

    public static bool MayWrite(Person person, CampaignPlace place) => person.Is(place.Path, Role.Officer);

    public static bool MaySend(Person person, CampaignPlace place) => person.Is(place.Path, Role.Officer, Role.Checker);

    public static bool MayDecide(Person person, CampaignPlace place) => person.Is(place.PathAbove, Role.Checker, Role.Head);

    /// <summary>What the reports of an organisation and those below hold, and when they are due.</summary>
    public static bool MayArrange(Person person, CampaignPlace place) =>
        person.Is(place.Path, Role.Checker, Role.Head, Role.Administrator);
}
