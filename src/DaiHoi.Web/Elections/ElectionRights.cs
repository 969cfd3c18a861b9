using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Elections;

/// <summary>
/// Who does what in the elections of a congress. Officers of the organisation, presidium and secretariat arrange; the head of
/// the counting board opens the box, has the board's decisions entered and signs; each group enters, the third person looks
/// again. Whoever has neither a role on the organisation nor a duty at the congress does not find them.
/// </summary>
internal sealed record ElectionRights(bool MayRead, bool MayArrange, IReadOnlyList<Duty> Duties)
{
    /// <summary>Who reads the elections of his organisation and of those below.</summary>
    public static readonly Role[] Readers = [Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator];

    public static ElectionRights Of(Person person, CampaignPlace place, IReadOnlyList<Duty> duties) =>
        new(
            duties.Count > 0 || person.Is(place.Path, Readers),
            person.Is(place.Path, Role.Officer) || duties.Contains(Duty.Presidium) || duties.Contains(Duty.Secretariat),
            duties
        )
        {
            MayChooseFromRegister = person.Is(place.Path, Role.Officer, Role.Checker),
        };

    /// <summary>Whether he keeps people of the organisation: a duty at a congress opens nobody's record.</summary>
    public bool MayChooseFromRegister { get; init; }

    public bool IsHead => Duties.Contains(Duty.BoardHead);
    public bool IsThird => Duties.Contains(Duty.BoardThird);

    /// <summary>The group for which he enters; null where he enters nothing.</summary>
    public BoardGroup? Group =>
        Duties.Contains(Duty.BoardGroupA) ? BoardGroup.A
        : Duties.Contains(Duty.BoardGroupB) ? BoardGroup.B
        : null;

    public bool IsOnBoard => IsHead || IsThird || Group is not null;
}
