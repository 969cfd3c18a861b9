using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>What becomes of the rows and files of a backup that is read. This one only looks at them.</summary>
internal class BackupTarget
{
    public virtual Task BeginTableAsync(BackedUpTable table, CancellationToken stop) => Task.CompletedTask;

    /// <param name="values">null, long, double, string or bytes; the array is used again for the next row</param>
    public virtual Task AddRowAsync(object?[] values, CancellationToken stop) => Task.CompletedTask;

    public virtual Task EndTableAsync(CancellationToken stop) => Task.CompletedTask;

    /// <param name="path">relative, "media/ab/…", checked</param>
    public virtual Task AddFileAsync(string path, Stream content, CancellationToken stop) =>
        content.CopyToAsync(Stream.Null, stop);
}

/// <summary>
/// Reads a backup from one end to the other and believes nothing of it: the bytes must be those that were written, each
/// part must be one that a backup has, in its order, under a name that stays in its folder, and all must sum to what the
/// end says.
/// </summary>
internal sealed class BackupReader(string path, IReadOnlyCollection<string> folders) : IDisposable
{
    private const int MostTables = 10_000;

    // Both are used again for every part.
    private readonly MemoryStream unpacked = new(BackupForm.PartBytes);
    private readonly byte[] buffer = new byte[64 * 1024];

    public BackupHead Head { get; private set; } = null!;
    public BackupTotals Totals { get; private set; } = null!;
    public string Sha256 { get; private set; } = "";
    public long Bytes { get; private set; }

    /// <summary>Without where it lies.</summary>
    public string FileName => Path.GetFileName(path);

    public BackupFacts Facts => new(Head.MadeAt, Totals.AllRows, Totals.Files, Bytes, Totals.AuditSeq, Totals.AuditHash, Sha256);

