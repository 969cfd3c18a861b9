using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// Holds back what a page writes until it is whole. A file that is sent goes straight to the reader instead.
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

    public void DisableBuffering() { }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public async Task CompleteAsync()
    {
        if (writer is not null)
            await writer.FlushAsync();
    }

    public void Dispose() => memory.Dispose();
}
