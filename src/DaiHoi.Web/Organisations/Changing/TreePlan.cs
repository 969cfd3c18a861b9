using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>A change of the tree that somebody asks for.</summary>
internal abstract record TreePlan
{
    /// <summary>One of <see cref="TreeChanges"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>Writes it, or leaves the problems in the step.</summary>
    /// <returns>what the audit log keeps of it; null where it was refused</returns>
    public abstract Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop);

    protected Deed DeedOn(Organisation organisation, object? before, object? after) =>
        new($"organisation.{Kind}", $"organisation:{organisation.Id}", organisation.Name, before, after);
}
