namespace DaiHoi.Web.Organisations;

/// <summary>Codes of the levels that most rule sets have, top to base; a rule set may name others.</summary>
internal static class OrganisationLevels
{
    public const string Central = "central";
    public const string Province = "province";
    public const string District = "district";
    public const string Grassroots = "grassroots";
    public const string SubGrassroots = "sub-grassroots";
    public const string Branch = "branch";
}
