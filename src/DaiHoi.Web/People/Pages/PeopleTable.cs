using DaiHoi.Web.People.Keeping;

namespace DaiHoi.Web.People.Pages;

/// <summary>People in a table.</summary>
internal sealed record PeopleTable(PeoplePage Page, string Caption, IReadOnlyList<ListedPerson> Rows, bool WithOrganisation);
