using System.Globalization;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Platform.Settings;

/// <summary>Puts the settings together, or says which of them cannot be read.</summary>
public static class SettingsReader
{
    /// <param name="folder">the data folder</param>
    /// <param name="postgres">a connection string, or null for SQLite</param>
    /// <exception cref="SettingsException">a value cannot be read; the message names it</exception>
    public static SiteSettings Read(string folder, string? postgres, int? port = null, bool empty = false)
    {
        var values = Values(folder);
        var listen = port is null ? values["Listen"] ?? $"http://localhost:{SiteSettings.UsualPort}" : $"http://localhost:{port}";
        return new()
        {
            Database = Database(folder, postgres ?? values["Database"]),
            Listen = listen,
            PublicAddress = Address(values["PublicAddress"], "PublicAddress") ?? FirstOf(listen),
            Empty = empty,
            TimeZone = Zone(values["TimeZone"]),
            KnownProxies = Several(values, "KnownProxies"),
            MetricsListen = OfItsOwn(Address(values["MetricsListen"], "MetricsListen"), listen),
            OpenTelemetryEndpoint = Address(values["OpenTelemetryEndpoint"], "OpenTelemetryEndpoint"),
            PageStoreBytes = Megabytes(values["PageStoreMegabytes"], "PageStoreMegabytes", usual: 64),
            OnePersonNewsroom = YesOrNo(values["OnePersonNewsroom"], "OnePersonNewsroom", usual: false),
            PeopleKeptMonths = Months(values["PeopleKeptMonths"], "PeopleKeptMonths", usual: 12),
            CheckLinks = YesOrNo(values["CheckLinks"], "CheckLinks", usual: true),
            Mail = Mail(values["Smtp"], values["MailFrom"]),
            JsonLogs = string.Equals(values["Logs"], "json", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static IConfigurationRoot Values(string folder)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(Path.GetFullPath(folder), "daihoi.json"), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("DAIHOI_")
                .Build();
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"daihoi.json: {problem.InnerException?.Message ?? problem.Message}");
        }
    }

    private static DatabaseAddress Database(string folder, string? postgres)
    {
        try
        {
            return DatabaseAddress.Of(folder, postgres);
        }
        catch (ArgumentException problem)
        {
            throw new SettingsException($"--database: {problem.Message}");
        }
    }

    private static TimeZoneInfo Zone(string? name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name ?? "Asia/Ho_Chi_Minh");
        }
        catch (Exception problem) when (problem is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new SettingsException($"TimeZone: {problem.Message}");
        }
    }

    private static string? Address(string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return value.TrimEnd('/');
        throw new SettingsException($"{name}: «{value}» is not an http or https address / không phải địa chỉ http, https");
    }

    private static MailServer? Mail(string? smtp, string? from)
    {
        if (string.IsNullOrWhiteSpace(smtp))
            return null;
        if (
            !Uri.TryCreate(smtp, UriKind.Absolute, out var address)
            || address.Scheme is not ("smtp" or "smtps")
            || address.Host == ""
        )
            throw new SettingsException(
                "Smtp: hãy ghi smtp://tài-khoản:mật-khẩu@máy-chủ:cổng hoặc smtps://… / write smtp://user:password@host:port or smtps://…"
            );
        if (string.IsNullOrWhiteSpace(from) || !MimeKit.MailboxAddress.TryParse(from, out _))
            throw new SettingsException($"MailFrom: «{from}» không phải địa chỉ thư / is no address of mail");
        var encrypted = address.Scheme == "smtps";
        var (user, password) = address.UserInfo.Split(':', 2) switch
        {
            [{ Length: > 0 } name, var secret] => (Uri.UnescapeDataString(name), Uri.UnescapeDataString(secret)),
            [{ Length: > 0 } name] => (Uri.UnescapeDataString(name), ""),
            _ => ((string?)null, (string?)null),
        };
        var port =
            address.Port > 0 ? address.Port
            : encrypted ? 465
            : 587;
        return new(address.Host, port, encrypted, user, password, from);
    }

    // The measures are not for readers: on a port of theirs everybody would see them.
    private static string? OfItsOwn(string? metrics, string listen)
    {
        if (metrics is null || !listen.Split(';').Any(address => PortOf(address) == PortOf(metrics) && PortOf(metrics) != 0))
            return metrics;
        throw new SettingsException($"MetricsListen: «{metrics}» trùng cổng với Listen / has the same port as Listen");
    }

    private static int PortOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var read) ? read.Port : -1;

    private static long Megabytes(string? value, string name, int usual)
    {
        if (string.IsNullOrWhiteSpace(value))
            return usual * 1024L * 1024;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes))
            return megabytes * 1024L * 1024;
        throw new SettingsException($"{name}: «{value}» is not a whole number / không phải số nguyên");
    }

    private static int Months(string? value, string name, int usual)
    {
        if (string.IsNullOrWhiteSpace(value))
            return usual;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= 120)
            return months;
        throw new SettingsException($"{name}: «{value}» is no number of months from 1 to 120 / không phải số tháng từ 1 đến 120");
    }

    private static bool YesOrNo(string? value, string name, bool usual) =>
        value?.Trim().ToLowerInvariant() switch
        {
            null or "" => usual,
            "false" or "no" or "0" => false,
            "true" or "yes" or "1" => true,
            _ => throw new SettingsException($"{name}: «{value}» is neither true nor false / không phải true hay false"),
        };

    private static string FirstOf(string listen) => listen.Split(';')[0].TrimEnd('/');

    private static List<string> Several(IConfiguration values, string name) =>
        values[name] is { Length: > 0 } one
            ? [.. one.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)]
            : [.. values.GetSection(name).GetChildren().Select(child => child.Value ?? "")];
}

/// <summary>A setting cannot be used; the message names it and is shown as it is.</summary>
public sealed class SettingsException(string message) : Exception(message);
