using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Demo;

/// <summary>
/// What happened in the made-up campaign of 2020, always the same: on 2 March 2020, 295 grassroots organisations have held
/// their model congress; at the end of 30 June, 51,985 of 52,105 grassroots congresses are held, none exempt.
/// </summary>
internal sealed class NationalCampaign
{
    public const string Code = "2020";
    public const int ModelsByTheSecondOfMarch = 295;
    public const int Models = 1_240;
    public const int HeldByTheEndOfJune = 51_985;

    public static readonly DateOnly Opened = new(2019, 10, 1);
    public static readonly DateOnly Closed = new(2021, 2, 5);
    private static readonly DateOnly FirstModel = new(2020, 1, 8);
    private static readonly DateOnly SecondOfMarch = new(2020, 3, 2);
    private static readonly DateOnly LastModel = new(2020, 3, 31);
    private static readonly DateOnly FirstGrassroots = new(2020, 4, 1);
    private static readonly DateOnly LastGrassroots = new(2020, 6, 30);

    private readonly Random chance = new(20200302);
    private readonly List<EventEntry> entries = [];

    /// <summary>All entries of a country, in the order in which they were made.</summary>
    /// <param name="organisations">of the country</param>
    /// <param name="ids">of the organisations, in the same order</param>
    public static List<EventEntry> Of(IReadOnlyList<PlantedOrganisation> organisations, long[] ids)
    {
        var campaign = new NationalCampaign();
        campaign.Make(organisations, ids, campaign.DaysOfGrassroots(organisations));
        // As they were entered: by the day, and on one day as they come.
        return [.. campaign.entries.OrderBy(entry => entry.RecordedOn)];
    }

    /// <summary>
    /// The country down to the districts, one province in full, and of all others only the grassroots organisations that have
    /// held their model congress by 2 March 2020: so that the 295 of that day are the same as in the whole country.
    /// </summary>
    /// <param name="organisations">of the country, with every grassroots organisation</param>
    /// <param name="province">code of the one that is kept whole</param>
    /// <param name="plant">puts what is kept into the tree and answers with the ids, in its order</param>
    public static async Task<List<EventEntry>> OfModelsAndOneProvinceAsync(
        IReadOnlyList<PlantedOrganisation> organisations,
        string province,
        Func<IReadOnlyList<PlantedOrganisation>, Task<long[]>> plant
    )
    {
        var campaign = new NationalCampaign();
        var days = campaign.DaysOfGrassroots(organisations);
        var (kept, places) = (new List<PlantedOrganisation>(), new int[organisations.Count]);
        var keptDays = new Dictionary<int, (DateOnly, bool)>();
        for (var i = 0; i < organisations.Count; i++)
        {
            var one = organisations[i];
            var stays =
                one.Level is "central" or "province" or "district"
                || one.Code.StartsWith(province + "-", StringComparison.Ordinal)
                || (days.TryGetValue(i, out var told) && told.Model && told.Held <= SecondOfMarch);
            if (!stays)
                continue;
            places[i] = kept.Count;
            if (days.TryGetValue(i, out var held))
                keptDays.Add(kept.Count, held);
            kept.Add(one with { Above = one.Above < 0 ? one.Above : places[one.Above] });
        }
        campaign.Make(kept, await plant(kept), keptDays);
        return [.. campaign.entries.OrderBy(entry => entry.RecordedOn)];
    }

    private void Make(
        IReadOnlyList<PlantedOrganisation> organisations,
        long[] ids,
        IReadOnlyDictionary<int, (DateOnly Held, bool Model)> days
    )
    {
        for (var i = 0; i < organisations.Count; i++)
        {
            var (one, id) = (organisations[i], ids[i]);
            switch (one.Level)
            {
                case "central":
                    Tell(id, new(2021, 1, 25), model: false, 7, 1_587, 200, ratified: false);
                    break;
                case "province":
                    Tell(id, Between(new(2020, 9, 15), new(2020, 10, 30), 0.6), model: false, 4, 350, 52, ratified: true);
                    break;
                case "district":
                    Tell(id, Between(new(2020, 7, 1), new(2020, 8, 29), 0.55), model: false, 3, 220, 39, ratified: true);
                    break;
                case "grassroots":
                    var (held, model) = days[i];
                    Tell(id, held, model, 2, Math.Min(200, one.Members ?? 30), 9, ratified: true);
                    break;
                case "branch":
                    Branch(id, one.Members ?? 10, days[one.Above].Held);
                    break;
                default:
                    throw new InvalidOperationException(one.Level);
            }
        }
    }

