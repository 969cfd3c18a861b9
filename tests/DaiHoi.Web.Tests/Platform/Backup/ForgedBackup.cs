using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Tests.Platform.Backup;

/// <summary>Looks into a backup as any other program would, and writes others whose checksum fits whatever they hold.</summary>
internal static class ForgedBackup
{
    public static readonly KeptFolder[] Folders = [new("media"), new("documents")];

    /// <summary>What restores a backup into a place, on a machine whose clock says the usual minute unless another is named.</summary>
    public static BackupRestore RestoreOf(DatabaseAddress place, DateTimeOffset? at = null) =>
        new(
            new DatabaseFactory(place),
            new AuditLog(
                new SiteClock(new SettableTime(at ?? SettableTime.Usual), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))
            ),
            Folders
        );

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static List<(string Name, byte[] Bytes)> Entries(string path)
    {
        using var file = File.OpenRead(path);
        using var tar = new TarReader(file);
        var entries = new List<(string, byte[])>();
        while (tar.GetNextEntry() is { } entry)
        {
            using var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            entries.Add((entry.Name, bytes.ToArray()));
        }
        return entries;
    }

    /// <summary>Every row, under the name of its table.</summary>
    public static async Task<List<string>> RowsAsync(string path)
    {
        var rows = new List<string>();
        foreach (var (name, bytes) in Entries(path).Where(entry => entry.Name.StartsWith("rows/", StringComparison.Ordinal)))
        {
            await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var text = new StreamReader(gzip);
            while (await text.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                rows.Add(name.Split('/')[1] + " " + line);
        }
        return rows;
    }

    public static List<string> FileNames(string path) =>
        [
            .. Entries(path)
                .Where(entry => entry.Name.StartsWith("files/", StringComparison.Ordinal))
                .Select(entry => entry.Name["files/".Length..] + " " + HashOf(entry.Bytes))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The same backup with other texts in it, and sums that fit.</summary>
    public static async Task RewriteAsync(string from, string to, Func<string, string, string> change)
    {
        var entries = new List<TarEntry>();
        foreach (var (name, bytes) in Entries(from).Where(entry => entry.Name != "checksum"))
        {
            var changed = bytes;
            if (name.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var unpacked = new MemoryStream();
                await using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
                    await gzip.CopyToAsync(unpacked);
                changed = Packed(Encoding.UTF8.GetBytes(change(name, Encoding.UTF8.GetString(unpacked.ToArray()))));
            }
            else if (name.EndsWith(".json", StringComparison.Ordinal))
            {
                changed = Encoding.UTF8.GetBytes(change(name, Encoding.UTF8.GetString(bytes)));
            }
            entries.Add(Entry(name, changed));
        }
        if (await SumsFitAsync(entries) is { } totals)
            entries[entries.FindIndex(entry => entry.Name == "totals.json")] = totals;
        await WriteAsync(to, entries);
    }

    /// <summary>A file of these entries and the checksum over them.</summary>
    public static async Task WriteAsync(string path, IEnumerable<TarEntry> entries)
    {
        using var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var entry in entries)
                await tar.WriteEntryAsync(entry);
            await tar.WriteEntryAsync(Entry("checksum", Encoding.ASCII.GetBytes(HashOf(bytes.ToArray()))));
        }
        await File.WriteAllBytesAsync(path, bytes.ToArray());
    }

    public static TarEntry Entry(string name, byte[] bytes) =>
        new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) };

    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    // Only what a changed text makes longer or shorter.
    private static async Task<TarEntry?> SumsFitAsync(List<TarEntry> entries)
    {
        var bytes = 0L;
        foreach (var entry in entries.Where(entry => entry.Name.EndsWith(".gz", StringComparison.Ordinal)))
        {
            using var unpacked = new MemoryStream();
            await using (var gzip = new GZipStream(entry.DataStream!, CompressionMode.Decompress, leaveOpen: true))
                await gzip.CopyToAsync(unpacked);
            entry.DataStream!.Position = 0;
            bytes += unpacked.Length;
        }
        if (entries.Find(entry => entry.Name == "totals.json") is not { } totals)
            return null;
        var json = System.Text.Json.Nodes.JsonNode.Parse(totals.DataStream!)!;
        totals.DataStream!.Position = 0;
        json["rowBytes"] = bytes;
        return Entry("totals.json", Encoding.UTF8.GetBytes(json.ToJsonString()));
    }
}
