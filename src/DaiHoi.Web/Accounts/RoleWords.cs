using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Accounts;

/// <summary>What a role is called.</summary>
internal static class RoleWords
{
    public static string Of(Role role, Texts t) =>
        role switch
        {
            Role.Administrator => t["role-administrator"],
            Role.Publisher => t["role-publisher"],
            Role.Editor => t["role-editor"],
            Role.Reporter => t["role-reporter"],
            Role.Auditor => t["role-auditor"],
            Role.Officer => t["role-officer"],
            Role.Checker => t["role-checker"],
            Role.Head => t["role-head"],
            _ => throw new InvalidOperationException(role.ToString()),
        };
}
