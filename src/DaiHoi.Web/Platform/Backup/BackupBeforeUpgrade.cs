using System.Globalization;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>The backup that is made by itself before the database is brought to a newer form.</summary>
public sealed class BackupBeforeUpgrade(BackupWriter writer, DatabaseAddress address, TimeProvider time)
{
    /// <summary>So many are kept; the oldest goes when another one is whole.</summary>
    public const int Kept = 5;

    private const string Beginning = "before-upgrade-";

    /// <returns>where it lies</returns>
    /// <exception cref="SetupException">it could not be made: then nothing is upgraded either</exception>
    public async Task<string> MakeAsync(CancellationToken stop)
    {
        var folder = Path.Combine(address.Folder, "backups");
        var at = time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        var path = Path.Combine(folder, $"{Beginning}{at}.tar");
        try
        {
            Directory.CreateDirectory(folder);
            await writer.WriteAsync(path, stop);
            foreach (
                var old in Directory.GetFiles(folder, Beginning + "*.tar").OrderDescending(StringComparer.Ordinal).Skip(Kept)
            )
                File.Delete(old);
            return path;
        }
        catch (Exception problem) when (problem is BackupException or IOException or UnauthorizedAccessException)
        {
            throw new SetupException(SetupProblem.NoBackup, problem.Message);
        }
    }
}
