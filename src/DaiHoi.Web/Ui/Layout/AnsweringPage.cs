using DaiHoi.Rules;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Ui.Layout;

/// <summary>A page on which people do things, and which tells what refused them beside the field that they must look at.</summary>
public abstract class AnsweringPage(DeskContext desk) : DeskPage(desk)
{
    /// <summary>What refuses it, by field; "" is the whole.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (OfferedChoices.AreKept(context))
            return base.OnPageHandlerExecutionAsync(context, next);
        context.Result = new BadRequestResult();
        return Task.CompletedTask;
    }

    /// <summary>In which language the rule engine speaks.</summary>
    public Rules.Language Said => English ? Rules.Language.English : Rules.Language.Vietnamese;

    public string Number(long number) => Formats.Number(number, English);

    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? ProblemOf(string field) => Problems.GetValueOrDefault(field);

    protected void Tell(Answer answer)
    {
        foreach (var problem in answer.Problems)
            Problems.TryAdd(problem.Field, WordsOf(problem));
    }

    public string WordsOf(AnswerProblem problem) => Say(problem.Text, problem.Values);

    /// <summary>Words with values; those of the rule engine in the language of the page.</summary>
    public string Say(string text, IReadOnlyList<object> values) =>
        T[text, [.. values.Select(value => value is Words words ? words.In(Said) : value)]];

    /// <summary>The same page once more, with what refuses it.</summary>
    protected PageResult Refused(Answer answer)
    {
        Tell(answer);
        Response.StatusCode =
            answer.Outcome == Answered.Taken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>On to the next page, which tells what was done and what is to be known about it.</summary>
    protected LocalRedirectResult Went(string done, string path, Answer? answer = null)
    {
        Done = string.Join(' ', [T[done], .. answer is { Outcome: Answered.Done } ? answer.Problems.Select(WordsOf) : []]);
        return LocalRedirect(path);
    }

    /// <summary>Done: to a page; not found; or refused: the same page once more.</summary>
    protected IActionResult Answer(Answer answer, string done, string path) =>
        answer.Stands ? Went(done, path, answer)
        : answer.Outcome == Answered.NotFound ? NotFound()
        : Refused(answer);
}
