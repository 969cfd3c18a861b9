using System.Collections.Frozen;
using System.Globalization;

namespace DaiHoi.Web.Platform.Uploads;

/// <summary>The names in a PDF ("/Type"), as its readers understand them: <c>/J#61vaScript</c> is JavaScript.</summary>
internal static class PdfNames
{
    /// <summary>Of a name that is looked for, in letters; each can be written with three.</summary>
    private const int Longest = 24;

    public const int LongestWritten = (3 * Longest) + 1;

    // How far back the words about a stream begin.
    private const int Reach = 16 * 1024;

    public static ReadOnlySpan<byte> White => "\0\t\n\f\r "u8;

    private static ReadOnlySpan<byte> Ends => "\0\t\n\f\r ()<>[]{}/%"u8;

    /// <summary>What is said of the first name that is one of those asked for; null where none is.</summary>
    public static T? FirstIn<T>(ReadOnlySpan<byte> bytes, FrozenDictionary<string, T> asked)
        where T : struct
    {
        var lookup = asked.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> name = stackalloc char[Longest];
        while (bytes.IndexOf((byte)'/') is >= 0 and var slash)
        {
            bytes = bytes[(slash + 1)..];
            if (lookup.TryGetValue(name[..Read(bytes, name)], out var found))
                return found;
        }
        return null;
    }

    /// <summary>Whether a stream that holds objects is packed by zlib alone, so that its names can be read.</summary>
    /// <param name="before">everything before its keyword</param>
    public static bool AreInReach(ReadOnlySpan<byte> before)
    {
        var near = before[Math.Max(0, before.Length - Reach)..];
        var words = near[Math.Max(0, near.LastIndexOf("obj"u8))..];
        if (words.IndexOf("#"u8) < 0 && words.IndexOf("/ObjStm"u8) < 0)
            return true;
        if (FirstIn(words, HoldsObjects) is null)
            return true;
        if (words.IndexOfAny("#"u8) >= 0 || words.IndexOf("/DecodeParms"u8) >= 0 || words.IndexOf("/DP"u8) >= 0)
            return false;
        var filter = words.IndexOf("/Filter"u8);
        if (filter < 0)
            return words.IndexOf("/F "u8) < 0;
        var packed = words[(filter + "/Filter".Length)..].TrimStart(White).TrimStart((byte)'[').TrimStart(White);
        if (!packed.StartsWith("/FlateDecode"u8))
            return false;
        // Nothing behind it in a list of several.
        packed = packed["/FlateDecode".Length..].TrimStart(White);
        var inList = words[(filter + "/Filter".Length)..].TrimStart(White).StartsWith("["u8);
        return !inList || packed.StartsWith("]"u8);
    }

    private static readonly FrozenDictionary<string, bool> HoldsObjects = new Dictionary<string, bool>
    {
        ["ObjStm"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Its length; 0 where it is longer than any that is asked for.
    private static int Read(ReadOnlySpan<byte> bytes, Span<char> name)
    {
        var length = 0;
        for (var at = 0; at < bytes.Length && Ends.IndexOf(bytes[at]) < 0; at++)
        {
            if (length == name.Length)
                return 0;
            var isEscaped = bytes[at] == '#' && at + 2 < bytes.Length && IsHex(bytes[at + 1]) && IsHex(bytes[at + 2]);
            name[length++] = isEscaped
                ? (char)int.Parse(bytes.Slice(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                : (char)bytes[at];
            at += isEscaped ? 2 : 0;
        }
        return length;
    }

    private static bool IsHex(byte letter) => char.IsAsciiHexDigit((char)letter);
}
