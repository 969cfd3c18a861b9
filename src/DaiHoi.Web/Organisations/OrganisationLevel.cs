namespace DaiHoi.Web.Organisations;

/// <summary>Where an organisation stands in the ladder, top to base.</summary>
public enum OrganisationLevel
{
    Central,
    Province,
    District,
    Grassroots,
    SubGrassroots,
    Branch,
}
