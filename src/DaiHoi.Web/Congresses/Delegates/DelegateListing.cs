using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Somebody who is to stand on a list.</summary>
/// <param name="Organisation">code of his delegation; null for who is appointed above</param>
/// <param name="Record">number in the register; null where only his name is known</param>
/// <param name="Name">needed where there is no record</param>
/// <param name="IsAnother">somebody has looked: he is not the one of the same name who is listed already</param>
/// <param name="Born">null where nobody has said</param>
/// <param name="IsBeyondSeen">somebody has looked: more alternates than the delegation was allotted</param>
internal sealed record WantedDelegate(
    DelegateKind Kind,
    string? Organisation,
    long? Record,
    string? Name,
    bool IsAlternate = false,
    long? Votes = null,
    bool IsAnother = false,
    BirthDate? Born = null,
    bool IsBeyondSeen = false
);

/// <summary>A row of a file whose name stands on the list, or in the file, already.</summary>
/// <param name="Other">who may be the same</param>
internal sealed record AlikeRow(int Row, WantedDelegate Wanted, NameOnList Other);

/// <summary>What stands against a file.</summary>
/// <param name="Refused">what refuses it, by its row</param>
/// <param name="Alike">of whom somebody must say whether they are others</param>
internal sealed record FileAnswer(IReadOnlyList<(int Row, AnswerProblem Problem)> Refused, IReadOnlyList<AlikeRow> Alike);

