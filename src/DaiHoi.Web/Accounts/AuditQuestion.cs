using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Accounts;

/// <summary>What an auditor asks of the log, as typed; the page and the export ask the same.</summary>
internal sealed record AuditQuestion(string? Who, string? What, string? Subject, string? Address, string? From, string? Until)
{
    public static AuditQuestion Of(HttpRequest request) =>
        new(
            Typed(request, "ai"),
            Typed(request, "viec"),
            Typed(request, "doi-tuong"),
            Typed(request, "noi"),
            Typed(request, "tu-ngay"),
            Typed(request, "den-ngay")
        );

    public bool AsksForAll => this is { Who: null, What: null, Subject: null, Address: null, From: null, Until: null };

    /// <summary>The same question as the end of an address.</summary>
    public string Query(params ReadOnlySpan<(string Name, string? Value)> further)
    {
        List<(string Name, string? Value)> all =
        [
            ("ai", Who),
            ("viec", What),
            ("doi-tuong", Subject),
            ("noi", Address),
            ("tu-ngay", From),
            ("den-ngay", Until),
            .. further,
        ];
        return "?"
            + string.Join(
                '&',
                all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
            );
    }

    public bool HasWrongDays =>
        (From is not null && TypedDay.Of(From) is null) || (Until is not null && TypedDay.Of(Until) is null);

    /// <summary>As the log is asked: a name becomes the account that has it now, where there is one.</summary>
    public async Task<AuditFilter> FilterAsync(Sql sql, SiteClock clock, CancellationToken stop)
    {
        var account = Who is null
            ? 0
            : await sql.FirstAsync(
                "select id from account where user_name = @who or display_name = @name order by id limit 1",
                row => row.GetInt64(0),
                stop,
                ("who", Who.ToLowerInvariant()),
                ("name", Who)
            );
        return new(
            account > 0 ? account : null,
            account > 0 ? null : Who,
            What,
            Subject,
            Address,
            TypedDay.Of(From) is { } from ? clock.StartOf(from) : null,
            TypedDay.Of(Until) is { } until ? clock.StartOf(until.AddDays(1)) : null
        );
    }

    /// <summary>The log tells of all organisations: it is for those who audit or administer all of them.</summary>
    public static async Task<bool> IsForAsync(Person person, OrganisationTree tree, CancellationToken stop) =>
        person.Is((await tree.RootAsync(stop)).Path, Role.Administrator, Role.Auditor);

    private static string? Typed(HttpRequest request, string name) =>
        request.Query[name].ToString().Trim().Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 and <= 200 } typed
            ? typed
            : null;
}
