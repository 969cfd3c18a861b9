namespace DaiHoi.Web.Platform.Changes;

/// <summary>What became of something that was asked for.</summary>
public enum Answered
{
    Done,

    /// <summary>It was so already; nothing was done twice.</summary>
    Already,

    /// <summary>There is no such thing, or the person has nothing to do with it.</summary>
    NotFound,

    /// <summary>Somebody else has it, or it has gone on meanwhile.</summary>
    Taken,
    Refused,
}

/// <summary>What became of it, and what refuses it or is only pointed out.</summary>
/// <param name="Id">of what came to be; 0 where nothing did</param>
public sealed record Answer(Answered Outcome, IReadOnlyList<AnswerProblem> Problems, long Id = 0)
{
    public bool Stands => Outcome is Answered.Done or Answered.Already;

    public static Answer Done(long id = 0) => new(Answered.Done, [], id);

    /// <summary>Done, and something is to be known about it.</summary>
    public static Answer Noted(long id, string text, params object[] values) => new(Answered.Done, [new("", text, values)], id);

    public static Answer Already(long id = 0) => new(Answered.Already, [], id);

    public static readonly Answer NotFound = new(Answered.NotFound, []);

    public static Answer Refused(string field, string text, params object[] values) =>
        new(Answered.Refused, [new(field, text, values)]);

    public static Answer Taken(string text, params object[] values) => new(Answered.Taken, [new("", text, values)]);
}

/// <param name="Field">as the form sends it; "" for the whole</param>
/// <param name="Text">key of its words in <c>Ui/Texts</c></param>
/// <param name="Values">what stands in them; words of the rule engine are said in the language of the page</param>
public sealed record AnswerProblem(string Field, string Text, IReadOnlyList<object> Values);
