using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace DaiHoi.Web.Portal.Search;

/// <summary>The files of the index, opened for one writer and any number of searches.</summary>
internal sealed class IndexFolder : IDisposable
{
    // Of one index only one process writes. A second one beside it on this machine keeps its own.
    private const int MostProcesses = 8;
    private const double WritingMegabytes = 16;
    private const string FormatKey = "format";
    private const string LastChangeKey = "last-change";
    private const string LastNoteKey = "last-note";

    private readonly MMapDirectory directory;

    private IndexFolder(string path, OpenMode mode)
    {
        var similarity = new BM25Similarity();
        directory = new MMapDirectory(path);
        try
        {
            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
            {
                OpenMode = mode,
                RAMBufferSizeMB = WritingMegabytes,
                Similarity = similarity,
                WriteLockTimeout = 0,
            };
            Writer = new IndexWriter(directory, config);
            try
            {
                Searchers = new SearcherManager(Writer, applyAllDeletes: true, new WithSimilarity(similarity));
            }
            catch
            {
                Writer.Rollback();
                throw;
            }
        }
        catch
        {
            directory.Dispose();
            throw;
        }
        Path = path;
        var seen = Writer.CommitData;
        Format = seen.TryGetValue(FormatKey, out var format) ? format : null;
        LastChange =
            seen.TryGetValue(LastChangeKey, out var last) && long.TryParse(last, CultureInfo.InvariantCulture, out var change)
                ? new(change, seen.TryGetValue(LastNoteKey, out var note) ? note : "")
                : SeenChange.None;
    }

    public IndexWriter Writer { get; }
    public SearcherManager Searchers { get; }
    public string Path { get; }
    public SeenChange LastChange { get; private set; }
    private string? Format { get; }

    /// <summary>Opens the index as it was last committed. One that is missing, broken or of another format begins anew, empty.</summary>
    /// <param name="found">told in one sentence why an index that was there is not used</param>
    public static IndexFolder Open(string path, Action<Exception?, string> found)
    {
        for (var process = 1; ; process++)
        {
            var own = process == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}-{process}");
            try
            {
                return OpenOwn(own, found);
            }
            catch (LockObtainFailedException) when (process < MostProcesses)
            {
                found(null, $"The search index in {own} belongs to another process");
            }
        }
    }

    /// <summary>Makes what was written since the last commit durable, and visible to the next search.</summary>
    public void Commit(SeenChange lastChange)
    {
        Writer.SetCommitData(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [FormatKey] = IndexedFields.Format,
                [LastChangeKey] = lastChange.Number.ToString(CultureInfo.InvariantCulture),
                [LastNoteKey] = lastChange.Note,
            }
        );
        Writer.Commit();
        Searchers.MaybeRefreshBlocking();
        LastChange = lastChange;
    }

    /// <summary>Reads every file against its checksum.</summary>
    public bool IsWhole()
    {
        try
        {
            using var reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves)
                leaf.AtomicReader.CheckIntegrity();
            return true;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Closes at the last commit: what was written since is gone, and merges under way are given up.</summary>
    public void Dispose()
    {
        Searchers.Dispose();
        Writer.Rollback();
        directory.Dispose();
    }

    private static IndexFolder OpenOwn(string path, Action<Exception?, string> found)
    {
        Directory.CreateDirectory(path);
        IndexFolder opened;
        try
        {
            opened = new IndexFolder(path, OpenMode.CREATE_OR_APPEND);
        }
        // Whatever the damage does to the reader of the files, the articles are safe in the database.
        catch (Exception problem) when (problem is not (LockObtainFailedException or UnauthorizedAccessException))
        {
            found(problem, $"The search index in {path} is broken and is made anew");
            Empty(path);
            return new IndexFolder(path, OpenMode.CREATE);
        }
        if (opened.LastChange == SeenChange.None || string.Equals(opened.Format, IndexedFields.Format, StringComparison.Ordinal))
            return opened;
        found(null, $"The search index in {path} has an older form and is made anew");
        opened.Dispose();
        return new IndexFolder(path, OpenMode.CREATE);
    }

    private static void Empty(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path))
            File.Delete(file);
    }

    private sealed class WithSimilarity(Similarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = similarity };
    }
}
