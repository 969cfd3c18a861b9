using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.People.Demo;

/// <summary>Made-up people of one grassroots organisation of the demo; two of them may be one.</summary>
public sealed class FirstPeople
{
    private const string Author = "Dữ liệu minh họa";

    private static readonly (string Name, string Born, string Sex, string Ethnicity, string Degree, string Posts)[] People =
    [
        ("Nguyễn Văn An", "12/03/1972", "male", "Kinh", "university", "Chủ tịch công đoàn cơ sở"),
        ("Nguyễn Văn An", "1972", "male", "Kinh", "", "Tổ trưởng tổ công đoàn"),
        ("Điểu Thị Bé", "05/1985", "female", "Xtiêng", "intermediate", "Tổ phó tổ công đoàn"),
        ("Trần Quốc Cường", "30/04/1980", "male", "Kinh", "college", "Ủy viên Ban Chấp hành"),
        ("Lê Thị Diệu", "20/10/1990", "female", "Kinh", "master", "Phó Chủ tịch công đoàn cơ sở"),
        ("Lâm Hoàng Giang", "1978", "male", "Khmer", "elementary", ""),
        ("Nông Thị Hạnh", "08/03/1983", "female", "Tày", "university", "Chủ nhiệm Ủy ban Kiểm tra"),
        ("Phạm Minh Khôi", "02/09/1995", "male", "Kinh", "university", "Đoàn viên"),
    ];

    private readonly DatabaseFactory databases;
    private readonly OrganisationTree tree;
    private readonly PersonKeeping keeping;
    private readonly SiteClock clock;

    internal FirstPeople(DatabaseFactory databases, OrganisationTree tree, PersonKeeping keeping, SiteClock clock) =>
        (this.databases, this.tree, this.keeping, this.clock) = (databases, tree, keeping, clock);

    /// <summary>Writes them into an installation that has the organisation.</summary>
    /// <param name="organisation">its code</param>
    public async Task FillAsync(string organisation, CancellationToken stop)
    {
        if (await tree.FindAsync(organisation, stop) is not { } found)
            return;
        await using var database = databases.Create();
        foreach (var (name, born, sex, ethnicity, degree, posts) in People)
        {
            var typed = new Dictionary<string, string>
            {
                [PersonFields.FullName] = name,
                [PersonFields.BirthDate] = born,
                [PersonFields.Sex] = sex,
                [PersonFields.Ethnicity] = ethnicity,
                [PersonFields.Degree] = degree,
                [PersonFields.Posts] = posts,
            };
            var person = new RegisteredPerson
            {
                OrganisationId = found.Id,
                KeptUntil = keeping.KeptUntil,
                AddedAt = clock.UtcNow,
                AddedByName = Author,
            };
            var data =
                PersonFields.Read(field => typed.GetValueOrDefault(field), clock.Today, _ => { })
                ?? throw new InvalidOperationException($"The demo's {name} is not what people are");
            person.Write(data, clock.UtcNow, Author);
            database.Add(person);
        }
        await database.SaveChangesAsync(stop);
    }
}
