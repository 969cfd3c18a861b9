namespace DaiHoi.Web.Elections;

/// <summary>What became of something that was asked of an election.</summary>
internal enum ElectionOutcome
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

/// <summary>What became of it, and what refuses it.</summary>
/// <param name="Id">of what came to be; 0 where nothing did</param>
internal sealed record ElectionAnswer(ElectionOutcome Outcome, IReadOnlyList<ElectionProblem> Problems, long Id = 0)
{
    public bool Stands => Outcome is ElectionOutcome.Done or ElectionOutcome.Already;

    public static ElectionAnswer Done(long id = 0) => new(ElectionOutcome.Done, [], id);

    public static ElectionAnswer Already(long id = 0) => new(ElectionOutcome.Already, [], id);

    public static readonly ElectionAnswer NotFound = new(ElectionOutcome.NotFound, []);

    public static ElectionAnswer Refused(string field, string text, params object[] values) =>
        new(ElectionOutcome.Refused, [new(field, text, values)]);

    public static ElectionAnswer Taken(string text, params object[] values) =>
        new(ElectionOutcome.Taken, [new("", text, values)]);
}

/// <param name="Text">key of its words in <c>Ui/Texts</c></param>
/// <param name="Values">what stands in them; words of the rule engine are said in the language of the page</param>
internal sealed record ElectionProblem(string Field, string Text, IReadOnlyList<object> Values);
