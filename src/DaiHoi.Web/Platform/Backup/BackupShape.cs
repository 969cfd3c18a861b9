using System.Text.Json.Serialization;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>What stands at the beginning of a backup: who made it, and the tables whose rows follow.</summary>
/// <param name="Format">of the file; a program refuses a greater one</param>
/// <param name="Migration">the newest that the database had, without its time: "Accounts"</param>
/// <param name="Database">"sqlite" or "postgres"</param>
internal sealed record BackupHead(
    int Format,
    string Program,
    DateTime MadeAt,
    string Database,
    string Migration,
    IReadOnlyList<BackedUpTable> Tables
);

/// <param name="Columns">in the order of each row's values</param>
internal sealed record BackedUpTable(string Name, IReadOnlyList<string> Columns);

/// <summary>What stands at its end, known only when everything has been written.</summary>
/// <param name="Rows">by table</param>
/// <param name="NextIds">by table: the last number that was given out, so that none is given out twice</param>
/// <param name="RowBytes">of all rows, unpacked</param>
/// <param name="AuditHash">of the last row of the audit log; empty where it has none</param>
internal sealed record BackupTotals(
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyDictionary<string, long> NextIds,
    long RowBytes,
    long Files,
    long FileBytes,
    long AuditSeq,
    string AuditHash
)
{
    public long AllRows => Rows.Values.Sum();
}

/// <summary>How both are written: the names and shapes are the format, described in <c>docs/formats/backup.md</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(BackupHead))]
[JsonSerializable(typeof(BackupTotals))]
internal sealed partial class BackupJson : JsonSerializerContext;

/// <summary>Names and bounds that writer and reader share.</summary>
internal static class BackupForm
{
    public const int Format = 1;
    public const string Head = "backup.json";
    public const string Totals = "totals.json";
    public const string Checksum = "checksum";
    public const string Rows = "rows/";
    public const string Files = "files/";

    /// <summary>A header, 64 digits in a block of their own, and the two empty blocks that end every such archive.</summary>
    public const int TrailerBytes = 4 * 512;

    /// <summary>A part of a table is closed when it has grown to so many bytes.</summary>
    public const int PartBytes = 1024 * 1024;

    /// <summary>No row is longer: neither is one written nor read.</summary>
    public const int MostRowBytes = 64 * 1024 * 1024;

    /// <summary>Head and totals.</summary>
    public const int MostJsonBytes = 16 * 1024 * 1024;
}

public enum BackupProblem
{
    /// <summary>The file is not there, or cannot be read or written.</summary>
    File,

    /// <summary>A file of that name is there already.</summary>
    FileExists,

    /// <summary>There is no database to back up.</summary>
    NothingThere,

    /// <summary>Not a backup at all.</summary>
    NotABackup,

    /// <summary>Its bytes are not those that were written: cut off, or changed.</summary>
    Damaged,

    /// <summary>Its bytes are whole, but it holds something that no backup holds.</summary>
    Hostile,

    /// <summary>Of a newer program.</summary>
    Newer,

    /// <summary>There is something already where it should be restored to.</summary>
    NotEmpty,

    /// <summary>It needs more space than there is.</summary>
    NoSpace,

    /// <summary>The database refused what stands in it.</summary>
    Refused,
}

/// <summary>Why a backup was not made, not read or not restored. Nothing was changed.</summary>
public sealed class BackupException(BackupProblem problem, string detail) : Exception($"{problem}: {detail}")
{
    public BackupProblem Problem => problem;

    /// <summary>The name of a file or of a part, or what the machine said.</summary>
    public string Detail => detail;
}

/// <summary>A folder of the data folder whose files belong to the portal and into every backup. Each room names its own.</summary>
public sealed record KeptFolder(string Name);

/// <summary>What a backup holds, in numbers.</summary>
/// <param name="Sha256">of all its bytes before the checksum; the checksum itself</param>
public sealed record BackupFacts(
    DateTime MadeAt,
    long Rows,
    long Files,
    long Bytes,
    long AuditSeq,
    string AuditHash,
    string Sha256
);