    // The models come first, then the others in their window, and 120 after it.
    private Dictionary<int, (DateOnly Held, bool Model)> DaysOfGrassroots(IReadOnlyList<PlantedOrganisation> organisations)
    {
        var order = Enumerable.Range(0, organisations.Count).Where(i => organisations[i].Level == "grassroots").ToArray();
        chance.Shuffle(order);
        var late = NationalCountry.Grassroots - HeldByTheEndOfJune;
        var days = new Dictionary<int, (DateOnly, bool)>(order.Length);
        for (var place = 0; place < order.Length; place++)
        {
            days.Add(
                order[place],
                place switch
                {
                    < ModelsByTheSecondOfMarch => (Between(FirstModel, SecondOfMarch, 0.7), true),
                    < Models => (Between(SecondOfMarch.AddDays(1), LastModel, 0.5), true),
                    _ when place >= order.Length - late => (Between(LastGrassroots.AddDays(1), new(2020, 8, 14), 0.3), false),
                    _ => (Between(FirstGrassroots, LastGrassroots, 0.62), false),
                }
            );
        }
        return days;
    }

    private void Tell(long organisation, DateOnly held, bool model, int days, int summoned, int elected, bool ratified)
    {
        var begun = Later(held.AddDays(-chance.Next(65, 90)), Opened.AddDays(chance.Next(0, 5)));
        var submitted = Later(held.AddDays(-chance.Next(40, 52)), begun);
        var approved = Later(held.AddDays(-chance.Next(24, 36)), submitted);
        Enter(
            organisation,
            CongressStatus.Preparing,
            begun,
            5,
            entry => entry with { Model = model ? true : null, PlannedOn = held }
        );
        Enter(organisation, CongressStatus.PlanSubmitted, submitted, 4);
        Enter(organisation, CongressStatus.PlanApproved, approved, 3);
        var attended = summoned - chance.Next(0, 1 + (summoned / 25));
        Mistake(organisation, held, approved);
        Enter(
            organisation,
            CongressStatus.Held,
            held,
            3,
            entry => entry with { Days = days, Numbers = new(summoned, attended, null, null, null, null, null) }
        );
        Enter(
            organisation,
            CongressStatus.ResultReported,
            held.AddDays(chance.Next(2, 8)),
            2,
            entry => entry with { Numbers = Committee(elected) }
        );
        if (ratified)
            Enter(organisation, CongressStatus.Ratified, held.AddDays(chance.Next(10, 26)), 3);
    }

    // A branch meets before the congress above it.
    private void Branch(long organisation, int members, DateOnly above)
    {
        var last = above.AddDays(-10) < new DateOnly(2020, 3, 28) ? above.AddDays(-10) : new DateOnly(2020, 3, 28);
        var held = Between(new(2019, 10, 12), last, 0.5);
        var attended = members - chance.Next(0, 1 + (members / 12));
        Enter(
            organisation,
            CongressStatus.Held,
            held,
            7,
            entry => entry with { Days = 1, Numbers = new(members, attended, members < 9 ? 1 : 3, null, null, null, null) }
        );
        Enter(organisation, CongressStatus.Ratified, held.AddDays(chance.Next(4, 14)), 4);
    }

    // One in a thousand is entered for a wrong day and withdrawn some days later.
    private void Mistake(long organisation, DateOnly held, DateOnly approved)
    {
        if (chance.Next(1000) != 0 || held.AddDays(-6) <= approved)
            return;
        var wrong = held.AddDays(-chance.Next(2, 6));
        entries.Add(
            new(organisation, CongressStatus.Held, null, wrong, wrong)
            {
                BroughtIn = true,
                Accepted = false,
                Note = "ghi nhầm ngày",
            }
        );
        entries.Add(
            new(organisation, null, CongressStatus.Held, wrong, wrong.AddDays(chance.Next(1, 5)))
            {
                BroughtIn = true,
                Note = "Ghi nhầm ngày tổ chức",
            }
        );
    }

    private ResultNumbers Committee(int elected)
    {
        var women = Math.Min(elected, (elected * chance.Next(8, 38) / 100) + chance.Next(0, 2));
        return new(
            null,
            null,
            elected,
            women,
            elected * chance.Next(5, 25) / 100,
            elected * chance.Next(0, 24) / 100,
            elected * chance.Next(25, 45) / 100
        );
    }

    private void Enter(
        long organisation,
        CongressStatus status,
        DateOnly on,
        int mostLate,
        Func<EventEntry, EventEntry>? also = null
    )
    {
        // Most are entered on the day or the day after.
        var late = (int)(mostLate * chance.NextDouble() * chance.NextDouble());
        var entry = new EventEntry(organisation, status, null, on, on.AddDays(late)) { BroughtIn = true, Accepted = true };
        entries.Add(also is null ? entry : also(entry));
    }

    /// <summary>A day between two, both included.</summary>
    /// <param name="lean">the part of the time after which half of them are over, 0.3 to 0.7</param>
    private DateOnly Between(DateOnly first, DateOnly last, double lean)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var place = (chance.NextDouble() + chance.NextDouble()) / 2;
        // Half of them lie before the lean; the first and the last day stay where they are.
        var skew = place + (((lean - 0.5) * 4) * place * (1 - place));
        return first.AddDays((int)(skew * days));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
