using System.Net;
using System.Net.Sockets;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>Addresses that the program may ask for somebody: those of the open internet, and no other.</summary>
internal static class OutsideAddress
{
    // What RFC 6890 and its followers keep for a machine itself, for networks inside and for no network at all.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Of the one block of IPv6 that is given out: tunnels, which may carry any of the above, and examples.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>The address of another site in its one spelling; null where it is none that is asked.</summary>
    /// <param name="own">of the portal: what lies below it is looked up, not asked</param>
    public static string? Of(string address, string own)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        // A port of its own is a service, not a page of a newspaper.
        if (!uri.IsDefaultPort || uri.UserInfo.Length > 0 || !uri.Host.Contains('.', StringComparison.Ordinal))
            return null;
        var plain = uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return plain.Length > OutsideLink.Longest || (plain + "/").StartsWith(own + "/", StringComparison.OrdinalIgnoreCase)
            ? null
            : plain;
    }

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(NotPublic, network => network.Contains(plain))
            && (plain.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(plain));
    }

    /// <summary>
    /// Connects to a name whose every address is public. It is asked here, after the name was resolved and for each step of a
    /// redirection: a name that leads inside only now and then gets no second look.
    /// </summary>
    /// <exception cref="InsideAddressException">it leads inside</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        if (addresses.Length == 0 || context.DnsEndPoint.Port is not (80 or 443) || !Array.TrueForAll(addresses, IsPublic))
            throw new InsideAddressException(context.DnsEndPoint.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A link leads into a network inside, or to a service that is no page.</summary>
internal sealed class InsideAddressException(string host) : Exception(host);
