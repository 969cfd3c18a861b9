using System.IO.Compression;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>Where carried articles lie: a folder, or one zip where the name ends so. Names are those of the format and no others.</summary>
internal abstract partial class CarriedFiles : IDisposable
{
    public const string Articles = "articles.jsonl";

    /// <summary>For writing into a place in which there is nothing yet.</summary>
    /// <exception cref="IOException">there is something, or it cannot be written</exception>
    public static CarriedFiles Create(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new IOException(path);
        return IsZip(path) ? new InZip(new FileStream(path, FileMode.CreateNew), ZipArchiveMode.Create) : new InFolder(path);
    }

    /// <summary>For reading.</summary>
    /// <exception cref="InvalidDataException">the zip is none</exception>
    public static CarriedFiles Open(string path) =>
        Directory.Exists(path) ? new InFolder(path) : new InZip(File.OpenRead(path), ZipArchiveMode.Read);

    /// <summary>"media/ab/{sha256}-{width}.webp"</summary>
    public static string NameOf(string sha256, int width) =>
        FormattableString.Invariant($"media/{sha256[..2]}/{sha256}-{width}.webp");

    public static bool IsPicture(string sha256) => Sha256().IsMatch(sha256);

    public abstract Stream Write(string name);

    /// <summary>Null where there is no such file.</summary>
    public abstract Stream? Read(string name);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private sealed class InFolder(string root) : CarriedFiles
    {
        public override Stream Write(string name)
        {
            var path = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }

        public override Stream? Read(string name)
        {
            var path = Path.Combine(root, name);
            return File.Exists(path) ? File.OpenRead(path) : null;
        }
    }

    private sealed class InZip(Stream file, ZipArchiveMode mode) : CarriedFiles
    {
        private readonly ZipArchive zip = new(file, mode);

        // Pictures are packed already.
        public override Stream Write(string name) =>
            zip.CreateEntry(name, name == Articles ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();

        public override Stream? Read(string name) => zip.GetEntry(name)?.Open();

        public override void Dispose()
        {
            zip.Dispose();
            base.Dispose();
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.None, 1000)]
    private static partial Regex Sha256();
}
