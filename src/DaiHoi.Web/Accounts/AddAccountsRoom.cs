using DaiHoi.Web.Accounts.Pages;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DaiHoi.Web.Accounts;

internal static class AddAccountsRoom
{
    public const int ShortestPassword = 10;

    public static void MapAccounts(this WebApplication app)
    {
        app.MapGet("/ngon-ngu", Language.Choose).Open();
        app.MapGet(AuditExport.Path, AuditExport.AnswerAsync)
            .WithMetadata(new ForAttribute(Role.Administrator, Role.Auditor) { OwnOnly = true });
        app.MapPost(
                "/dang-xuat",
                async (HttpContext context, Sessions sessions, IAntiforgery forms) =>
                {
                    if (!await forms.IsRequestValidAsync(context))
                        return Results.BadRequest();
                    await sessions.EndAsync(context, context.RequestAborted);
                    return Results.LocalRedirect("/");
                }
            )
            .WithMetadata(new ForSignedInAttribute());
    }

    /// <summary>Needs <see cref="Database"/> in the scope, <see cref="Sql"/> and the clock.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = false;
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
                // Length and a list of common ones; rules on kinds of signs only make people write them down.
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
                options.Lockout.AllowedForNewUsers = true;
            })
            .AddUserStore<
                UserOnlyStore<
                    Account,
                    Database,
                    long,
                    IdentityUserClaim<long>,
                    IdentityUserLogin<long>,
                    IdentityUserToken<long>,
                    IdentityUserPasskey<long>
                >
            >()
            .AddPasswordValidator<CommonPasswords>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies =>
                cookies.ApplicationCookie!.Configure(cookie =>
                {
                    cookie.Cookie.Name = "phien";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.ExpireTimeSpan = SignInSession.Idle;
                    cookie.SlidingExpiration = true;
                    cookie.LoginPath = AskAccess.SignInPath;
                    // The session in the database decides, at every request; Identity's own stamp would ask again.
                    cookie.Events.OnValidatePrincipal = static _ => Task.CompletedTask;
                })
            );
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // It stands for name and password: the device must hold the name, and ask who is there.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
        services.AddDataProtection();
        return services
            .AddSingleton(new DeskEntry("accounts", ListAccounts.Path, Order: 80, Role.Administrator, Role.Auditor))
            .AddSingleton(new DeskEntry("audit", ReadAudit.Path, Order: 90, Role.Administrator, Role.Auditor))
            .AddSingleton<AccountList>()
            .AddScoped<OneTimeCodes>()
            .AddScoped<PasskeyRing>()
            .AddSingleton<WrongGuesses>()
            .AddScoped<SignIns>()
            .AddScoped<AccountRegister>()
            .AddScoped<PasswordLinks>()
            .AddSingleton<FirstAccounts>()
            .AddSingleton<Sessions>()
            .AddSingleton<IKnowsAddresses, Addresses>()
            .AddSingleton<IKnowsAccounts, OpenAccounts>()
            .AddSingleton<IKnowsPersons>(provider => provider.GetRequiredService<Sessions>());
    }
}
