using System.CommandLine;
using System.Net.Sockets;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.CommandLine;

/// <summary>Serving the portal: what the program does when no verb is named.</summary>
internal static class ServeVerb
{
    private static readonly Option<int?> Port = new("--port")
    {
        Description = $"listen on http://localhost:N ({SiteSettings.UsualPort}) / cổng lắng nghe",
        HelpName = "N",
    };

    private static readonly Option<bool> Empty = new("--empty")
    {
        Description = "no demo at the first start / không tạo dữ liệu minh họa",
    };

    public static void AddTo(RootCommand root)
    {
        Port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65535)
                result.AddError("--port: 1–65535");
        });
        root.Add(Port);
        root.Add(Empty);
        root.SetAction(ServeAsync);
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken stop)
    {
        var settings = SettingsReader.Read(
            parsed.GetRequiredValue(CommonOptions.Data),
            parsed.GetValue(CommonOptions.Database),
            parsed.GetValue(Port),
            parsed.GetValue(Empty)
        );
        if (await InUseAsync(settings.Listen) is { } taken)
        {
            await Console.Error.WriteLineAsync(
                $"{taken} đang được dùng; hãy chọn --port khác / is in use: choose another --port"
            );
            return 1;
        }
        await using var app = Composition.Build(settings);
        IReadOnlyList<string> toTell;
        try
        {
            toTell = await Composition.PrepareAsync(app, stop);
            await app.StartAsync(stop);
        }
        catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{settings.Listen} đang được dùng; hãy chọn --port khác / is in use: choose another --port"
            );
            return 1;
        }
        await Console.Out.WriteLineAsync($"DaiHoi: {string.Join(' ', app.Urls.Where(url => url != settings.MetricsListen))}");
        foreach (var line in toTell)
            await Console.Out.WriteLineAsync(line);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    // Asked before the database is made: a taken port changes nothing.
    private static async Task<string?> InUseAsync(string listen)
    {
        foreach (var address in listen.Split(';'))
        {
            if (!Uri.TryCreate(address.Replace("*", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri))
                throw new SettingsException($"Listen: «{address}»");
            if (uri.Port == 0)
                continue;
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(uri.Host is "0.0.0.0" or "[::]" or "+" ? "localhost" : uri.Host, uri.Port);
                return address;
            }
            catch (SocketException)
            {
                // Nobody answers: the port is free.
            }
        }
        return null;
    }
}
