using DaiHoi.Web.Data;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People.Import;

/// <summary>Reads a file of people into the register: whole, or not at all.</summary>
internal sealed class PersonImport(DatabaseFactory databases, PersonKeeping keeping, RecordedChanges changes, SiteClock clock)
{
    /// <summary>What the file would do; nothing is changed.</summary>
    public async Task<PersonPlan> PlanAsync(Stream file, PersonImportWish wish, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await PlanAsync(database, file, wish, stop);
    }

    /// <summary>Imports a file that has no fault; of one that has, nothing.</summary>
    /// <param name="name">of the file, for the record</param>
    public async Task<PersonPlan> RunAsync(Actor actor, Stream file, string name, PersonImportWish wish, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await PeopleLock.HoldAsync(database, stop);
        var plan = await PlanAsync(database, file, wish, stop);
        var (added, changed) = (plan.Added.ToList(), plan.Changed.ToList());
        // What changes nothing leaves no trace.
        if (plan.Faults.Count > 0 || added.Count + changed.Count == 0)
            return plan;
        foreach (var one in changed)
        {
            one.Known!.Write(one.Data, clock.UtcNow, actor.Name);
            one.Known.OrganisationId = one.Organisation.Id;
            if (one.Known.KeptUntil < keeping.KeptUntil)
                one.Known.KeptUntil = keeping.KeptUntil;
        }
        var written = added.ConvertAll(one => (one.ToldApart, Person: New(one, actor)));
        database.AddRange(written.Select(one => one.Person));
        await database.SaveChangesAsync(stop);
        foreach (var (toldApart, person) in written)
        {
            foreach (var other in toldApart)
                database.Add(
                    new ToldApart
                    {
                        PersonId = Math.Min(other, person.Id),
                        OtherId = Math.Max(other, person.Id),
                        Reason = Shortened.Of(name, RegisteredPerson.LongestReason),
                        At = clock.UtcNow,
                        ByName = actor.Name,
                    }
                );
        }
        var deed = new Deed(
            "people.imported",
            FormattableString.Invariant($"organisation:{wish.Organisation.Id}"),
            wish.Organisation.Name,
            After: new
            {
                File = name,
                AddedPeople = added.Count,
                ChangedRecords = changed.Count,
            }
        );
        await changes.CommitAsync(database, actor, deed, [], stop);
        return plan;
    }

    private RegisteredPerson New(PlannedPerson planned, Actor actor)
    {
        var person = new RegisteredPerson
        {
            OrganisationId = planned.Organisation.Id,
            KeptUntil = keeping.KeptUntil,
            AddedAt = clock.UtcNow,
            AddedByName = actor.Name,
        };
        person.Write(planned.Data, clock.UtcNow, actor.Name);
        return person;
    }

    private Task<PersonPlan> PlanAsync(Database database, Stream file, PersonImportWish wish, CancellationToken stop)
    {
        var faults = new FileFaults();
        var rows = NamedRows.Read(file, wish.Encoding, PersonColumns.Table, faults);
        return new PersonPlanner(database, wish, clock.Today, faults).PlanAsync(rows, stop);
    }
}
