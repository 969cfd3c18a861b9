using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace DaiHoi.Web.Tests.Builders;

/// <summary>The app on a telephone, by RFC 6238: six digits from a secret and the time.</summary>
internal static class AuthenticatorApp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code that is shown now, or some half minutes later.</summary>
    public static string Code(string secret, int stepsLater = 0)
    {
        var counter = new byte[8];
        // The platform checks codes by the machine's own clock.
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsLater);
#pragma warning disable CA5350 // what the RFC and every app use
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bits = string.Concat(
            secret
                .Where(char.IsAsciiLetterOrDigit)
                .Select(sign => Convert.ToString(Base32.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
