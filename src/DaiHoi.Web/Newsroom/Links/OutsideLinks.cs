using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Checks;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>Which addresses of other sites the portal leads to, from where, and what became of asking them.</summary>
internal sealed class OutsideLinks(Sql sql, SiteSettings settings)
{
    // Told of after this many times: a server may be away for an hour.
    private const int Told = 2;

    /// <summary>Takes over to where an article leads now.</summary>
    public async Task NoteArticleAsync(long article, DateTime now, CancellationToken stop)
    {
        var body = await sql.FirstAsync(
            "select body_html from article where id = @id and status <> 'Withdrawn'",
            row => row.GetString(0),
            stop,
            ("id", article)
        );
        var addresses = AddressesIn(body ?? "");
        await ChangeAsync(
            async run =>
            {
                await run("delete from outside_link_use where article_id = @article", ("article", article));
                foreach (var address in addresses)
                {
                    await AddAsync(run, address, now);
                    await run(
                        "insert into outside_link_use (link_id, article_id) select id, @article from outside_link where address = @address",
                        ("article", article),
                        ("address", address)
                    );
                }
            },
            stop
        );
    }

    /// <summary>Takes over where the frame and the home page lead, and forgets what nothing leads to any more.</summary>
    public async Task NoteBlocksAsync(DateTime now, CancellationToken stop)
    {
        const string Typed =
            "select address from website_link union select target from menu_item union select target from home_notice";
        var addresses = (await sql.ListAsync(Typed, row => row.GetString(0), stop))
            .Select(address => OutsideAddress.Of(address, settings.PublicAddress))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var known = await sql.ListAsync("select address from outside_link where in_blocks", row => row.GetString(0), stop);
        await ChangeAsync(
            async run =>
            {
                foreach (var address in addresses.Except(known))
                {
                    await AddAsync(run, address, now);
                    await run("update outside_link set in_blocks = true where address = @address", ("address", address));
                }
                foreach (var address in known.Except(addresses))
                    await run("update outside_link set in_blocks = false where address = @address", ("address", address));
                await run(
                    """
                    delete from outside_link where not in_blocks
                      and not exists (select 1 from outside_link_use u where u.link_id = outside_link.id)
                    """
                );
            },
            stop
        );
    }

    /// <summary>The articles that are on their way to readers.</summary>
    public Task<List<long>> UndecidedAsync(CancellationToken stop) =>
        sql.ListAsync(
            "select id from article where status in ('Draft', 'Submitted', 'Approved') order by id",
            row => row.GetInt64(0),
            stop
        );

    /// <summary>What is to be asked now, longest due first.</summary>
    public Task<List<(long Id, string Address, int Silences)>> DueAsync(DateTime now, int count, CancellationToken stop) =>
        sql.ListAsync(
            "select id, address, silences from outside_link where next_at <= @now order by next_at, id limit @count",
            row => (row.GetInt64(0), row.GetString(1), row.GetInt32(2)),
            stop,
            ("now", now),
            ("count", count)
        );

    public async Task<bool> HasEverReachedAsync(CancellationToken stop) =>
        await sql.FirstAsync(
            "select 1 from outside_link where state in ('Answers', 'Gone') limit 1",
            row => row.GetInt32(0),
            stop
        ) == 1;

    /// <summary>Writes down what came back.</summary>
    public Task RecordAsync(long id, LinkAnswer answer, int silences, DateTime now, DateTime next, CancellationToken stop) =>
        sql.RunAsync(
            """
            update outside_link set state = @state, answer = @answer, silences = @silences, asked_at = @now, next_at = @next
            where id = @id
            """,
            stop,
            ("state", answer.State.ToString()),
            ("answer", answer.Status),
            ("silences", silences),
            ("now", now),
            ("next", next),
            ("id", id)
        );

    /// <summary>Asks later, and says nothing about it.</summary>
    public Task PutOffAsync(IEnumerable<long> ids, DateTime next, CancellationToken stop) =>
        ChangeAsync(
            async run =>
            {
                foreach (var id in ids)
                    await run("update outside_link set next_at = @next where id = @id", ("next", next), ("id", id));
            },
            stop
        );

    /// <summary>Those to which nobody comes any more, longest known first; none where looking is turned off.</summary>
    public async Task<List<DeadLink>> DeadAsync(CancellationToken stop) =>
        settings.CheckLinks
            ? await sql.ListAsync(
                $"""
                select id, address, state, answer, asked_at, in_blocks from outside_link
                where asked_at is not null and (state = 'Gone' or state = 'Silent' and silences >= {Told}) order by asked_at, id
                """,
                row => new DeadLink(
                    row.GetInt64(0),
                    row.GetString(1),
                    Enum.Parse<LinkState>(row.GetString(2)),
                    row.IsDBNull(3) ? null : row.GetInt32(3),
                    row.Utc(4),
                    row.GetBoolean(5)
                ),
                stop
            )
            : [];

    /// <summary>The same, to be found by what somebody typed.</summary>
    public async Task<DeadMarks> MarksAsync(CancellationToken stop) =>
        new(Spelled, (await DeadAsync(stop)).ToDictionary(link => link.Address, StringComparer.Ordinal));

    /// <summary>The articles that lead to an address.</summary>
    public Task<List<long>> UsesAsync(long link, CancellationToken stop) =>
        sql.ListAsync(
            "select article_id from outside_link_use where link_id = @link order by article_id desc limit 20",
            row => row.GetInt64(0),
            stop,
            ("link", link)
        );

    /// <summary>How the addresses in a text are spelled here.</summary>
    public string? Spelled(string address) => OutsideAddress.Of(address, settings.PublicAddress);

    private List<string> AddressesIn(string body) =>
        [.. LinksInside.In(body).Select(link => Spelled(link.Address)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static Task AddAsync(Run run, string address, DateTime now) =>
        run(
            """
            insert into outside_link (address, in_blocks, state, silences, next_at)
            values (@address, false, 'NotAsked', 0, @now) on conflict (address) do nothing
            """,
            ("address", address),
            ("now", now)
        );

    private delegate Task Run(string statement, params (string Name, object? Value)[] parameters);

    private async Task ChangeAsync(Func<Run, Task> changeAsync, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await changeAsync(RunAsync);
        await transaction.CommitAsync(stop);

        async Task RunAsync(string statement, params (string Name, object? Value)[] parameters)
        {
            await using DbCommand command = Sql.Command(connection, statement, parameters);
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}

/// <summary>An address to which nobody comes any more.</summary>
/// <param name="Answer">404 or 410, or what a failing server says; null where nothing came back</param>
/// <param name="AskedAt">UTC</param>
/// <param name="InBlocks">the frame of the portal or its home page leads there</param>
internal sealed record DeadLink(long Id, string Address, LinkState State, int? Answer, DateTime AskedAt, bool InBlocks);
