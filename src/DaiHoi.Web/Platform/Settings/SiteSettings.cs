using DaiHoi.Web.Data;

namespace DaiHoi.Web.Platform.Settings;

/// <summary>
/// What an administrator decides before the program starts: from the command line, from environment variables that begin
/// with <c>DAIHOI_</c>, or from <c>daihoi.json</c> in the data folder, in this order of weight.
/// </summary>
public sealed record SiteSettings
{
    public const int UsualPort = 5080;

    public required DatabaseAddress Database { get; init; }

    /// <summary>Where the program listens: <c>http://localhost:5080</c> unless <c>--port</c> or <c>Listen</c> says another.</summary>
    public string Listen { get; init; } = $"http://localhost:{UsualPort}";

    /// <summary>How readers reach the portal; stands in canonical addresses, feeds and metadata. No slash at the end.</summary>
    public string PublicAddress { get; init; } = $"http://localhost:{UsualPort}";

    /// <summary>No demo at the first start.</summary>
    public bool Empty { get; init; }

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Proxies (addresses or networks) whose word on the client's address is believed; nobody else's is.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Where <c>/metrics</c> listens, for example <c>http://127.0.0.1:9464</c>; null listens nowhere.</summary>
    public string? MetricsListen { get; init; }

    /// <summary>Where traces and metrics are sent by OTLP; null sends nothing.</summary>
    public string? OpenTelemetryEndpoint { get; init; }

    /// <summary>Logs as JSON lines, for a collector; plain lines otherwise.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>Rendered pages that are kept, in bytes; <c>PageStoreMegabytes</c> where it is written. 0 renders each page anew.</summary>
    public long PageStoreBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Links to other sites are asked now and then whether they still answer; not in a network without the outside.</summary>
    public bool CheckLinks { get; init; } = true;

    /// <summary>Null sends no letters: what would have been sent stands in the log.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>One person may approve and publish what he wrote himself; otherwise each article takes two.</summary>
    public bool OnePersonNewsroom { get; init; }

    /// <summary>Personal data are taken away so many months after they were last written or needed by a campaign.</summary>
    public int PeopleKeptMonths { get; init; } = 12;
}
