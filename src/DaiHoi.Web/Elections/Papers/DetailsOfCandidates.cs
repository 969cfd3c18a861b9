using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>What is known of those who stood, by their number on the ballot.</summary>
internal sealed class DetailsOfCandidates(PeopleRegister register, ElectionBook book)
{
    /// <summary>
    /// The election with what list and register know of those elected, for whoever keeps people of the organisation; each reading
    /// of the register is in the log. A duty at the congress opens nobody's record: for the others, and of whom nothing is known,
    /// the cells stay open.
    /// </summary>
    public async Task<SignedElection> WithRecordsAsync(
        Actor actor,
        OpenedElection opened,
        SignedElection signed,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayChooseFromRegister)
            return signed;
        var before = new List<SignedElection>();
        foreach (var round in signed.Before)
            before.Add(await WithRecordsOfAsync(actor, opened, round, stop));
        return await WithRecordsOfAsync(actor, opened, signed with { Before = before }, stop);
    }

    private async Task<SignedElection> WithRecordsOfAsync(
        Actor actor,
        OpenedElection opened,
        SignedElection signed,
        CancellationToken stop
    )
    {
        var elected = signed.Elected.Select(SignedElection.NumberOf).ToHashSet();
        var records = (await book.RecordsAsync(signed.Counted.Signed.ElectionId, stop))
            .Where(one => elected.Contains(one.Key))
            .ToDictionary();
        var known = await register.ReadAsync(
            actor,
            [.. records.Values],
            HeldElection.KeyOf(opened.Election.Id),
            opened.Election.Title,
            stop
        );
        // A list may hold days of birth, where a tie goes to the older; the register knows more.
        var details = signed.Election.List.Candidates.ToDictionary(
            candidate => candidate.Number,
            candidate => CandidateDetails.Of(candidate.Born, signed.SignedOn)
        );
        foreach (var (number, record) in records)
        {
            if (known.TryGetValue(record, out var person))
                details[number] = CandidateDetails.Of(person.Data, signed.SignedOn);
        }
        return signed with { Details = details };
    }
}
