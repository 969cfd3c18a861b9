using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// Takes pages of an old portal in. Each page is a transaction of its own: one that is refused never stops the others, and
/// what was answered for is in the database.
/// </summary>
internal sealed class ImportPages(
    SavedPage saved,
    SiteBeginnings beginnings,
    AdoptedStatistics statistics,
    Sql sql,
    SiteClock clock
)
{
    // Pages are taken apart on one core while the other writes; no more wait than these.
    private const int Ahead = 16;

    private bool begun;

    /// <summary>Says of each file, in order, what became of it. Memory does not grow with their number.</summary>
    public async IAsyncEnumerable<PageOutcome> RunAsync(
        IReadOnlyList<PageFile> files,
        ImportOptions options,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var recognised = Channel.CreateBounded<Task<Taken>>(Ahead);
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = Task.Run(
            async () =>
            {
                foreach (var file in files)
                    await recognised.Writer.WriteAsync(
                        Task.Run(() => Recognise(file, options.Encoding), broken.Token),
                        broken.Token
                    );
                recognised.Writer.Complete();
            },
            broken.Token
        );
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await foreach (var next in recognised.Reader.ReadAllAsync(stop))
            {
                var taken = await next;
                var outcome = await KeepAsync(taken, options, stop);
                yield return options.DryRun ? AsIfWritten(outcome, seen) : outcome;
            }
        }
        finally
        {
            await broken.CancelAsync();
            await Task.WhenAny(reading);
        }
    }

    /// <summary>Takes one page in whose bytes are at hand.</summary>
    public Task<PageOutcome> TakeAsync(PageFile file, byte[] bytes, ImportOptions options, CancellationToken stop) =>
        KeepAsync(Recognised(file, bytes, options.Encoding), options, stop);

    /// <summary>Lets the visitor statistics go on from a reading, as that of today.</summary>
    public async Task<StatisticsAdoption> AdoptAsync(string source, RecognisedStatistics read, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(stop);
        var shown = await statistics.ShownAsync(connection, transaction, clock.Today, stop);
        // A page saved earlier than one that was adopted, or than what was counted since, says nothing new.
        if ((read.Total ?? 0) < shown.Odometer)
            return StatisticsAdoption.Older;
        var adopted = await statistics.AdoptAsync(
            connection,
            transaction,
            source,
            new(read.Total, read.Week, read.Month, read.Year),
            clock.Today,
            stop
        );
        await transaction.CommitAsync(stop);
        return adopted ? StatisticsAdoption.Adopted : StatisticsAdoption.Before;
    }

    private async Task<PageOutcome> KeepAsync(Taken taken, ImportOptions options, CancellationToken stop)
    {
        if (taken.Refusal is { } refusal)
            return refusal;
        if (!options.DryRun && !begun)
        {
            await beginnings.WriteAsync(stop);
            begun = true;
        }
        return await saved.SaveAsync(taken.File, taken.Page!, taken.Bytes, taken.Sha256, options, stop);
    }

    /// <summary>Without writing, a second file of the same page is told from the first by what was seen in this run.</summary>
    private static PageOutcome AsIfWritten(PageOutcome outcome, Dictionary<string, string> seen)
    {
        if (outcome.Page is not { } page)
            return outcome;
        var identity = PageIdentity.Of(page);
        var content = PageIdentity.ContentOf(page);
        var result =
            !seen.TryGetValue(identity, out var before) ? outcome.Result
            : before == content ? PageResult.Unchanged
            : PageResult.Revised;
        seen[identity] = content;
        return outcome with { Result = result };
    }

    private static Taken Recognise(PageFile file, EncodingChoice encoding)
    {
        try
        {
            if (new FileInfo(file.Path).Length > PageRecogniser.SizeLimit)
                return new(file, PageOutcome.Refused(file.Name, PageRefusal.OverSizeLimit, ""));
            return Recognised(file, File.ReadAllBytes(file.Path), encoding);
        }
        // Whatever the parsers say of a file, among ten thousand it is that file's matter only.
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return new(file, PageOutcome.Refused(file.Name, PageRefusal.CannotBeRead, problem.Message));
        }
    }

    private static Taken Recognised(PageFile file, byte[] bytes, EncodingChoice encoding)
    {
        var recognition = PageRecogniser.Recognise(bytes, file.Name, encoding);
        return recognition.Page is { } page
            ? new(file, null, page, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            : new(file, PageOutcome.Refused(file.Name, recognition.Refusal!.Value, recognition.Detail));
    }

    private sealed record Taken(
        PageFile File,
        PageOutcome? Refusal,
        RecognisedPage? Page = null,
        byte[] Bytes = null!,
        string Sha256 = ""
    );
}

/// <summary>What became of a reading of visitor statistics.</summary>
internal enum StatisticsAdoption
{
    Adopted,

    /// <summary>The same reading was adopted before.</summary>
    Before,

    /// <summary>The portal shows more visits already.</summary>
    Older,
}
