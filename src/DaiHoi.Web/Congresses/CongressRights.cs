using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Congresses;

/// <summary>
/// Who does what at a congress. Officers of the organisation, presidium and secretariat arrange; the credential committee checks
/// delegates; whoever has check-in opens the door. Whoever has neither a role on the organisation nor a duty at its congress
/// does not find it.
/// </summary>
internal sealed record CongressRights(bool MayRead, bool MaySummon, IReadOnlyList<Duty> Duties)
{
    /// <summary>Who reads the congresses of his organisation and of those below.</summary>
    public static readonly Role[] Readers = [Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator];

    public static CongressRights Of(Person person, CampaignPlace place, IReadOnlyList<Duty> duties) =>
        new(duties.Count > 0 || person.Is(place.Path, Readers), person.Is(place.Path, Role.Officer), duties);

    /// <summary>Runs the day: presidium and secretariat, and the officers who prepared it.</summary>
    public bool MayRun => MaySummon || Duties.Contains(Duty.Presidium) || Duties.Contains(Duty.Secretariat);

    /// <summary>Reads what is personal of delegates and judges whether they may be delegates.</summary>
    public bool MayCheckCredentials => MaySummon || Duties.Contains(Duty.CredentialCommittee);

    /// <summary>Marks who comes and goes.</summary>
    public bool MayCheckIn =>
        MaySummon
        || Duties.Contains(Duty.CheckIn)
        || Duties.Contains(Duty.Secretariat)
        || Duties.Contains(Duty.CredentialCommittee);
}
