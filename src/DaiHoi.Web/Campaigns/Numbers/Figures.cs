using System.Globalization;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Campaigns.Numbers;

/// <summary>Named figures at any organisation, as of any day, and the congresses behind each.</summary>
public sealed class Figures
{
    private readonly Sql sql;
    private readonly ProgressSums sums;
    private readonly ChildrenSums children;
    private readonly OrganisationTree organisations;
    private readonly SiteClock clock;

    internal Figures(Sql sql, ProgressSums sums, ChildrenSums children, OrganisationTree organisations, SiteClock clock) =>
        (this.sql, this.sums, this.children, this.organisations, this.clock) = (sql, sums, children, organisations, clock);

    /// <summary>The names of all figures, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FigureDefinition.All.Select(figure => figure.Name)];

    /// <summary>What a figure is, or why it cannot be given.</summary>
    public async Task<FigureAnswer> AskAsync(FigureQuestion question, CancellationToken stop)
    {
        var (place, refused) = await PlaceAsync(question, stop);
        if (place is null)
            return refused!;
        var byLevel = await sums.ByLevelAsync(place.Frame, place.Organisation.Id, place.Day, question.KnownOn, stop);
        var all = new long[Measures.Count];
        foreach (var (level, own) in byLevel)
        {
            if (place.Level is { } only && only.Ordinal != level)
                continue;
            for (var m = 0; m < own.Length; m++)
                all[m] += own[m];
        }
        var figure = new Figure(
            place.Frame.Code,
            question.Name,
            place.Organisation.Code,
            place.Organisation.Name,
            question.Level,
            place.Day,
            question.KnownOn,
            place.Definition.Of(all)
        );
        return new(figure, null, []);
    }

    /// <summary>The congresses behind the numerator of a figure, by code of the organisation.</summary>
    /// <returns>none where the figure cannot be given</returns>
    public async Task<IReadOnlyList<BehindFigure>> ListAsync(FigureQuestion question, CancellationToken stop)
    {
        var (place, _) = await PlaceAsync(question, stop);
        return place is null ? [] : await ListAsync(place, question.KnownOn, stop);
    }

