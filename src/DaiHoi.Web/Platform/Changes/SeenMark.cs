using System.Security.Cryptography;
using System.Text.Json;

namespace DaiHoi.Web.Platform.Changes;

/// <summary>
/// What somebody had before him when he opened a form, as 16 hexadecimal digits that go along with it: where the mark of what
/// is there when he saves is another one, somebody else has changed it in between.
/// </summary>
public static class SeenMark
{
    /// <param name="shown">everything that the form shows, by value</param>
    public static string Of(object shown) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown)))[..16];
}
