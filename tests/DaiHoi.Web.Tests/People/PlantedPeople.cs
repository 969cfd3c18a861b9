using DaiHoi.Web.Organisations;
using DaiHoi.Web.People;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Tests.People;

/// <summary>People of an organisation, written as by its officer.</summary>
internal static class PlantedPeople
{
    private static readonly DateOnly Today = new(2020, 3, 4);

    /// <param name="fields">what is said of him besides name, date of birth and sex</param>
    /// <returns>his number</returns>
    public static async Task<long> AddAsync(
        Site site,
        KnownOrganisation organisation,
        string name,
        string born,
        params (string Field, string Text)[] fields
    )
    {
        var keeper = new Person(0, "Người trồng", [new(Role.Officer, organisation.Path)]);
        var data = DataOf(name, born, fields);
        var keeping = site.Service<PersonKeeping>();
        // Whoever is like him is another person: all numbers were seen.
        var seen = Enumerable.Range(1, 1000).Select(number => (long)number).ToHashSet();
        var result = await keeping.AddAsync(keeper, Actor.Program, organisation, data, seen, CancellationToken.None);
        Assert.Equal(PersonOutcome.Done, result.Outcome);
        return result.Id;
    }

    public static PersonData DataOf(string name, string born, params (string Field, string Text)[] fields)
    {
        var typed = fields.ToDictionary(field => field.Field, field => (string?)field.Text);
        typed[PersonFields.FullName] = name;
        typed[PersonFields.BirthDate] = born;
        typed.TryAdd(PersonFields.Sex, "nữ");
        var problems = new List<PersonProblem>();
        var data = PersonFields.Read(typed.GetValueOrDefault, Today, problems.Add);
        Assert.Empty(problems);
        return data!;
    }
}
