using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Dashboards.Pages;

/// <summary>The proof of one figure: what it means, its value, and what lies behind it, down to each congress.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ReadFigure(
    DeskContext desk,
    PlacesInCampaign places,
    Figures figures,
    ChildrenSums children,
    ProgressSums sums
) : DeskPage(desk)
{
    /// <summary>A longer list is read by what lies directly below.</summary>
    public const int LongestList = 1000;
    private const int PerPage = 50;

    public PlaceInCampaign Place { get; private set; } = null!;
    public List<PlaceInCampaign> Above { get; private set; } = [];
    public FigureDefinition Definition { get; private set; } = null!;
    public Figure Figure { get; private set; } = null!;
    public IReadOnlyList<BehindFigure> Behind { get; private set; } = [];
    public int Found { get; private set; }
    public List<ChildFigure> Children { get; private set; } = [];
    public int Page_ { get; private set; } = 1;
    public int LastPage { get; private set; } = 1;
    public DateOnly LastDay { get; private set; }
    public FrameLevel? Level { get; private set; }

    /// <summary>More stand behind it than one reads: what lies below leads on.</summary>
    public bool IsLong => Figure.Numbers.Numerator > LongestList && Children.Count > 0;

    public async Task<IActionResult> OnGetAsync(
        string campaign,
        string figure,
        string organisation,
        string? ngay,
        string? cap,
        string? biet,
        int? trang,
        CancellationToken stop
    )
    {
        var asked = DashboardAddress.DayOf(ngay);
        var found = await places.FindAsync(Person, campaign, organisation, frame => asked ?? frame.DayOf(Clock.Today), stop);
        if (found is null || FigureDefinition.Named(figure) is not { } definition)
            return NotFound();
        (Place, Definition, LastDay) = (found, definition, found.Frame.DayOf(Clock.Today));
        Level = found.Frame.Level(cap ?? "");
        var day = asked is { } named && named <= LastDay ? named : LastDay;
        var question = new FigureQuestion(campaign, figure, organisation, Level?.Code, day, DashboardAddress.DayOf(biet));
        if ((await figures.AskAsync(question, stop)).Figure is not { } answer)
            return NotFound();
        Figure = answer;
        Title = T[figure + "-figure"] + ", " + found.Name;
        Above = await places.AboveAsync(Person, found, day, stop);
        Children = await ChildrenAsync(day, question.KnownOn, stop);
        if (answer.Numbers.Numerator > 0 && !IsLong)
            Take(await figures.ListAsync(question, stop), trang);
        return Page();
    }

    private void Take(IReadOnlyList<BehindFigure> behind, int? page)
    {
        Found = behind.Count;
        LastPage = Math.Max(1, (Found + PerPage - 1) / PerPage);
        Page_ = Math.Clamp(page ?? 1, 1, LastPage);
        Behind = [.. behind.Skip((Page_ - 1) * PerPage).Take(PerPage)];
    }

    private async Task<List<ChildFigure>> ChildrenAsync(DateOnly day, DateOnly? knownOn, CancellationToken stop)
    {
        var found = new Dictionary<long, ChildFigure>();
        foreach (var level in Level is { } only ? [only] : Place.Frame.Levels)
        {
            foreach (var child in await children.ReadAsync(Place.Frame, Place.Id, level.Ordinal, [day], stop))
            {
                if (!found.TryGetValue(child.Id, out var known))
                    found.Add(child.Id, known = new(child.Code, child.ShortName, new long[Measures.Count]));
                var own = knownOn is { } until
                    ? (await sums.ByLevelAsync(Place.Frame, child.Id, day, until, stop)).GetValueOrDefault(level.Ordinal)
                    : child.Sums[0];
                for (var m = 0; own is not null && m < own.Length; m++)
                    known.Sums[m] += own[m];
            }
        }
        return
        [
            .. found
                .Values.Where(child => Definition.Of(child.Sums).Numerator > 0)
                .OrderByDescending(child => Definition.Of(child.Sums).Numerator)
                .ThenBy(child => child.Code, StringComparer.Ordinal),
        ];
    }

    public string Number(long number) => Formats.Number(number, English);

    public string Percent(FigureNumbers numbers) => numbers.Share is { } share ? FigureWords.Percent(share, T) : "–";

    public string LinkTo(string code, int page = 1)
    {
        var address = DashboardAddress.OfFigure(Place, code, Definition.Name, Figure.AsOf, Level?.Code, page);
        return Figure.KnownOn is { } known ? $"{address}&biet={DashboardAddress.Iso(known)}" : address;
    }
}

/// <summary>What an organisation directly below adds to a figure.</summary>
internal sealed record ChildFigure(string Code, string Name, long[] Sums);
