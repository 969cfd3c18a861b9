using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Accounts;

/// <summary><c>account add</c>: opens an account from the command line and prints the link with which its owner sets the password.</summary>
internal sealed class AddAccountVerb : IVerb
{
    private readonly Option<string> name = new("--name")
    {
        Description = "name for signing in / tên đăng nhập",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<string?> display = new("--display")
    {
        Description = "as others see it / tên hiển thị",
        HelpName = "TEXT",
    };

    private readonly Option<string?> email = new("--email") { Description = "e-mail", HelpName = "ADDRESS" };

    private readonly Option<bool> administrator = new("--administrator")
    {
        Description = "administrator of everything / quản trị viên toàn bộ",
    };

    private readonly Option<Role[]> roles = new("--role")
    {
        Description = "a role; several times for several / vai trò, lặp lại được",
        HelpName = "administrator|publisher|editor|reporter|auditor|officer|checker|head",
    };

    private readonly Option<string> organisation = new("--organisation")
    {
        Description = "code of the organisation on which the roles hold / mã tổ chức được giao vai trò",
        HelpName = "CODE",
        DefaultValueFactory = _ => OrganisationTree.RootCode,
    };

    public string? Group => "account";

    public Command Command()
    {
        var command = new Command("add", "open an account / mở tài khoản")
        {
            name,
            display,
            email,
            administrator,
            roles,
            organisation,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        await using var scope = run.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var tree = scope.ServiceProvider.GetRequiredService<OrganisationTree>();
        var root = await tree.RootAsync(stop);
        var code = parsed.GetRequiredValue(organisation);
        var on = code == OrganisationTree.RootCode ? root : await tree.FindAsync(code, stop);
        if (on is null)
        {
            await Console.Error.WriteLineAsync(t["account-no-organisation", code]);
            return Verbs.Refused;
        }
        var login = parsed.GetRequiredValue(name);
        var (account, result) = await register.OpenAsync(
            Actor.CommandLine,
            login,
            parsed.GetValue(display) ?? login,
            parsed.GetValue(email),
            password: null,
            stop
        );
        if (account is null)
        {
            await Console.Error.WriteLineAsync(AccountProblems.Of(result, t));
            return Verbs.Refused;
        }
        foreach (var role in Asked(parsed))
            await register.GrantAsync(Actor.CommandLine, account, role, on.Id, stop);
        var link = await scope.ServiceProvider.GetRequiredService<PasswordLinks>().GiveAsync(Actor.CommandLine, account, stop);
        var settings = scope.ServiceProvider.GetRequiredService<Platform.Settings.SiteSettings>();
        await Console.Out.WriteLineAsync(t["account-added", account.UserName, settings.PublicAddress + link]);
        return 0;
    }

    private IEnumerable<Role> Asked(ParseResult parsed)
    {
        var asked = parsed.GetValue(roles) ?? [];
        return parsed.GetValue(administrator) ? asked.Prepend(Role.Administrator).Distinct() : asked.Distinct();
    }
}
