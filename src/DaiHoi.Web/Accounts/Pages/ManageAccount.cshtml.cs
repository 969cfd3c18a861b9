using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>
/// One account: its roles, its sessions, locking and unlocking, a new link for the password. Who administers other
/// organisations does not find it; who only audits sees it and changes nothing.
/// </summary>
[For(Role.Administrator, Role.Auditor, OwnOnly = true)]
internal sealed class ManageAccount(
    DeskContext desk,
    AccountList list,
    AccountRegister register,
    PasswordLinks links,
    OneTimeCodes codes,
    UserManager<Account> accounts,
    OrganisationTree tree,
    Database database
) : DeskPage(desk)
{
    private Account account = null!;

    public ListedAccount Listed { get; private set; } = null!;
    public List<SignInSession> Sessions { get; private set; } = [];
    public RoleFields Fields { get; private set; } = null!;
    public bool MayChange { get; private set; }
    public DateTime? LockedUntil { get; private set; }
    public bool HasCodes => account.TwoFactorEnabled;
    public int Passkeys { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>The link that was just made; shown once.</summary>
    [TempData]
    public string? Link { get; set; }

    public static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{ListAccounts.Path}/{id}");

    /// <summary>Whose account it is, and whether it is this person's business, before anything is done.</summary>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    ) => await base.OnPageHandlerExecutionAsync(context, () => CheckedAsync(context, next));

    public void OnGet() { }

    public async Task<IActionResult> OnPostGrantAsync(string? role, string? organisation, CancellationToken stop)
    {
        (var on, Fields) = await Fields.ReadAsync(Person, tree, role, organisation, stop);
        if (on is null)
            return Refused();
        await register.GrantAsync(Actor, account, Fields.Role, on.Id, stop);
        return Back(T["role-granted", RoleWords.Of(Fields.Role, T), on.Name]);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string? role, long organisation, CancellationToken stop)
    {
        if (
            Listed.Grants.FirstOrDefault(grant => grant.OrganisationId == organisation && grant.Role.ToString() == role)
            is not { } grant
        )
            return Back(done: null);
        if (grant.Role == Role.Administrator && await list.IsLastAdministratorAsync(account.Id, stop))
            return Refused(T["account-last-administrator"]);
        await register.TakeBackAsync(Actor, account, grant.Role, organisation, stop);
        return Back(T["role-taken-back", RoleWords.Of(grant.Role, T), grant.Organisation]);
    }

    public async Task<IActionResult> OnPostEndSessionsAsync(CancellationToken stop)
    {
        await register.EndSessionsAsync(Actor, account, stop);
        return Back(T["sessions-ended-all"]);
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken stop)
    {
        Link = Settings.PublicAddress + await links.GiveAsync(Actor, account, stop);
        return Back(done: null);
    }

    public async Task<IActionResult> OnPostCodesOffAsync(CancellationToken stop)
    {
        if (HasCodes)
            await codes.TurnOffAsync(Actor, account, stop);
        return Back(T["codes-turned-off"]);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken stop)
    {
        if (account.Id == Person.Id)
            return Refused(T["account-close-own"]);
        if (await list.IsLastAdministratorAsync(account.Id, stop))
            return Refused(T["account-last-administrator"]);
        await register.CloseAsync(Actor, account, stop);
        return Back(T["account-was-closed"]);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken stop)
    {
        await register.ReopenAsync(Actor, account, stop);
        return Back(T["account-was-reopened"]);
    }

    private async Task<PageHandlerExecutedContext> CheckedAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var stop = HttpContext.RequestAborted;
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var root = (await tree.RootAsync(stop)).Path;
        var found = await list.FindAsync(Person, id, stop);
        MayChange = found?.IsFor(Person, root, Role.Administrator) == true;
        if (found is null || (!MayChange && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method)))
        {
            context.Result = found is null ? NotFound() : StatusCode(StatusCodes.Status403Forbidden);
            return new(PageContext, [], context.HandlerMethod, context.HandlerInstance) { Result = context.Result };
        }
        (Listed, Title) = (found, found.DisplayName);
        account = (await accounts.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)))!;
        LockedUntil = account.LockoutEnd is { } end && end > Clock.Time.GetUtcNow() ? end.UtcDateTime : null;
        Passkeys = (await accounts.GetPasskeysAsync(account)).Count;
        Fields = await RoleFields.FreshAsync(T, Person, tree, stop);
        var oldest = Clock.UtcNow - SignInSession.Idle;
        Sessions = await database
            .Set<SignInSession>()
            .AsNoTracking()
            .Where(s => s.AccountId == id && s.EndedAt == null && s.SeenAt > oldest)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(stop);
        return await next();
    }

    private LocalRedirectResult Back(string? done)
    {
        Done = done;
        return LocalRedirect(PathOf(account.Id));
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused(string? problem = null)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
