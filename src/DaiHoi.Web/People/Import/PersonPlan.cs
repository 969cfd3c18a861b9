using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People.Import;

/// <summary>What becomes of people of a file who are there already, with other data.</summary>
internal enum KnownPeople
{
    /// <summary>The file is refused, and each of them named.</summary>
    Refuse,

    /// <summary>They stay as they are.</summary>
    Keep,

    /// <summary>They become what the file says.</summary>
    Update,
}

/// <summary>How a file of people is to be taken.</summary>
/// <param name="Organisation">it may name people there and below; who names no organisation belongs there</param>
internal sealed record PersonImportWish(
    KnownOrganisation Organisation,
    KnownPeople Known = KnownPeople.Refuse,
    EncodingChoice Encoding = EncodingChoice.Auto
);

/// <summary>What a row would do.</summary>
/// <param name="Known">who is there already; null where he would be new</param>
/// <param name="Fields">in which he would be changed</param>
/// <param name="ToldApart">numbers of those like him at the same organisation from whom the file tells him apart</param>
/// <param name="Elsewhere">those like him at other organisations: to be looked at afterwards</param>
internal sealed record PlannedPerson(
    int Row,
    PersonData Data,
    KnownOrganisation Organisation,
    RegisteredPerson? Known,
    IReadOnlyList<string> Fields,
    IReadOnlyList<long> ToldApart,
    IReadOnlyList<RegisteredPerson> Elsewhere
)
{
    public bool IsNew => Known is null;
}

/// <summary>What a file would do to the register; nothing where something is wrong with it.</summary>
internal sealed record PersonPlan(IReadOnlyList<PlannedPerson> People, KnownPeople Wish, FileFaults Faults)
{
    public IEnumerable<PlannedPerson> Added => People.Where(one => one.IsNew);

    /// <summary>Those whom the file describes otherwise than they are kept.</summary>
    public IEnumerable<PlannedPerson> Differing => People.Where(one => !one.IsNew && one.Fields.Count > 0);
    public IEnumerable<PlannedPerson> Changed => Wish == KnownPeople.Update ? Differing : [];
    public int Unchanged => People.Count - Added.Count() - Changed.Count();
    public IEnumerable<PlannedPerson> WithLikeElsewhere => Added.Where(one => one.Elsewhere.Count > 0);
}
