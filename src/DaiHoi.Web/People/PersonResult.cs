namespace DaiHoi.Web.People;

/// <summary>What became of something that was asked of the register.</summary>
internal enum PersonOutcome
{
    Done,

    /// <summary>It is so already; nothing was written.</summary>
    Already,

    /// <summary>There is no such person, or he is none of those whom the reader keeps.</summary>
    NotFound,

    /// <summary>Somebody else has changed him meanwhile.</summary>
    Changed,

    /// <summary>He may be there already: somebody has to look.</summary>
    Alike,
    Refused,
}

/// <summary>What became of it, and what refuses it.</summary>
/// <param name="Id">of the person; 0 where nobody was written</param>
internal sealed record PersonResult(PersonOutcome Outcome, long Id, IReadOnlyList<PersonProblem> Problems)
{
    public static PersonResult Of(PersonOutcome outcome, long id = 0) => new(outcome, id, []);

    public static PersonResult Refused(string field, string text, params object[] values) =>
        new(PersonOutcome.Refused, 0, [new(field, text, values)]);
}
