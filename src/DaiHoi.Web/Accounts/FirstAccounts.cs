using System.Globalization;
using System.Security.Cryptography;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Accounts;

/// <summary>
/// What a portal without accounts gets at its start: an administrator without a password and the link that sets it. No
/// password is ever the same on two portals.
/// </summary>
internal sealed class FirstAccounts(IServiceScopeFactory scopes, Sql sql, OrganisationTree organisations)
{
    private const string FirstName = "quantri";

    private static readonly (Role Role, string Name, string Display)[] OfTheDemo =
    [
        (Role.Reporter, "minhluan", "Minh Luận"),
        (Role.Editor, "thuha", "Thu Hà"),
        (Role.Publisher, "vannam", "Văn Nam"),
        (Role.Auditor, "giamsat", "Người giám sát"),
        (Role.Officer, "nhaplieu", "Cán bộ nhập liệu"),
        (Role.Checker, "kiemduyet", "Người kiểm duyệt"),
        (Role.Head, "lanhdao", "Lãnh đạo"),
    ];

    /// <summary>
    /// Whether an administrator has a password. Asked at every start, in plain SQL: a portal in use must not load Entity
    /// Framework to start.
    /// </summary>
    public static async Task<bool> AreDoneAsync(Sql sql, CancellationToken stop) =>
        await sql.FirstAsync(
            """
            select count(*) from role_grant g join account a on a.id = g.account_id
            where g.role = 'Administrator' and g.taken_back_at is null and a.closed_at is null and a.password_hash is not null
            """,
            row => row.GetInt64(0),
            stop
        ) > 0;

    /// <summary>What a person must be told now, one line each; nothing once an administrator has a password.</summary>
    /// <param name="demo">open an account for each role of the demo too, where there is no account yet</param>
    /// <param name="helpers">who gets an account of the demo without a role: name, as others see it, and what he does</param>
    /// <param name="address">of the portal, for the link</param>
    public async Task<IReadOnlyList<string>> PrepareAsync(
        bool demo,
        IReadOnlyList<(string Name, string Display, string Does)> helpers,
        string address,
        CancellationToken stop
    )
    {
        if (await AreDoneAsync(sql, stop))
            return [];
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var root = await organisations.RootAsync(stop);
        var lines = new List<string>();
        var isFirst = !await database.Set<Account>().AnyAsync(stop);
        var first = await database.Set<Account>().FirstOrDefaultAsync(a => a.UserName == FirstName && a.ClosedAt == null, stop);
        if (first is null)
        {
            (first, _) = await register.OpenAsync(Actor.Program, FirstName, "Quản trị viên", null, null, stop);
            if (first is null)
                return [];
        }
        await register.GrantAsync(Actor.Program, first, Role.Administrator, root.Id, stop);
        var link = await scope.ServiceProvider.GetRequiredService<PasswordLinks>().GiveAsync(Actor.Program, first, stop);
        lines.Add(Texts.Vietnamese["first-administrator", address + link]);
        lines.Add(Texts.InEnglish["first-administrator", address + link]);
        if (demo && isFirst)
            lines.AddRange(await DemoAsync(register, root, helpers, stop));
        return lines;
    }

    private static async Task<IEnumerable<string>> DemoAsync(
        AccountRegister register,
        KnownOrganisation root,
        IReadOnlyList<(string Name, string Display, string Does)> helpers,
        CancellationToken stop
    )
    {
        var lines = new List<string> { $"{Texts.Vietnamese["demo-accounts"]} / {Texts.InEnglish["demo-accounts"]}" };
        foreach (var (role, name, display) in OfTheDemo)
        {
            if (await OpenAsync(name, display, RoleWords.Of(role, Texts.Vietnamese)) is { } account)
                await register.GrantAsync(Actor.Program, account, role, root.Id, stop);
        }
        foreach (var (name, display, does) in helpers)
            await OpenAsync(name, display, does);
        return lines;

        async Task<Account?> OpenAsync(string name, string display, string does)
        {
            var password = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);
            var (account, _) = await register.OpenAsync(Actor.Program, name, display, null, password, stop);
            if (account is not null)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {name, -10} {password}  {does}"));
            return account;
        }
    }
}
