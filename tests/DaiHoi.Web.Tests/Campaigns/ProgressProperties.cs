using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>Whatever happens, in whatever order it is entered: every figure is what a slow and obvious count gives.</summary>
public abstract class ProgressProperties(TestDatabase database) : DatabaseTests(database)
{
    private static readonly DateOnly Opened = new(2020, 1, 1);

    private static readonly string[] Asked =
    [
        "congresses-expected",
        "congresses-held",
        "congresses-exempt",
        "congresses-overdue",
        "congresses-ratified",
        "model-congresses-held",
        "committee-elected",
        "committee-women",
        "delegates-attended",
    ];

    public sealed class OnSqlite(SqliteTestDatabase database) : ProgressProperties(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ProgressProperties(database),
            IClassFixture<PostgresTestDatabase>;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Every_figure_on_every_day_by_what_was_known_on_every_day_is_what_a_slow_count_gives(int seed)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var story = new Story(new Random(seed), new Country(site.Services, Database.Factory));
        await story.BeginAsync();
        for (var chapter = 0; chapter < 6; chapter++)
        {
            await story.GoOnAsync(12);
            var (_, wrong) = await site.Service<ProgressCheck>().RunAsync(10, Stop);
            Assert.Empty(wrong);
            await story.CompareAsync(site.Service<Figures>(), 60);
        }
    }

    /// <summary>A random tree, random entries, withdrawals and reorganisations, told to the program and to the slow model.</summary>
    private sealed class Story(Random chance, Country country)
    {
        private readonly SlowModel model = new(
            Opened,
            new Dictionary<string, DateOnly?>
            {
                ["central"] = null,
                ["province"] = new(2020, 10, 31),
                ["district"] = new(2020, 8, 31),
                ["grassroots"] = new(2020, 6, 30),
                ["sub-grassroots"] = null,
                ["branch"] = new(2020, 3, 31),
            }
        );

        private readonly List<string> levels = [];
        private readonly HashSet<int> gone = [];
        private readonly List<DateOnly> changed = [];
        private readonly List<(int Place, CongressStatus Status, DateOnly On)> standing = [];

        public async Task BeginAsync()
        {
            var tree = new List<(int Above, string Level)> { (-1, "central") };
            for (var p = 0; p < 2; p++)
            {
                tree.Add((0, "province"));
                var province = tree.Count - 1;
                for (var d = 0; d < 2; d++)
                {
                    tree.Add((province, "district"));
                    var district = tree.Count - 1;
                    for (var g = 0; g < chance.Next(1, 4); g++)
                    {
                        tree.Add((district, "grassroots"));
                        var grassroots = tree.Count - 1;
                        for (var b = 0; b < chance.Next(0, 3); b++)
                            tree.Add((grassroots, "branch"));
                    }
                }
            }
            await country.PlantAsync([.. tree]);
            foreach (var (above, level) in tree)
            {
                model.Plant(above, level);
                levels.Add(level);
            }
            Assert.Empty((await country.OpenAsync(Opened)).Problems);
        }

        public async Task GoOnAsync(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                switch (chance.Next(12))
                {
                    case 0:
                        await MoveAsync();
                        break;
                    case 1:
                        await FoundAsync();
                        break;
                    case 2 when chance.Next(2) == 0:
                        await DissolveAsync();
                        break;
                    case 3 or 4 when standing.Count > 0:
                        await WithdrawAsync();
                        break;
                    default:
                        await RecordAsync(chance.Next(1, 4));
                        break;
                }
            }
        }

