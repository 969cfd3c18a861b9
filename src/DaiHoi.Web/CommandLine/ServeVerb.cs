using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DaiHoi.Web.Platform.Settings;
using Microsoft.AspNetCore.Connections;

namespace DaiHoi.Web.CommandLine;

/// <summary>Serving the portal: what the program does when no verb is named.</summary>
internal static class ServeVerb
{
    private static readonly Option<int?> Port = new("--port")
    {
        Description = $"listen on http://localhost:N ({SiteSettings.UsualPort}) / cổng lắng nghe",
        HelpName = "N",
        CustomParser = ReadPort,
    };

    public static readonly Option<bool> Empty = new("--empty")
    {
        Description = "no demo at the first start / không tạo dữ liệu minh họa",
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(Port);
        root.Add(Empty);
        root.SetAction(ServeAsync);
    }

    private static int? ReadPort(ArgumentResult given)
    {
        var port = given.Tokens[0].Value;
        if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 65535)
            return number;
        given.AddError($"--port «{port}»: 1–65535");
        return null;
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken stop)
    {
        var (data, database) = (parsed.GetRequiredValue(CommonOptions.Data), parsed.GetValue(CommonOptions.Database));
        var settings = SettingsReader.Read(data, database, parsed.GetValue(Port), parsed.GetValue(Empty));
        var listens = settings.Listen.Split(';');
        if (ListenCheck.Refusal(settings.MetricsListen is { } measures ? [.. listens, measures] : listens) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }
        // Before anything is changed: settings that cannot be are refused by it.
        await using var app = Composition.Build(settings);
        IReadOnlyList<string> toTell = [];
        var missing = await Preparation.AskAsync(settings.Database, stop);
        if (missing == Missing.Database)
        {
            (var code, toTell) = await Preparation.RunAsync(data, database, settings, stop);
            if (code != 0)
                return code;
        }
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            // Taken since it was asked.
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        await Console.Out.WriteLineAsync($"DaiHoi: {string.Join(' ', app.Urls.Take(listens.Length))}");
        // Readers do not wait for it.
        if (missing == Missing.Administrator)
            (_, toTell) = await Preparation.RunAsync(data, database, settings, stop);
        // To the log, not to stdout: that holds the address and nothing else.
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DaiHoi");
        foreach (var line in toTell)
            log.LogInformation("{Line}", line);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
