using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>How many delegates each organisation below has: proposed by the rules, adjusted, decided, sent down.</summary>
[ForSignedIn]
internal sealed class DivideDelegates(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    AllocationReading reading,
    AllocationDeciding deciding
) : CongressPage(desk, book, pages)
{
    public const string Ending = "phan-bo";

    public AllocationTable Table { get; private set; } = null!;
    public PlanForm Form { get; private set; } = new();

    /// <summary>Limits of the rule set for congresses of this level.</summary>
    public IEnumerable<LimitRule> Limits => Opened.Rules.Delegates.Limits.Where(limit => limit.Level == Opened.Level);

    /// <summary>Who is counted, in the words of the association: "Đảng viên chính thức".</summary>
    public string Members => Capital.Of(Opened.Rules.Terms.OfficialMembers.In(Said));

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostProposeAsync(
        string campaign,
        string organisation,
        PlanForm form,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = form;
        if (form.Wrong() is { } field)
            return Refused(Platform.Changes.Answer.Refused(field, "allocation-number-wrong"));
        var limit = Limits.FirstOrDefault(one => one.For == form.Limit)?.For;
        var answer = await deciding.ProposeAsync(Actor, Opened, form.Plan(), limit, form.Counted(), form.Anew, stop);
        return Answer(answer, "allocation-was-proposed", PathTo(Ending));
    }

    public async Task<IActionResult> OnPostAdjustAsync(
        string campaign,
        string organisation,
        string below,
        string? elected,
        string? alternates,
        string? reason,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        long? more = string.IsNullOrWhiteSpace(alternates) ? null : TypedCount.Of(alternates) ?? -1;
        var answer = await deciding.AdjustAsync(Actor, Opened, below, TypedCount.Of(elected), more, reason, stop);
        return Answer(answer, "allocation-was-adjusted", PathTo(Ending));
    }

    public async Task<IActionResult> OnPostDecideAsync(
        string campaign,
        string organisation,
        string? under,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? Answer(await deciding.DecideAsync(Actor, Opened, under, stop), "allocation-was-decided", PathTo(Ending))
            : NotFound();

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "allocation-title", stop))
            return false;
        Table = await reading.TableAsync(Opened, stop);
        Form = PlanForm.Of(Table);
        return true;
    }
}

/// <summary>What the division is reckoned from, as it was typed.</summary>
internal sealed class PlanForm
{
    public string? PerOrganisation { get; set; }
    public ByMembers ByMembers { get; set; }
    public string? Seats { get; set; }
    public string? MembersPerDelegate { get; set; }
    public string? RemainderFrom { get; set; }
    public string? Appointed { get; set; }
    public string? Limit { get; set; }

    /// <summary>What was adjusted by hand may be lost.</summary>
    public bool Anew { get; set; }

    /// <summary>One for each organisation below.</summary>
    public List<CountedForm> Rows { get; set; } = [];

    public static PlanForm Of(AllocationTable table) =>
        new()
        {
            PerOrganisation = Text(table.Allocation?.PerOrganisation),
            ByMembers = table.Allocation?.ByMembers ?? ByMembers.LargestRemainder,
            Seats = Text(table.Allocation?.Seats),
            MembersPerDelegate = table.Allocation is { ByMembers: ByMembers.Quotient }
                ? Text(table.Allocation.MembersPerDelegate)
                : null,
            RemainderFrom = Text(table.Allocation?.RemainderFrom),
            Appointed = Text(table.Allocation?.Appointed),
            Limit = table.Allocation?.LimitFor,
            Rows =
            [
                .. table.Rows.Select(row => new CountedForm
                {
                    Code = row.Place.Code,
                    Members = Text(row.Members),
                    ExOfficio = Text(row.Held?.ExOfficio),
                    Special = Text(row.Held?.Special),
                }),
            ],
        };

    /// <summary>The first field that holds no number; null where none does.</summary>
    public string? Wrong()
    {
        foreach (
            var (field, typed) in ((string, string?)[])
                [
                    ("perOrganisation", PerOrganisation),
                    ("seats", ByMembers == ByMembers.LargestRemainder ? Seats : null),
                    ("membersPerDelegate", ByMembers == ByMembers.Quotient ? MembersPerDelegate : null),
                    ("remainderFrom", ByMembers == ByMembers.Quotient ? RemainderFrom : null),
                    ("appointed", Appointed),
                    .. Rows.SelectMany(row =>
                        ((string, string?)[])
                            [(row.Code ?? "", row.Members), (row.Code ?? "", row.ExOfficio), (row.Code ?? "", row.Special)]
                    ),
                ]
        )
        {
            if (!string.IsNullOrWhiteSpace(typed) && TypedCount.Of(typed) is null)
                return field;
        }
        return null;
    }

    public AllocationPlan Plan() =>
        new(
            TypedCount.Of(PerOrganisation) ?? 0,
            ByMembers,
            TypedCount.Of(Seats) ?? 0,
            TypedCount.Of(MembersPerDelegate) ?? (ByMembers == ByMembers.Quotient ? 0 : 1),
            TypedCount.Of(RemainderFrom),
            TypedCount.Of(Appointed) ?? 0
        );

    public List<CountedOrganisation> Counted() =>
        Rows.ConvertAll(row => new CountedOrganisation(
            row.Code ?? "",
            TypedCount.Of(row.Members),
            TypedCount.Of(row.ExOfficio),
            TypedCount.Of(row.Special)
        ));

    private static string? Text(int? number) => number is { } there and not 0 ? FormattableString.Invariant($"{there}") : null;
}

internal sealed class CountedForm
{
    public string? Code { get; set; }
    public string? Members { get; set; }
    public string? ExOfficio { get; set; }
    public string? Special { get; set; }
}
