using System.Text;

namespace DaiHoi.Benchmarks.Load;

/// <summary>
/// The requests of many visitors, as a reverse proxy in front of the program passes them on: each has an address of its
/// own, and the browsers and languages are those of a usual day.
/// </summary>
internal static class Visitors
{
    private static readonly string[] Browsers =
    [
        .. Enumerable
            .Range(0, 24)
            .Select(n =>
                $"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{120 + n}.0.0.0 Safari/537.36"
            ),
        .. Enumerable
            .Range(0, 24)
            .Select(n =>
                $"Mozilla/5.0 (Linux; Android {8 + n % 8}; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{121 + n}.0.0.0 Mobile Safari/537.36"
            ),
        .. Enumerable
            .Range(0, 24)
            .Select(n =>
                $"Mozilla/5.0 (iPhone; CPU iPhone OS 1{n % 9}_{n / 9} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/1{n % 9}.{n / 9} Mobile/15E148 Safari/604.1"
            ),
        .. Enumerable
            .Range(0, 24)
            .Select(n => $"Mozilla/5.0 (X11; Linux x86_64; rv:{120 + n}.0) Gecko/20100101 Firefox/{120 + n}.0"),
    ];

    private static readonly string[] Languages =
    [
        "vi-VN,vi;q=0.9,fr-FR;q=0.8,fr;q=0.7,en-US;q=0.6,en;q=0.5",
        "vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7",
        "vi,en-US;q=0.9,en;q=0.8",
        "en-US,en;q=0.9,vi;q=0.8",
    ];

    /// <summary>One request for each visitor.</summary>
    public static byte[][] Requests(int visitors, string path, int port)
    {
        var requests = new byte[visitors][];
        for (var i = 0; i < visitors; i++)
            requests[i] = Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\n"
                    + $"Host: 127.0.0.1:{port}\r\n"
                    + $"X-Forwarded-For: 113.{160 + i / 65536}.{i / 256 % 256}.{i % 256}\r\n"
                    + $"User-Agent: {Browsers[i % Browsers.Length]}\r\n"
                    + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                    + $"Accept-Language: {Languages[i / 3 % Languages.Length]}\r\n"
                    + "Accept-Encoding: gzip, deflate, br, zstd\r\n"
                    + "\r\n"
            );
        return requests;
    }
}
