using Microsoft.Data.Sqlite;
using Npgsql;

namespace DaiHoi.Web.Platform.Server;

/// <summary>Why something was not stored though nobody did anything wrong. Nothing of it was: a transaction is whole or not at all.</summary>
public enum StorageTrouble
{
    /// <summary>Somebody else holds what is needed, or the server does not answer: later it will go.</summary>
    Busy,

    /// <summary>The disk is full.</summary>
    Full,
}

/// <summary>Tells such trouble from faults of the program.</summary>
public static class StorageTroubles
{
    // As the operating system numbers them: no space left, quota used up, and the first as Windows says it.
    private static readonly int[] NoSpace = [28, 122, unchecked((int)0x80070070)];

    /// <summary>The trouble that an exception tells of, itself or by what it was caused; null where it is something else.</summary>
    public static StorageTrouble? Of(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (OfOne(cause) is { } trouble)
                return trouble;
        }
        return null;
    }

    /// <summary>503 or 507.</summary>
    public static int StatusOf(StorageTrouble trouble) =>
        trouble == StorageTrouble.Full ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable;

    private static StorageTrouble? OfOne(Exception problem) =>
        problem switch
        {
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => StorageTrouble.Full,
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => StorageTrouble.Busy,
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StorageTrouble.Full,
            // Longer than a statement may wait.
            PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => StorageTrouble.Busy,
            NpgsqlException { IsTransient: true } => StorageTrouble.Busy,
            IOException when NoSpace.Contains(problem.HResult) => StorageTrouble.Full,
            _ => null,
        };
}