    /// <summary>Checks the bytes first, then everything in them, and hands all of it to the target on the way.</summary>
    /// <exception cref="BackupException">what is wrong with it, or with the target</exception>
    public async Task ReadAsync(BackupTarget target, CancellationToken stop)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024);
            Bytes = file.Length;
            await CheckBytesAsync(file, stop);
            file.Position = 0;
            await using var tar = new TarReader(file, leaveOpen: true);
            await ReadAsync(tar, target, stop);
        }
        catch (Exception problem) when (problem is FormatException or InvalidDataException or EndOfStreamException)
        {
            throw new BackupException(BackupProblem.Hostile, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupProblem.File, problem.Message);
        }
    }

    public void Dispose() => unpacked.Dispose();

    private async Task CheckBytesAsync(FileStream file, CancellationToken stop)
    {
        var beginning = new byte[Math.Min(512, file.Length)];
        await file.ReadExactlyAsync(beginning, stop);
        if (!beginning.AsSpan().StartsWith(Encoding.ASCII.GetBytes(BackupForm.Head + '\0')))
            throw new BackupException(BackupProblem.NotABackup, path);
        if (file.Length <= BackupForm.TrailerBytes)
            throw new BackupException(BackupProblem.Damaged, path);
        file.Position = file.Length - BackupForm.TrailerBytes;
        var trailer = new byte[BackupForm.TrailerBytes];
        await file.ReadExactlyAsync(trailer, stop);
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, left) = (new byte[128 * 1024], file.Length - BackupForm.TrailerBytes);
        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), stop);
            if (read == 0)
                throw new BackupException(BackupProblem.Damaged, path);
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (Encoding.ASCII.GetString(trailer, 512, 64) != Sha256 || trailer.AsSpan(512 + 64).ContainsAnyExcept((byte)0))
            throw new BackupException(BackupProblem.Damaged, path);
    }

    private async Task ReadAsync(TarReader tar, BackupTarget target, CancellationToken stop)
    {
        Head = await ReadJsonAsync(await NextAsync(tar, stop), BackupForm.Head, BackupJson.Default.BackupHead, stop);
        CheckHead();
        var entry = await NextAsync(tar, stop);
        var (rows, rowBytes) = (new Dictionary<string, long>(StringComparer.Ordinal), 0L);
        foreach (var table in Head.Tables)
        {
            await target.BeginTableAsync(table, stop);
            var values = new object?[table.Columns.Count];
            var count = 0L;
            for (var number = 1; BackupNames.Part(entry.Name) == (table.Name, number); number++)
            {
                var part = await UnpackAsync(entry, stop);
                rowBytes += part.Length;
                count += await ReadRowsAsync(part, entry.Name, values, target, stop);
                entry = await NextAsync(tar, stop);
            }
            await target.EndTableAsync(stop);
            rows[table.Name] = count;
        }
        var (files, fileBytes) = (0L, 0L);
        while (BackupNames.IsFile(entry.Name, folders))
        {
            files++;
            fileBytes += entry.Length;
            await target.AddFileAsync(entry.Name[BackupForm.Files.Length..], entry.DataStream ?? Stream.Null, stop);
            entry = await NextAsync(tar, stop);
        }
        Totals = await ReadJsonAsync(entry, BackupForm.Totals, BackupJson.Default.BackupTotals, stop);
        var sums =
            (Totals.Files, Totals.FileBytes, Totals.RowBytes) == (files, fileBytes, rowBytes)
            && Totals.Rows.Count == rows.Count
            && Totals.Rows.All(table => rows.TryGetValue(table.Key, out var found) && found == table.Value)
            && Totals.NextIds.Keys.All(BackupNames.IsTableOrColumn);
        if (!sums || (await NextAsync(tar, stop)).Name != BackupForm.Checksum)
            throw new BackupException(BackupProblem.Hostile, BackupForm.Totals);
    }

    private void CheckHead()
    {
        if (Head.Format > BackupForm.Format)
            throw new BackupException(BackupProblem.Newer, Head.Program);
        var good =
            Head.Format == BackupForm.Format
            && Head.Tables.Count is > 0 and < MostTables
            && Head.Tables.All(table =>
                table.Columns.Count > 0
                && table.Columns.Append(table.Name).All(BackupNames.IsTableOrColumn)
                && table.Columns.Distinct(StringComparer.Ordinal).Count() == table.Columns.Count
            )
            && Head.Tables.DistinctBy(table => table.Name, StringComparer.Ordinal).Count() == Head.Tables.Count;
        if (!good)
            throw new BackupException(BackupProblem.Hostile, BackupForm.Head);
    }

    private static async Task<long> ReadRowsAsync(
        ReadOnlyMemory<byte> part,
        string name,
        object?[] values,
        BackupTarget target,
        CancellationToken stop
    )
    {
        var rows = 0L;
        while (part.Length > 0)
        {
            var end = part.Span.IndexOf((byte)'\n');
            if (end < 0)
                throw new BackupException(BackupProblem.Hostile, name);
            try
            {
                RowText.Read(part.Span[..end], values);
            }
            catch (FormatException)
            {
                throw new BackupException(BackupProblem.Hostile, name);
            }
            await target.AddRowAsync(values, stop);
            part = part[(end + 1)..];
            rows++;
        }
        return rows;
    }

    // A part that grows beyond what a writer closes is not unpacked to its end, however small it looks.
    private async Task<ReadOnlyMemory<byte>> UnpackAsync(TarEntry entry, CancellationToken stop)
    {
        const int most = BackupForm.PartBytes + BackupForm.MostRowBytes + 1;
        await using var gzip = new GZipStream(entry.DataStream ?? Stream.Null, CompressionMode.Decompress);
        unpacked.SetLength(0);
        int read;
        while ((read = await gzip.ReadAsync(buffer, stop)) > 0)
        {
            if (unpacked.Length + read > most)
                throw new BackupException(BackupProblem.Hostile, entry.Name);
            unpacked.Write(buffer, 0, read);
        }
        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    private static async Task<T> ReadJsonAsync<T>(TarEntry entry, string name, JsonTypeInfo<T> shape, CancellationToken stop)
        where T : class
    {
        if (entry.Name != name || entry.Length > BackupForm.MostJsonBytes || entry.DataStream is null)
            throw new BackupException(BackupProblem.Hostile, entry.Name);
        try
        {
            return await JsonSerializer.DeserializeAsync(entry.DataStream, shape, stop)
                ?? throw new BackupException(BackupProblem.Hostile, name);
        }
        catch (JsonException)
        {
            throw new BackupException(BackupProblem.Hostile, name);
        }
    }

    // Plain files of the plainest form of the archive: no links, no devices, no names in a second place.
    private static async Task<TarEntry> NextAsync(TarReader tar, CancellationToken stop) =>
        await tar.GetNextEntryAsync(copyData: false, stop) switch
        {
            null => throw new BackupException(BackupProblem.Hostile, BackupForm.Checksum),
            UstarTarEntry { EntryType: TarEntryType.RegularFile } entry => entry,
            var other => throw new BackupException(BackupProblem.Hostile, other.Name),
        };
}
