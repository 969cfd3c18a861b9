using DaiHoi.Web.Ui;
using Microsoft.AspNetCore.Identity;

namespace DaiHoi.Web.Accounts;

/// <summary>What is wrong with a name, an address or a password, in the language of who typed it.</summary>
internal static class AccountProblems
{
    public static string Of(IdentityResult result, Texts t) =>
        string.Join(' ', result.Errors.Select(error => Sentence(error.Code, t)).Distinct(StringComparer.Ordinal));

    private static string Sentence(string code, Texts t) =>
        code switch
        {
            "PasswordTooShort" => t["password-short", AddAccountsRoom.ShortestPassword],
            CommonPasswords.Common => t["password-common"],
            CommonPasswords.Own => t["password-own"],
            "PasswordMismatch" => t["password-mismatch"],
            "DuplicateUserName" => t["account-name-taken"],
            "InvalidUserName" => t["account-name-signs"],
            "DuplicateEmail" or "InvalidEmail" => t["account-email-bad"],
            "LinkUsed" => t["password-link-gone"],
            _ => t["account-problem", code],
        };
}
