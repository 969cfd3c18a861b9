using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace DaiHoi.Web.Accounts;

/// <summary>
/// Refuses passwords that are on every list of an attacker (the list of npm's <c>@zxcvbn-ts/language-common</c>), those
/// made of few signs, and those that are the person's own name.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<Account>
{
    public const string Common = "PasswordCommon";
    public const string Own = "PasswordIsName";
    private const int FewestSigns = 5;

    private static readonly Lazy<FrozenSet<string>> List = new(Load);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var plain = (password ?? "").Trim().ToLowerInvariant();
        var own = new[] { user.UserName, user.Email, user.Email?.Split('@')[0], user.DisplayName };
        var why =
            IsCommon(plain) ? Common
            : own.Any(name => name is { Length: > 3 } && plain.Contains(name.ToLowerInvariant(), StringComparison.Ordinal)) ? Own
            : null;
        return Task.FromResult(
            why is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = why, Description = why })
        );
    }

    private static bool IsCommon(string plain) =>
        List.Value.Contains(plain)
        || plain.Distinct().Count() < FewestSigns
        // "matkhau123", "password2026!": a common word with digits or signs hung on.
        || List.Value.Contains(plain.TrimEnd("0123456789!@#$%^&*.?_-".ToCharArray()));

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.json")!;
        return JsonSerializer
            .Deserialize<string[]>(stream)!
            // What an office in Vietnam types first.
            .Concat(["matkhau", "tinhuy", "quantri", "congthongtin", "vietnam", "hochiminh", "dangcongsan", "daihoi"])
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
