using System.Security.Cryptography;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>What a badge carries: drawn by chance, so that nobody can write one, and without letters that look like digits.</summary>
internal static class BadgeCode
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Letters, ListedDelegate.BadgeLength);

    /// <summary>The code in what a camera or a hand scanner read: the address of a badge, or the code alone.</summary>
    /// <returns>null where there is none in it</returns>
    public static string? In(string? read)
    {
        var code = (read ?? "").Trim();
        code = code[(code.LastIndexOf('/') + 1)..].ToUpperInvariant();
        return code.Length == ListedDelegate.BadgeLength && code.All(letter => Letters.Contains(letter)) ? code : null;
    }
}
