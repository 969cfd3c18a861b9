using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>A small country on a test's database: a tree, its campaign, and hands that record and reorganise.</summary>
internal sealed class Country(IServiceProvider services, DatabaseFactory databases)
{
    private readonly List<long> ids = [];

    /// <summary>Ids in the order in which they were planted or founded.</summary>
    public IReadOnlyList<long> Ids => ids;

    /// <summary>The rule set of its organisations and campaigns.</summary>
    public string Rules { get; init; } = "vn-2020";

    public string CodeOf(int place) => $"T{place:000}";

    /// <summary>Plants a tree; each is placed below one that stands before it.</summary>
    /// <param name="organisations">place of the one above and level, the root first</param>
    public async Task PlantAsync(params (int Above, string Level)[] organisations)
    {
        var owner = await services.GetRequiredService<OrganisationTree>().RootAsync(CancellationToken.None);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var planted = organisations.Select(
            (one, place) => new PlantedOrganisation(CodeOf(place), $"Tổ chức {place}", null, one.Level, one.Above, 20)
        );
        ids.AddRange(
            await TreePlanting.PlantAsync(
                database.Database.GetDbConnection(),
                transaction.GetDbTransaction(),
                owner,
                Rules,
                [.. planted],
                null,
                CancellationToken.None
            )
        );
        await transaction.CommitAsync();
    }

    /// <summary>Takes over a tree that another hand has planted.</summary>
    public async Task AdoptAsync()
    {
        await using var database = databases.Create();
        var all = await database.Set<Organisation>().Select(one => new { one.Id, one.Code }).ToListAsync();
        ids.AddRange(
            all.Where(one => one.Code.StartsWith('T')).OrderBy(one => one.Code, StringComparer.Ordinal).Select(one => one.Id)
        );
    }

    public async Task<OpeningResult> OpenAsync(DateOnly on, string code = "C", params string[] levels) =>
        await services
            .GetRequiredService<CampaignOpening>()
            .OpenAsync(new(code, "Đợt thử", null, Rules, CodeOf(0), on, levels), Actor.CommandLine, CancellationToken.None);

    /// <summary>Records entries in one transaction, in their order.</summary>
    public async Task RecordAsync(params EventEntry[] entries)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var (connection, inside) = (database.Database.GetDbConnection(), transaction.GetDbTransaction());
        var frame = (await CampaignFrame.ReadAllAsync(connection, inside, CancellationToken.None))[0];
        var clock = services.GetRequiredService<SiteClock>();
        await new EventWriting(connection, inside, frame, clock.Today).WriteAsync(
            entries,
            new(null, "thử", clock.UtcNow),
            null,
            CancellationToken.None
        );
        await transaction.CommitAsync();
    }

    public Task RecordAsync(int place, CongressStatus status, DateOnly on, DateOnly? recorded = null, bool? model = null) =>
        RecordAsync(new EventEntry(ids[place], status, null, on, recorded ?? on) { Model = model });

    /// <summary>From a day on, an organisation stands elsewhere.</summary>
    public Task MoveAsync(int place, int below, DateOnly from) =>
        ChangeAsync(place, from, version => version.Parent = ids[below]);

    /// <summary>From a day on, an organisation is no more.</summary>
    public Task DissolveAsync(int place, DateOnly from) => ChangeAsync(place, from, null);

    /// <summary>From a day on, there is one more.</summary>
    public async Task FoundAsync(int below, string level, DateOnly from)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var founded = new Organisation
        {
            Code = CodeOf(ids.Count),
            Name = $"Tổ chức {ids.Count}",
            Level = level,
            ParentId = ids[below],
            ValidFrom = from,
        };
        database.Add(founded);
        await database.SaveChangesAsync();
        founded.PlaceBelow((await database.Set<Organisation>().SingleAsync(one => one.Id == founded.ParentId)).Path);
        await database.SaveChangesAsync();
        await InsertVersionAsync(database, founded.Id, from, ids[below], level);
        ids.Add(founded.Id);
        await FollowAsync(database, founded.Id, from);
        await transaction.CommitAsync();
    }

    private async Task ChangeAsync(int place, DateOnly from, Action<Version>? change)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var id = ids[place];
        var last = (
            await TreeInTime.UpwardAsync(
                database.Database.GetDbConnection(),
                transaction.GetDbTransaction(),
                [id],
                CancellationToken.None
            )
        ).Of(id)[^1];
        await database.Database.ExecuteSqlAsync(
            $"update organisation_version set valid_to = {from.AddDays(-1)} where organisation_id = {id} and valid_from = {last.From}"
        );
        if (change is not null)
        {
            var version = new Version { Parent = last.Parent!.Value };
            change(version);
            await InsertVersionAsync(database, id, from, version.Parent, last.Level);
        }
        await FollowAsync(database, id, from);
        await transaction.CommitAsync();
    }

    private static Task<int> InsertVersionAsync(Database database, long id, DateOnly from, long parent, string level) =>
        database.Database.ExecuteSqlAsync(
            $"insert into organisation_version (organisation_id, valid_from, name, kind, level, parent_id) values ({id}, {from}, {"Tổ chức"}, {""}, {level}, {parent})"
        );

    private async Task FollowAsync(Database database, long id, DateOnly from)
    {
        foreach (var follower in services.GetServices<IFollowTheTree>())
            await follower.FollowAsync(database, [id], from, CancellationToken.None);
    }

    private sealed class Version
    {
        public long Parent { get; set; }
    }
}
