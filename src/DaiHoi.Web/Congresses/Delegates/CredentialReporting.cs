using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>All that the credential report is made from, as it stood at one moment.</summary>
/// <param name="At">in UTC</param>
/// <param name="Today">on the site's clock</param>
/// <param name="Complaints">in the order in which they came</param>
internal sealed record ReadCredentials(
    DateTime At,
    DateOnly Today,
    CredentialList List,
    IReadOnlyDictionary<long, KnownPerson> People,
    CongressAttendance Attendance,
    IReadOnlyList<DelegateComplaint> Complaints
)
{
    public CredentialReport ReportIn(Texts t) => CredentialReport.Of(List, People, Attendance, Today, t);

    public ReportedCredentials Reported() => ReportedOn(Today);

    /// <param name="day">on which ages are told</param>
    public ReportedCredentials ReportedOn(DateOnly day) =>
        ReportedCredentials.Of(
            List,
            CredentialReport.Of(List, People, Attendance, day, Texts.Vietnamese),
            Attendance,
            Complaints
        );
}

/// <summary>A report that the congress has carried, with its vote.</summary>
/// <param name="At">the moment of its figures, in UTC</param>
internal sealed record CarriedReport(HandVote Vote, DateTime At, ReportedCredentials Content);

/// <summary>Reads the credential report as it stands, and as the congress has voted it.</summary>
internal sealed class CredentialReporting(
    DatabaseFactory databases,
    CredentialReading reading,
    HallReading hall,
    PeopleRegister register,
    SiteClock clock
)
{
    /// <summary>For somebody who looks at it: the log says that he has read the register.</summary>
    public async Task<ReadCredentials> ReadAsync(Actor actor, OpenedCongress opened, CancellationToken stop)
    {
        var list = await reading.ListAsync(opened, stop);
        var people = await register.ReadAsync(actor, RecordsOf(list), opened.Key, opened.Place.Name, stop);
        await using var database = databases.Create();
        return await OfAsync(database, list, people, stop);
    }

    /// <summary>Keeps the report as it stands with the vote that has just carried it, within the transaction of the vote.</summary>
    /// <returns>what is kept; null where nobody is summoned, so that nothing was reported</returns>
    public async Task<ReportedCredentials?> KeepWithinTransactionAsync(
        Database database,
        Actor actor,
        OpenedCongress opened,
        HandVote vote,
        CancellationToken stop
    )
    {
        var list = await reading.ListAsync(opened, stop);
        if (!list.Summoned.Any())
            return null;
        var people = await PeopleRegister.FindAsync(database, RecordsOf(list), stop);
        var reported = (await OfAsync(database, list, people, stop)).Reported();
        await database.SaveChangesAsync(stop);
        database.Add(
            new VotedCredentialReport
            {
                CongressId = opened.Congress,
                HandVoteId = vote.Id,
                At = vote.At,
                ByName = actor.Name,
                Content = reported.Json(),
            }
        );
        return reported;
    }

    /// <summary>The report that was carried last by a vote that stands; null where none was.</summary>
    public async Task<CarriedReport?> CarriedAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var last = await database
            .Set<VotedCredentialReport>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress)
            .Join(
                database.Set<HandVote>().AsNoTracking().Where(vote => vote.SetAsideAt == null),
                one => one.HandVoteId,
                vote => vote.Id,
                (one, vote) => new { Kept = one, Vote = vote }
            )
            .OrderByDescending(one => one.Kept.Id)
            .FirstOrDefaultAsync(stop);
        return last is null ? null : new(last.Vote, last.Kept.At, ReportedCredentials.Read(last.Kept.Content));
    }

    private static List<long> RecordsOf(CredentialList list) => [.. list.Standing.Select(one => one.PersonId).OfType<long>()];

    private async Task<ReadCredentials> OfAsync(
        Database database,
        CredentialList list,
        IReadOnlyDictionary<long, KnownPerson> people,
        CancellationToken stop
    ) =>
        new(
            clock.UtcNow,
            clock.Today,
            list,
            people,
            await hall.AttendedAsync(list.Opened.Congress, stop),
            await database
                .Set<DelegateComplaint>()
                .AsNoTracking()
                .Where(one => one.CongressId == list.Opened.Congress)
                .OrderBy(one => one.Id)
                .ToListAsync(stop)
        );
}
