using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.People.Pages;

/// <summary>Two who are alike, side by side: somebody decides whether they are one, and what holds then.</summary>
[For(Role.Officer, Role.Checker, OwnOnly = true)]
internal sealed class ComparePeople(DeskContext desk, PersonReading reading, PersonKeeping keeping) : PeoplePage(desk)
{
    private const string TheOther = "other";

    private Dictionary<string, string?> choices = [];

    public ShownPerson One { get; private set; } = null!;
    public ShownPerson Other { get; private set; } = null!;
    public string? Reason { get; private set; }
    public IEnumerable<(string Field, string Problem)> FieldProblems =>
        Problems.Where(problem => PersonFields.All.Contains(problem.Key)).Select(problem => (Label(problem.Key), problem.Value));

    public static string ChoiceOf(string field) => $"choices[{field}]";

    /// <summary>Of two that differ the one that says something is taken, unless somebody has chosen.</summary>
    public bool TakesOther(string field) =>
        choices.TryGetValue(field, out var chosen) ? chosen == TheOther : PersonFields.Typed(One.Data, field) is null;

    public async Task<IActionResult> OnGetAsync(long id, long other, CancellationToken stop) =>
        await ShowAsync(id, other, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMergeAsync(
        long id,
        long other,
        Dictionary<string, string?> choices,
        string? seen,
        string? seenOther,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(id, other, stop))
            return NotFound();
        this.choices = choices;
        var data = PersonFields.Read(
            field => PersonFields.Typed(TakesOther(field) ? Other.Data : One.Data, field),
            Clock.Today,
            Tell
        );
        if (data is null)
            return Refused();
        var result = await keeping.MergeAsync(Person, Actor, (id, other), data, (seen, seenOther), stop);
        switch (result.Outcome)
        {
            case PersonOutcome.Done:
                return Went(T["people-merged", other, id], PathOf(id));
            case PersonOutcome.Changed:
                Problems[""] = T["people-changed-meanwhile"];
                return Refused(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostTellApartAsync(long id, long other, string? reason, CancellationToken stop)
    {
        if (!await ShowAsync(id, other, stop))
            return NotFound();
        var result = await keeping.TellApartAsync(Person, Actor, id, other, reason, stop);
        if (result.Outcome is PersonOutcome.Done or PersonOutcome.Already)
            return Went(T["people-told-apart"], PathOf(id));
        if (result.Outcome == PersonOutcome.NotFound)
            return NotFound();
        Reason = reason;
        foreach (var problem in result.Problems)
            Tell(problem);
        return Refused();
    }

    private async Task<bool> ShowAsync(long id, long other, CancellationToken stop)
    {
        if (
            id == other
            || await reading.ReadAsync(Person, Actor, id, stop) is not { } one
            || await reading.ReadAsync(Person, Actor, other, stop) is not { } second
            || one.Id != id
            || second.Id != other
        )
            return false;
        (One, Other, Title) = (one, second, T["people-compare"]);
        return true;
    }
}
