using System.Runtime.InteropServices;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>A vote by show of hands as somebody typed it.</summary>
/// <param name="Attending">null where no number was typed</param>
/// <param name="For">null where no number was typed</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TypedVote(long? Attending, long? For);

/// <summary>Holds what somebody counted in the hall against who is summoned to it.</summary>
internal sealed class FiguresOfHall(HallReading hall)
{
    /// <summary>People come and go between two counts, so only what cannot be is refused: more than are summoned.</summary>
    /// <returns>null where the figure can be, and where no list of the congress says who is summoned</returns>
    public async Task<Answer?> RefusalAsync(OpenedElection opened, long attending, string field, CancellationToken stop)
    {
        // A committee has no list: whoever is in it comes.
        if (opened.Election.Kind == CongressKind.Committee)
            return null;
        var summoned = await hall.SummonedAsync(opened.Election.CongressId, stop);
        return summoned > 0 && attending > summoned
            ? Answer.Refused(field, "attending-more-than-summoned", attending, summoned)
            : null;
    }

    /// <summary>A vote carries with more than half of those attending, and with the quorum.</summary>
    /// <returns>null where it is carried</returns>
    public async Task<Answer?> VoteRefusalAsync(
        OpenedElection opened,
        TypedVote vote,
        string attendingField,
        string forField,
        CancellationToken stop
    )
    {
        if (vote.Attending is not > 0 || vote.For is not >= 0 || vote.For > vote.Attending)
            return Answer.Refused(attendingField, "election-list-vote-wrong");
        if (vote.For * 2 <= vote.Attending)
            return Answer.Refused(forField, "election-vote-not-carried");
        return await DecisionRefusalAsync(opened, vote.Attending.Value, attendingField, stop);
    }

    /// <summary>What a congress decides it decides with its quorum.</summary>
    /// <returns>null where the figure is enough, and where no list of the congress says who is summoned</returns>
    public async Task<Answer?> DecisionRefusalAsync(OpenedElection opened, long attending, string field, CancellationToken stop)
    {
        if (await RefusalAsync(opened, attending, field, stop) is { } refused)
            return refused;
        if (opened.Election.Kind == CongressKind.Committee)
            return null;
        var summoned = await hall.SummonedAsync(opened.Election.CongressId, stop);
        return summoned > 0 && Quorum.Of(opened.Rules, summoned, attending) is { Value: false } quorum
            ? Answer.Refused(field, "election-rule", quorum.Explanation, quorum.Article.Citation)
            : null;
    }
}
