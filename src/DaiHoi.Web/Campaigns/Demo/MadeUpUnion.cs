using System.Globalization;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Demo;

/// <summary>
/// A made-up trade union to try things in: its branches are nearly done, its grassroots organisations in the middle of it, its
/// districts and the province have yet to come. Only the days depend on the day of the installation.
/// </summary>
internal sealed class MadeUpUnion
{
    public const string Code = "cong-doan";
    public const string Rules = "union";
    public const string RootCode = "CD";

    private static readonly string[] Districts = ["Sông Bé", "Bù Nho", "Phước Hòa"];
    private static readonly string[] Kinds =
    [
        "Nhà máy Sợi",
        "Công ty May",
        "Nông trường Cao su",
        "Bệnh viện",
        "Trường Tiểu học",
        "Xí nghiệp Gỗ",
        "Trường Mầm non",
        "Nhà máy Điều",
    ];

    private readonly DateOnly today;
    private readonly Random chance = new(2026);
    private readonly List<PlantedOrganisation> organisations = [];

    public MadeUpUnion(DateOnly today)
    {
        this.today = today;
        organisations.Add(new(RootCode, "Liên đoàn Lao động tỉnh Sông Bé (minh họa)", "Sông Bé", "province", -1, 9_600));
        foreach (var district in Districts)
            AddDistrict(district);
    }

    public IReadOnlyList<PlantedOrganisation> Organisations => organisations;

    /// <summary>Branches meet first, then the grassroots, the districts, the province.</summary>
    public CampaignPlan Plan =>
        new(
            Code,
            "Đại hội công đoàn các cấp tỉnh Sông Bé (minh họa)",
            FormattableString.Invariant($"{today.Year}–{today.Year + 5}"),
            Rules,
            RootCode,
            today.AddDays(-75),
            []
        )
        {
            UsualChecklist = true,
            Windows = new Dictionary<string, Period>
            {
                ["branch"] = new(today.AddDays(-60), today.AddDays(10)),
                ["grassroots"] = new(today.AddDays(-30), today.AddDays(45)),
                ["district"] = new(today.AddDays(46), today.AddDays(80)),
                ["province"] = new(today.AddDays(81), today.AddDays(110)),
            },
        };

    /// <summary>What has happened until today.</summary>
    /// <param name="ids">of the organisations, in their order</param>
    public List<EventEntry> EntriesOf(long[] ids)
    {
        var entries = new List<EventEntry>();
        for (var i = 0; i < organisations.Count; i++)
        {
            switch (organisations[i].Level)
            {
                case "branch":
                    Tell(entries, ids[i], today.AddDays(chance.Next(-55, 9)), model: false, organisations[i].Members ?? 20, 3);
                    break;
                case "grassroots":
                    var model = i % 9 == 2;
                    var day = model ? today.AddDays(-chance.Next(12, 26)) : today.AddDays(chance.Next(-8, 44));
                    Tell(entries, ids[i], day, model, Math.Min(150, organisations[i].Members ?? 60), 9);
                    break;
            }
        }
        return [.. entries.OrderBy(entry => entry.RecordedOn)];
    }

    private void AddDistrict(string name)
    {
        var number = organisations.Count(one => one.Level == "district") + 1;
        var code = string.Create(CultureInfo.InvariantCulture, $"{RootCode}-{number}");
        organisations.Add(new(code, $"Liên đoàn Lao động huyện {name} (minh họa)", name, "district", 0, 3_200));
        var district = organisations.Count - 1;
        for (var g = 0; g < Kinds.Length; g++)
        {
            var place = $"{Kinds[g]} {name}";
            var grassroots = string.Create(CultureInfo.InvariantCulture, $"{code}-{g + 1:00}");
            var members = 120 + (g * 97 % 310);
            organisations.Add(new(grassroots, $"Công đoàn cơ sở {place} (minh họa)", place, "grassroots", district, members));
            var parent = organisations.Count - 1;
            for (var b = 0; b < 2 + (g % 3); b++)
            {
                var branch = string.Create(CultureInfo.InvariantCulture, $"{grassroots}-{b + 1}");
                organisations.Add(
                    new(
                        branch,
                        string.Create(CultureInfo.InvariantCulture, $"Tổ công đoàn số {b + 1}, {place} (minh họa)"),
                        string.Create(CultureInfo.InvariantCulture, $"Tổ số {b + 1}"),
                        "branch",
                        parent,
                        members / (2 + (g % 3))
                    )
                );
            }
        }
    }

    // What has come by today of a congress that is planned for a day; one in eight is not entered yet, one in four not accepted.
    private void Tell(List<EventEntry> entries, long organisation, DateOnly day, bool model, int summoned, int elected)
    {
        var accepted = chance.Next(4) != 0;
        void Enter(CongressStatus status, DateOnly on, Func<EventEntry, EventEntry>? also = null)
        {
            if (on > today)
                return;
            var entry = new EventEntry(organisation, status, null, on, on) { Accepted = accepted };
            entries.Add(also is null ? entry : also(entry));
        }
        Enter(CongressStatus.Preparing, today.AddDays(-70), entry => entry with { PlannedOn = day, Model = model ? true : null });
        Enter(CongressStatus.PlanSubmitted, Earlier(day.AddDays(-30), today.AddDays(-10)));
        Enter(CongressStatus.PlanApproved, Earlier(day.AddDays(-15), today.AddDays(-5)), entry => entry with { Accepted = true });
        if (!model && chance.Next(8) == 0)
            return;
        var attended = summoned - chance.Next(0, 1 + (summoned / 20));
        Enter(
            CongressStatus.Held,
            day,
            entry => entry with { Days = 1, Numbers = new(summoned, attended, null, null, null, null, null) }
        );
        Enter(
            CongressStatus.ResultReported,
            day.AddDays(5),
            entry => entry with { Numbers = new(null, null, elected, elected / 3, elected / 3, elected / 9, elected / 3) }
        );
        Enter(CongressStatus.Ratified, day.AddDays(14), entry => entry with { Accepted = true });
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
