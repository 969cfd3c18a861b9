namespace DaiHoi.Benchmarks;

/// <summary>What the command was asked for.</summary>
/// <param name="Made">the folder of the published programs</param>
/// <param name="Json">where the results are written as JSON, too</param>
internal sealed record Asked(string Made, IReadOnlyList<IRow> Rows, string? Json)
{
    /// <summary>Reads the arguments; null where they were refused, and said why.</summary>
    public static Asked? Read(string[] arguments, IReadOnlyList<IRow> all)
    {
        var made = Environment.GetEnvironmentVariable("DAIHOI_BENCH") ?? Path.GetFullPath(".build/bench");
        var rows = all;
        string? json = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--only" when value is not null:
                    rows = [.. all.Where(row => row.Name == value)];
                    if (rows.Count == 0)
                        return Refused($"--only {value}: {string.Join(", ", all.Select(row => row.Name))}");
                    i++;
                    break;
                case "--json" when value is not null:
                    json = Path.GetFullPath(value);
                    if (!Directory.Exists(Path.GetDirectoryName(json)))
                        return Refused($"--json {value}: thư mục không có / no such folder");
                    i++;
                    break;
                default:
                    return Refused(arguments[i] + "\n" + Usage(all));
            }
        }
        return new(made, rows, json);
    }

    private static string Usage(IReadOnlyList<IRow> all) =>
        $"./bench [--only NAME] [--json FILE]\nNAME: {string.Join(", ", all.Select(row => row.Name))}";

    private static Asked? Refused(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
