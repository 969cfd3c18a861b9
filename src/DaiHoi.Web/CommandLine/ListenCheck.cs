using System.Net;
using System.Net.Sockets;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.CommandLine;

/// <summary>Whether the program may listen where it is told to. Asked before the database is made: a taken port changes nothing.</summary>
internal static class ListenCheck
{
    /// <returns>one line that says why not, or null</returns>
    /// <exception cref="SettingsException">an address cannot be read</exception>
    public static string? Refusal(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            foreach (var place in PlacesOf(address))
            {
                if (Refusal(place) is { } reason)
                    return $"{address} {reason}";
            }
        }
        return null;
    }

    private static string? Refusal(IPEndPoint place)
    {
        try
        {
            using var probe = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(place);
            return null;
        }
        catch (SocketException problem)
        {
            return problem.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "đang được dùng; hãy chọn --port khác / is in use: choose another --port",
                SocketError.AccessDenied =>
                    "cần quyền quản trị; hãy chọn --port khác / needs an administrator's rights: choose another --port",
                // Without IPv6 «localhost» is the other address alone.
                SocketError.AddressNotAvailable
                or SocketError.AddressFamilyNotSupported when place.Address.Equals(IPAddress.IPv6Loopback) => null,
                _ => $"không lắng nghe được / cannot be listened on: {problem.Message}",
            };
        }
    }

    private static IEnumerable<IPEndPoint> PlacesOf(string address)
    {
        if (!address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Read(address) is not { } read)
            throw new SettingsException($"Listen: «{address}» không phải địa chỉ http:// / is not an http:// address");
        return read.Host.ToLowerInvariant() switch
        {
            "localhost" => [new(IPAddress.Loopback, read.Port), new(IPAddress.IPv6Loopback, read.Port)],
            var host when IPAddress.TryParse(host, out var one) => [new(one, read.Port)],
            _ => [new(IPAddress.Any, read.Port)],
        };
    }

    private static BindingAddress? Read(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