/// <summary>Writes who stands on the list of a congress: by hand, and whole delegations that were elected outside.</summary>
internal sealed class DelegateListing(
    DatabaseFactory databases,
    CampaignPlaces places,
    RecordedChanges changes,
    SiteSettings settings,
    SiteClock clock
)
{
    /// <summary>
    /// Who may list: the officer who summons lists anybody; the officer of an organisation below lists those whom its own congress
    /// has elected.
    /// </summary>
    public async Task<bool> MayListAsync(
        Person person,
        OpenedCongress opened,
        DelegateKind kind,
        string? organisation,
        CancellationToken stop
    ) =>
        opened.Rights.MaySummon
        || (
            kind == DelegateKind.Elected
            && organisation is not null
            && await places.FindAsync(opened.Campaign, organisation, clock.Today, stop) is { } place
            && person.Is(place.Path, Role.Officer)
        );

    public async Task<Answer> AddAsync(
        Person person,
        Actor actor,
        OpenedCongress opened,
        WantedDelegate wanted,
        CancellationToken stop
    )
    {
        if (!await MayListAsync(person, opened, wanted.Kind, wanted.Organisation, stop))
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var names = await NamesOnList.OfAsync(database, opened.Congress, stop);
        var (answer, _) = await ListAsync(database, actor, opened, wanted, names, row: null, stop);
        if (answer.Outcome != Answered.Done)
            return answer;
        await changes.CommitAsync(
            database,
            actor,
            new(
                "delegate.listed",
                ListedDelegate.KeyOf(answer.Id),
                opened.Place.Name,
                After: new
                {
                    kind = wanted.Kind,
                    alternate = wanted.IsAlternate,
                    record = wanted.Record,
                }
            ),
            [opened.Key],
            stop
        );
        return answer;
    }

    /// <summary>Lists all of a file, or nobody: while a row is refused, or nobody has answered for one that is alike, all wait.</summary>
    /// <param name="others">rows of which somebody has said that they are not those of the same name</param>
    /// <param name="keep">false only says what stands against it</param>
    public async Task<FileAnswer> AddAllAsync(
        Person person,
        Actor actor,
        OpenedCongress opened,
        IReadOnlyList<(int Row, WantedDelegate Wanted)> rows,
        IReadOnlyCollection<int> others,
        bool keep,
        CancellationToken stop
    )
    {
        var refused = new List<(int, AnswerProblem)>();
        var alike = new List<AlikeRow>();
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var names = await NamesOnList.OfAsync(database, opened.Congress, stop);
        foreach (var (row, wanted) in rows)
        {
            // Listed for the time being: what the rows behind it meet is found in the same look.
            var (answer, other) = await MayListAsync(person, opened, wanted.Kind, wanted.Organisation, stop)
                ? await ListAsync(database, actor, opened, wanted with { IsAnother = true }, names, row, stop)
                : (Answer.Refused("organisation", "delegate-organisation-wrong", wanted.Organisation ?? ""), null);
            refused.AddRange(answer.Stands ? [] : answer.Problems.Select(problem => (row, problem)));
            if (answer.Stands && other is not null)
                alike.Add(new(row, wanted, other));
        }
        if (refused.Count > 0 || !keep || alike.Any(one => !others.Contains(one.Row)))
            return new(refused, alike);
        await changes.CommitAsync(
            database,
            actor,
            new("delegates.imported", opened.Key, opened.Place.Name, After: new { count = rows.Count }),
            [opened.Key],
            stop
        );
        return new([], alike);
    }

    /// <summary>Puts everybody of the register who belongs to the organisation and below on the list of a congress of all members.</summary>
    public async Task<Answer> TakeMembersAsync(Actor actor, OpenedCongress opened, CancellationToken stop)
    {
        if (!opened.Rights.MaySummon || opened.Kind != CongressKind.Members)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var listed = await Standing(database, opened.Congress)
            .Where(one => one.PersonId != null)
            .Select(one => one.PersonId!.Value)
            .ToListAsync(stop);
        var members = await PeopleRegister.BelongingAsync(database, opened.Place.Path, stop);
        var missing = members.Where(member => !listed.Contains(member.Id)).ToList();
        if (missing.Count == 0)
            return Answer.Already();
        foreach (var member in missing)
        {
            var added = New(actor, opened.Congress, opened.Place.Id, member.Data.Name.Full, DelegateKind.Member);
            added.Find(member.Id);
            database.Add(added);
        }
        await PeopleRegister.KeepUntilAsync(database, missing.ConvertAll(one => one.Id), KeptUntil, stop);
        await changes.CommitAsync(
            database,
            actor,
            new("delegates.taken", opened.Key, opened.Place.Name, After: new { count = missing.Count }),
            [opened.Key],
            stop
        );
        return Answer.Done(missing.Count);
    }

    /// <summary>Says that a name on the list is somebody of the register.</summary>
    /// <param name="isHis">somebody has looked: the record is his, though it bears another name</param>
    public async Task<Answer> FindAsync(
        Actor actor,
        OpenedCongress opened,
        long id,
        long record,
        bool isHis,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayCheckCredentials)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await StandingAsync(database, opened.Congress, id, stop) is not { } listed)
            return Answer.NotFound;
        if (await PersonAsync(database, opened, record, stop) is not { } person)
            return Answer.Refused("record", "delegate-no-record", record);
        if (listed.PersonId == person.Id)
            return Answer.Already(id);
        var other = await Standing(database, opened.Congress)
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.PersonId == person.Id, stop);
        if (other is not null && !ListedTwice.AreElectedAndExOfficio(listed.Kind, other.Kind))
            return Answer.Refused("record", "delegate-record-listed", record, other.Name);
        if (!isHis && !PersonName.IsSame(listed.Name, person.Data.Name.Full))
            return Answer.Refused("record", "delegate-record-of-another-name", record, person.Data.Name.Full, listed.Name);
        listed.Find(person.Id);
        await PeopleRegister.KeepUntilAsync(database, [person.Id], KeptUntil, stop);
        await changes.CommitAsync(
            database,
            actor,
            new("delegate.identified", ListedDelegate.KeyOf(id), opened.Place.Name, After: new { record = person.Id }),
            [opened.Key],
            stop
        );
        return other is null ? Answer.Done(id) : Answer.Noted(id, "delegate-elected-and-ex-officio", person.Data.Name.Full);
    }

    internal static IQueryable<ListedDelegate> Standing(Database database, long congress) =>
        database.Set<ListedDelegate>().Where(one => one.CongressId == congress && one.EndedAt == null);

    internal static Task<ListedDelegate?> StandingAsync(Database database, long congress, long id, CancellationToken stop) =>
        Standing(database, congress).FirstOrDefaultAsync(one => one.Id == id, stop);

    /// <summary>How long somebody is kept who stands on a list from today on.</summary>
    private DateOnly KeptUntil => clock.Today.AddMonths(settings.PeopleKeptMonths);

    /// <returns>what became of him, and who of his name stands on the list already, where somebody does</returns>
    private async Task<(Answer Answer, NameOnList? Alike)> ListAsync(
        Database database,
        Actor actor,
        OpenedCongress opened,
        WantedDelegate wanted,
        NamesOnList names,
        int? row,
        CancellationToken stop
    )
    {
        if (wanted.Votes is < 0 or > int.MaxValue)
            return (Answer.Refused("votes", "delegate-votes-wrong"), null);
        if (wanted.IsAlternate && wanted.Kind != DelegateKind.Elected)
            return (Answer.Refused("kind", "delegate-alternate-elected"), null);
        // Where all members meet nobody is elected to it, and members come to no congress of delegates by themselves.
        if (opened.KindKnown.IsRecorded && (wanted.Kind == DelegateKind.Member) != (opened.Kind == CongressKind.Members))
            return (Answer.Refused("kind", "delegate-kind-other"), null);
        if (await DelegationOfAsync(opened, wanted, stop) is not { } organisation)
            return (Answer.Refused("organisation", "delegate-organisation-wrong", wanted.Organisation ?? ""), null);
        var person = wanted.Record is { } record ? await PersonAsync(database, opened, record, stop) : null;
        if (wanted.Record is not null && person is null)
            return (Answer.Refused("record", "delegate-no-record", wanted.Record), null);
        if ((person?.Data.Name.Full ?? TypedLine.Of(wanted.Name)) is not { Length: <= ListedDelegate.LongestName } name)
            return (Answer.Refused("name", "delegate-name-missing"), null);
        if (person is not null && await TwiceAsync(database, opened.Congress, wanted.Kind, person.Id, stop))
            return (Answer.Refused("name", "delegate-listed-already", name), null);
        var one = new NameOnList(name, person?.Id, person?.Data.Born ?? wanted.Born, row);
        var alike = names.AlikeTo(one);
        if (!wanted.IsAnother && alike is not null)
            return (Answer.Refused("name", "delegate-alike", alike.Name), alike);
        if (
            wanted is { IsAlternate: true, IsBeyondSeen: false }
            && await BeyondAsync(database, opened.Congress, organisation.Id, row is null ? "beyond" : "alternate", stop)
                is { } beyond
        )
            return (beyond, null);
        var added = New(actor, opened.Congress, organisation.Id, name, wanted.Kind, wanted.IsAlternate);
        added.Recount((int?)wanted.Votes);
        if (person is not null)
        {
            added.Find(person.Id);
            await PeopleRegister.KeepUntilAsync(database, [person.Id], KeptUntil, stop);
        }
        database.Add(added);
        await database.SaveChangesAsync(stop);
        names.Add(one);
        return (Answer.Done(added.Id), alike);
    }

    /// <summary>What stands against one alternate more, where the allocation of the delegates is decided.</summary>
    internal static async Task<Answer?> BeyondAsync(
        Database database,
        long congress,
        long? organisation,
        string field,
        CancellationToken stop
    )
    {
        var under = await database
            .Set<DelegateAllocation>()
            .Where(one => one.CongressId == congress && one.DecidedAt != null)
            .Select(one => one.DecidedUnder)
            .FirstOrDefaultAsync(stop);
        var allotted = await database
            .Set<Delegation>()
            .Where(one => one.CongressId == congress && one.OrganisationId == organisation)
            .Select(one => (int?)one.Alternates)
            .FirstOrDefaultAsync(stop);
        if (under is null || allotted is not { } most)
            return null;
        var there = await Standing(database, congress)
            .CountAsync(one => one.OrganisationId == organisation && one.IsAlternate, stop);
        return there < most ? null : Answer.Refused(field, "delegate-alternates-beyond", most, there, under);
    }

    private ListedDelegate New(
        Actor actor,
        long congress,
        long? organisation,
        string name,
        DelegateKind kind,
        bool isAlternate = false
    ) =>
        new()
        {
            CongressId = congress,
            OrganisationId = organisation,
            Name = name,
            Kind = kind,
            IsAlternate = isAlternate,
            Badge = BadgeCode.New(),
            ListedAt = clock.UtcNow,
            ListedByName = actor.Name,
        };

    /// <summary>Where he belongs at this congress; null where there is no such delegation.</summary>
    private async Task<(long? Id, bool Found)?> DelegationOfAsync(
        OpenedCongress opened,
        WantedDelegate wanted,
        CancellationToken stop
    )
    {
        if (wanted.Organisation is null or "")
            return wanted.Kind switch
            {
                DelegateKind.Appointed => (null, true),
                DelegateKind.Member => (opened.Place.Id, true),
                _ => null,
            };
        if (wanted.Organisation == opened.Place.Code)
            return (opened.Place.Id, true);
        var below = await places.BelowAsync(opened.Campaign, opened.Place.Id, clock.Today, stop);
        return below.FirstOrDefault(place => place.Code == wanted.Organisation) is { } found ? (found.Id, true) : null;
    }

    // Of the organisation that summons and of those below it: another's people are not found.
    private static async Task<KnownPerson?> PersonAsync(
        Database database,
        OpenedCongress opened,
        long record,
        CancellationToken stop
    ) =>
        (await PeopleRegister.FindAsync(database, [record], stop)).GetValueOrDefault(record) is { } person
        && person.Path.StartsWith(opened.Place.Path, StringComparison.Ordinal)
            ? person
            : null;

    private static Task<bool> TwiceAsync(
        Database database,
        long congress,
        DelegateKind kind,
        long person,
        CancellationToken stop
    ) => Standing(database, congress).AnyAsync(one => one.PersonId == person && one.Kind == kind, stop);
}
