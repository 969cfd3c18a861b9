using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.People.Pages;

/// <summary>Where people are looked for: by their name, or where they belong.</summary>
[For(Role.Officer, Role.Checker)]
internal sealed class FindPeople(DeskContext desk, PersonReading reading, OrganisationTree tree, OrganisationSearch search)
    : PeoplePage(desk)
{
    public const string Path = OwnPath;
    private const int MostPlaces = 30;

    public string? Words { get; private set; }
    public string? PlaceWords { get; private set; }
    public IReadOnlyList<ListedPerson> Found { get; private set; } = [];
    public List<(string Code, string Name, string? Above)> Places { get; private set; } = [];

    public async Task OnGetAsync(string? q, string? dv, CancellationToken stop)
    {
        Title = T["people"];
        Words = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        PlaceWords = string.IsNullOrWhiteSpace(dv) ? null : dv.Trim();
        if (Words is { Length: <= 100 })
            Found = await reading.SearchAsync(Person, Actor, Words, stop);
        var parts = Person.PartsOf(PersonRights.Keepers);
        if (PlaceWords is { Length: <= 200 })
        {
            var found = await search.SearchAsync(PlaceWords, parts, MostPlaces, stop);
            Places = found.ConvertAll(one => (one.Code, one.Name, (string?)one.Above));
            return;
        }
        foreach (var id in parts.Select(TreePath.Id))
        {
            if (await tree.FindAsync(id, stop) is not { } own)
                continue;
            if (own.ParentId is not null)
                Places.Add((own.Code, own.Name, null));
            // Nobody belongs to the owner of the portal: who keeps all begins at the tops of the trees.
            else
                Places.AddRange((await tree.RootsAsync(stop)).Select(top => (top.Code, top.Name, (string?)null)));
        }
    }
}