        public async Task CompareAsync(Figures figures, int questions)
        {
            for (var i = 0; i < questions; i++)
            {
                var (name, place) = (Asked[chance.Next(Asked.Length)], chance.Next(levels.Count));
                var level = chance.Next(3) == 0 ? levels[chance.Next(levels.Count)] : null;
                DateOnly? known = chance.Next(2) == 0 ? Day() : null;
                var day = Day();
                var answer = await figures.AskAsync(new(null, name, country.CodeOf(place), level, day, known), Stop);
                var (numerator, denominator) = model.Ask(name, place, level, day, known);
                Assert.Equal(
                    (name, place, level, day, known, numerator, denominator),
                    (name, place, level, day, known, answer.Figure!.Numbers.Numerator, answer.Figure.Numbers.Denominator)
                );
                if (i % 6 == 0)
                {
                    var behind = await figures.ListAsync(new(null, name, country.CodeOf(place), level, day, known), Stop);
                    Assert.Equal(
                        (name, place, level, day, known, numerator),
                        (name, place, level, day, known, behind.Sum(one => one.Amount))
                    );
                }
            }
        }

        private DateOnly Day() => Opened.AddDays(chance.Next(-20, 340));

        // Changes of the tree come in the order of their days, as decisions do.
        private DateOnly DayOfChange()
        {
            var day = Opened.AddDays(chance.Next(1, 60) + (changed.Count * 12));
            if (changed.Count > 0 && day <= changed[^1])
                day = changed[^1].AddDays(1);
            changed.Add(day);
            return day;
        }

        private async Task RecordAsync(int many)
        {
            var entries = new List<EventEntry>();
            for (var i = 0; i < many; i++)
            {
                var place = chance.Next(levels.Count);
                var status = (CongressStatus)chance.Next(9);
                var on = Opened.AddDays(chance.Next(-10, 320));
                var entry = new EventEntry(country.Ids[place], status, null, on, on.AddDays(chance.Next(-3, 40)))
                {
                    Model = chance.Next(3) == 0 ? chance.Next(2) == 0 : null,
                    Accepted = chance.Next(2) == 0,
                    Numbers =
                        chance.Next(3) == 0
                            ? new(chance.Next(9, 30), chance.Next(0, 9), chance.Next(3, 9), chance.Next(0, 3), null, null, 1)
                            : default,
                };
                entries.Add(entry);
                model.Record(place, entry);
                standing.Add((place, status, on));
            }
            // The program takes the entries of one congress in their order; the model is told the same.
            await country.RecordAsync([.. entries]);
        }

        private async Task WithdrawAsync()
        {
            var at = chance.Next(standing.Count);
            var (place, status, on) = standing[at];
            standing.RemoveAt(at);
            var entry = new EventEntry(country.Ids[place], null, status, on, on.AddDays(chance.Next(0, 60)));
            model.Record(place, entry);
            await country.RecordAsync(entry);
        }

        private async Task MoveAsync()
        {
            var place = Enumerable.Range(0, levels.Count).Where(at => levels[at] == "grassroots" && !gone.Contains(at)).ToList();
            var below = Enumerable.Range(0, levels.Count).Where(at => levels[at] == "district" && !gone.Contains(at)).ToList();
            if (place.Count == 0 || below.Count == 0)
                return;
            var (moved, to, day) = (place[chance.Next(place.Count)], below[chance.Next(below.Count)], DayOfChange());
            model.Move(moved, to, day);
            await country.MoveAsync(moved, to, day);
        }

        private async Task FoundAsync()
        {
            var below = Enumerable.Range(0, levels.Count).Where(at => levels[at] == "district" && !gone.Contains(at)).ToList();
            var (above, day) = (below[chance.Next(below.Count)], DayOfChange());
            model.Found(above, "grassroots", day);
            levels.Add("grassroots");
            await country.FoundAsync(above, "grassroots", day);
        }

        private async Task DissolveAsync()
        {
            var alive = Enumerable.Range(0, levels.Count).Where(at => levels[at] == "branch" && !gone.Contains(at)).ToList();
            if (alive.Count == 0)
                return;
            var (place, day) = (alive[chance.Next(alive.Count)], DayOfChange());
            gone.Add(place);
            model.Dissolve(place, day);
            await country.DissolveAsync(place, day);
        }
    }
}
