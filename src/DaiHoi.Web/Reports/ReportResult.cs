namespace DaiHoi.Web.Reports;

/// <summary>What became of something that was asked of a report.</summary>
internal enum ReportOutcome
{
    Done,

    /// <summary>The same form has arrived before; nothing was done twice.</summary>
    Already,

    /// <summary>There is no such thing, or the person has nothing to do with it.</summary>
    NotFound,

    /// <summary>Somebody else has changed it meanwhile.</summary>
    Changed,
    Refused,
}

/// <summary>What became of it, and what refuses it.</summary>
/// <param name="Problems">by field, as keys of <c>Ui/Texts</c> with what stands in them</param>
internal sealed record ReportResult(ReportOutcome Outcome, IReadOnlyList<ReportProblem> Problems)
{
    public static ReportResult Of(ReportOutcome outcome) => new(outcome, []);

    public static ReportResult Refused(string field, string text, params object[] values) =>
        new(ReportOutcome.Refused, [new(field, text, values)]);
}

/// <param name="Text">key of its words in <c>Ui/Texts</c></param>
internal sealed record ReportProblem(string Field, string Text, IReadOnlyList<object> Values);
