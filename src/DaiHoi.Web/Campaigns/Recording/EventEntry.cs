using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Progress;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>One row of what is recorded: an event, or the withdrawal of one.</summary>
/// <param name="Organisation">id of the organisation whose congress it is</param>
/// <param name="Status">what happened; null where <paramref name="Withdraws"/> is given</param>
/// <param name="Withdraws">status of the event that is cancelled, which has the same effective day</param>
/// <param name="EffectiveOn">the day on which it happened</param>
/// <param name="RecordedOn">the day on which it counts as entered</param>
internal sealed record EventEntry(
    long Organisation,
    CongressStatus? Status,
    CongressStatus? Withdraws,
    DateOnly EffectiveOn,
    DateOnly RecordedOn
)
{
    public bool? Model { get; init; }
    public string? Kind { get; init; }
    public bool? WithElection { get; init; }
    public DateOnly? PlannedOn { get; init; }
    public int? Days { get; init; }
    public ResultNumbers Numbers { get; init; }
    public string? Note { get; init; }

    /// <summary>Brought in from before DaiHoi.</summary>
    public bool BroughtIn { get; init; }

    /// <summary>Entered by the level that would accept it, so it is accepted with its entry.</summary>
    public bool Accepted { get; init; }
    public string? RequestKey { get; init; }
}

/// <summary>Who enters, and when.</summary>
/// <param name="Id">of the account; null for the command line</param>
internal sealed record Enterer(long? Id, string Name, DateTime At);