    /// <summary>Figures of everything directly below an organisation, by code; what has no congress of the level is left out.</summary>
    /// <param name="question">at the organisation above; which figure it names is of no matter</param>
    /// <param name="names">of the figures</param>
    /// <returns>each with its figures in the order of the names; none where the figures cannot be given</returns>
    public async Task<IReadOnlyList<FiguresBelow>> BelowAsync(
        FigureQuestion question,
        IReadOnlyList<string> names,
        CancellationToken stop
    )
    {
        var (place, _) = await PlaceAsync(question, stop);
        if (place is null)
            return [];
        var definitions = names.Select(FigureDefinition.Named).OfType<FigureDefinition>().ToList();
        var sumsOf = new Dictionary<string, (string Name, long[] Sums)>(StringComparer.Ordinal);
        var levels = place.Level is { } only ? [only] : place.Frame.Levels;
        foreach (var level in levels)
        {
            foreach (var child in await children.ReadAsync(place.Frame, place.Organisation.Id, level.Ordinal, [place.Day], stop))
            {
                if (!sumsOf.TryGetValue(child.Code, out var known))
                    sumsOf.Add(child.Code, known = (child.Name, new long[Measures.Count]));
                for (var m = 0; m < known.Sums.Length; m++)
                    known.Sums[m] += child.Sums[0][m];
            }
        }
        return
        [
            .. sumsOf
                .Select(one => new FiguresBelow(
                    one.Key,
                    one.Value.Name,
                    definitions.ConvertAll(figure => figure.Of(one.Value.Sums))
                ))
                .OrderBy(one => one.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many congresses of a level were held of how many due, at the end of each day on which that changed.</summary>
    /// <param name="question">at which organisation, of which level, until when</param>
    /// <returns>by day; none where the figure cannot be given or no level is named</returns>
    public async Task<IReadOnlyList<CoursePoint>> CourseAsync(FigureQuestion question, CancellationToken stop)
    {
        var (place, _) = await PlaceAsync(question, stop);
        if (place?.Level is not { } level)
            return [];
        var course = await HeldByDay.ReadAsync(sql, place.Frame, place.Organisation.Id, level.Ordinal, stop);
        return
        [
            .. course
                .Days.Where(day => day.Day <= place.Day.DayNumber)
                .Select(day => new CoursePoint(DateOnly.FromDayNumber(day.Day), day.Held, day.Due)),
        ];
    }

    /// <summary>The organisations behind the numerator with their amounts; none where the figure cannot be given.</summary>
    internal async Task<IReadOnlyList<(long Organisation, long Amount)>> AmountsAsync(
        FigureQuestion question,
        CancellationToken stop
    )
    {
        var (place, _) = await PlaceAsync(question, stop);
        return place is null
            ? []
            : [.. (await FoundAsync(place, question.KnownOn, stop)).Select(one => (one.Organisation, one.Amount))];
    }

    private async Task<IReadOnlyList<BehindFigure>> ListAsync(Place place, DateOnly? knownOn, CancellationToken stop)
    {
        var found = await FoundAsync(place, knownOn, stop);
        var named = await NamesAsync(found.ConvertAll(one => one.Organisation), place.Day, stop);
        return
        [
            .. found
                .Select(one => new BehindFigure(named[one.Organisation].Code, named[one.Organisation].Name, one.Amount))
                .OrderBy(one => one.Code, StringComparer.Ordinal),
        ];
    }

    private async Task<List<(long Organisation, long Amount)>> FoundAsync(Place place, DateOnly? knownOn, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        // Everything that was ever below; on which day it was is asked of each.
        var isRoot = place.Organisation.Id == place.Frame.Root;
        var candidates = await sql.ListAsync(
            $"""
            {(isRoot ? "" : EverBelow)}
            select c.organisation_id from congress c
            where c.campaign_id = @c {(place.Level is null ? "" : "and c.level = @l")}
                {(isRoot ? "" : "and c.organisation_id in (select id from below)")}
                and {place.Definition.Possible(knownOn is null)}
            """,
            row => row.GetInt64(0),
            stop,
            [
                ("c", place.Frame.Id),
                ("d", place.Day),
                .. place.Level is { } level ? [("l", (object?)level.Ordinal)] : Array.Empty<(string, object?)>(),
                .. isRoot ? Array.Empty<(string, object?)>() : [("o", place.Organisation.Id)],
            ]
        );
        if (candidates.Count == 0)
            return [];
        var tree =
            candidates.Count > MostUpward
                ? await TreeInTime.WholeAsync(connection, null, stop)
                : await TreeInTime.UpwardAsync(connection, null, candidates, stop);
        var (day, known) = (place.Day.DayNumber, knownOn?.DayNumber ?? int.MaxValue);
        var found = new List<(long Organisation, long Amount)>();
        var own = new int[Measures.Count];
        var wide = new long[Measures.Count];
        foreach (var some in candidates.Chunk(1000))
        {
            await foreach (var congress in ReckonedCongress.ReadAsync(connection, null, place.Frame, tree, some, stop))
            {
                var stretch = congress.Scope.On(day);
                if (congress.Organisation != place.Organisation.Id && !stretch.Above.Contains(place.Organisation.Id))
                    continue;
                congress.History.Fill(day, known, stretch.LastDay, own);
                for (var m = 0; m < own.Length; m++)
                    wide[m] = own[m];
                if (place.Definition.Of(wide).Numerator is > 0 and var amount)
                    found.Add((congress.Organisation, amount));
            }
        }
        return found;
    }

    // As they were called on that day; what was not there yet, by its first name.
    internal async Task<Dictionary<long, (string Code, string Name)>> NamesAsync(
        IReadOnlyCollection<long> ids,
        DateOnly day,
        CancellationToken stop
    )
    {
        var names = new Dictionary<long, (string, string)>(ids.Count);
        foreach (var some in ids.Chunk(1000))
        {
            var rows = await sql.ListAsync(
                $"""
                select o.id, o.code, v.name, v.valid_from
                from organisation o join organisation_version v on v.organisation_id = o.id
                where o.id in ({string.Join(",", some.Select(id => id.ToString(CultureInfo.InvariantCulture)))})
                order by o.id, v.valid_from
                """,
                row => (Id: row.GetInt64(0), Code: row.GetString(1), Name: row.GetString(2), From: row.Day(3)),
                stop
            );
            foreach (var row in rows)
            {
                if (row.From <= day || !names.ContainsKey(row.Id))
                    names[row.Id] = (row.Code, row.Name);
            }
        }
        return names;
    }

    private async Task<(Place? Place, FigureAnswer? Refused)> PlaceAsync(FigureQuestion question, CancellationToken stop)
    {
        if (FigureDefinition.Named(question.Name) is not { } definition)
            return Refused(FigureProblem.UnknownFigure, Names);
        var (frame, refused) = await FrameAsync(question.Campaign, stop);
        if (frame is null)
            return (null, refused);
        if (await organisations.FindAsync(question.Organisation, stop) is not { } organisation)
            return Refused(FigureProblem.UnknownOrganisation, []);
        if (!await IsInScopeAsync(frame, organisation.Id, stop))
            return Refused(FigureProblem.OutsideTheCampaign, []);
        var level = question.Level is { } code ? frame.Level(code) : null;
        if (question.Level is not null && level is null)
            return Refused(FigureProblem.UnknownLevel, [.. frame.Levels.Select(known => known.Code)]);
        return (new(definition, frame, organisation, level, question.AsOf ?? frame.DayOf(clock.Today)), null);
    }

    private async Task<(CampaignFrame? Frame, FigureAnswer? Refused)> FrameAsync(string? code, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        var campaigns = await CampaignFrame.ReadAllAsync(connection, null, stop);
        var codes = campaigns.Select(campaign => campaign.Code).Order(StringComparer.Ordinal).ToList();
        if (code is not null)
            return campaigns.FirstOrDefault(campaign => campaign.Code == code) is { } named
                ? (named, null)
                : (null, new(null, FigureProblem.UnknownCampaign, codes));
        return campaigns.Count switch
        {
            0 => (null, new(null, FigureProblem.NoCampaign, [])),
            1 => (campaigns[0], null),
            _ => (null, new(null, FigureProblem.SeveralCampaigns, codes)),
        };
    }

    private async Task<bool> IsInScopeAsync(CampaignFrame frame, long organisation, CancellationToken stop)
    {
        if (organisation == frame.Root)
            return true;
        await using var connection = await sql.OpenAsync(stop);
        var tree = await TreeInTime.UpwardAsync(connection, null, [organisation], stop);
        return tree.Knows(frame.Root);
    }

    private static (Place?, FigureAnswer) Refused(FigureProblem problem, IReadOnlyList<string> among) =>
        (null, new(null, problem, among));

    /// <summary>Above it the whole tree is read rather than the ways up from each.</summary>
    private const int MostUpward = 20_000;

    private const string EverBelow = """
        with recursive below (id) as (
            select id from organisation where id = @o
            union
            select v.organisation_id from below b cross join organisation_version v where v.parent_id = b.id
        )
        """;

    private sealed record Place(
        FigureDefinition Definition,
        CampaignFrame Frame,
        KnownOrganisation Organisation,
        FrameLevel? Level,
        DateOnly Day
    );
}
