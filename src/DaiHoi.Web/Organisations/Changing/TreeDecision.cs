namespace DaiHoi.Web.Organisations.Changing;

/// <summary>From which day something is another, and by whose decision.</summary>
/// <param name="On">the first day on which it is; never one that has not come</param>
/// <param name="Number">"1234-QĐ/TU"</param>
internal sealed record TreeDecision(DateOnly On, string? Number = null, string? Note = null);

/// <summary>Why a change is refused.</summary>
/// <param name="Field">of the form, beside which it is said</param>
/// <param name="Why">its words in <c>Ui/Texts</c></param>
/// <param name="Values">for those words; days as <see cref="DateOnly"/></param>
internal sealed record TreeProblem(string Field, string Why, params object?[] Values);

/// <summary>What became of a change, or would.</summary>
/// <param name="Subject">what it is about; null where it was refused or is about many</param>
/// <param name="Problems">why nothing was changed; none where it was done</param>
internal sealed record TreeAnswer(long? Subject, IReadOnlyList<TreeProblem> Problems)
{
    public bool IsDone => Problems.Count == 0;
    public IReadOnlyList<long> Founded { get; init; } = [];

    /// <summary>Those that stand below another one, or have another name, kind or level.</summary>
    public IReadOnlyList<long> Changed { get; init; } = [];
    public IReadOnlyList<long> Closed { get; init; } = [];
}
