using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// Holds back what a page writes until it is whole. A file that is sent, and a stream that asks for it, go straight to the
/// reader instead.
/// </summary>
internal sealed class CapturedBody : IHttpResponseBodyFeature, IDisposable
{
    private readonly IHttpResponseBodyFeature original;
    private readonly MemoryStream memory = new(64 * 1024);
    private PipeWriter? writer;

    public CapturedBody(IHttpResponseBodyFeature original) => this.original = original;

    public bool PassedThrough { get; private set; }
    public Stream Stream => PassedThrough ? original.Stream : memory;
    public PipeWriter Writer =>
        PassedThrough ? original.Writer : writer ??= PipeWriter.Create(memory, new StreamPipeWriterOptions(leaveOpen: true));

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => memory.GetBuffer().AsSpan(0, (int)memory.Length);

    /// <summary>Sends what was written as it is.</summary>
    public Task PassOnAsync(CancellationToken stop) =>
        memory.Length == 0
            ? Task.CompletedTask
            : original.Stream.WriteAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), stop).AsTask();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        PassedThrough = true;
        return original.SendFileAsync(path, offset, count, cancellationToken);
    }

    /// <summary>A stream without end cannot be held back until it is whole.</summary>
    public void DisableBuffering()
    {
        PassedThrough |= memory.Length == 0 && writer is null;
        original.DisableBuffering();
    }

    public Task StartAsync(CancellationToken cancellationToken = default) =>
        PassedThrough ? original.StartAsync(cancellationToken) : Task.CompletedTask;

    public async Task CompleteAsync()
    {
        if (PassedThrough)
            await original.CompleteAsync();
        else if (writer is not null)
            await writer.FlushAsync();
    }

    public void Dispose() => memory.Dispose();
}
