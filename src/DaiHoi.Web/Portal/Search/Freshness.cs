namespace DaiHoi.Web.Portal.Search;

/// <summary>Lets a search wait a moment for what was published right before it.</summary>
internal sealed class Freshness(TimeProvider time)
{
    /// <summary>Longest wait, counted from the change: while a long catch-up runs, later searches do not wait at all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private TaskCompletionSource called = New();
    private Round? next;
    private Round? running;

    /// <summary>Completes when something is expected that no round has begun to bring.</summary>
    public Task Called
    {
        get
        {
            lock (gate)
                return called.Task;
        }
    }

    /// <summary>Something has changed that the index has not seen.</summary>
    public void Expect()
    {
        lock (gate)
        {
            next ??= new Round(New(), time.GetTimestamp());
            called.TrySetResult();
        }
    }

    /// <summary>Begins to bring what is expected until now; what comes later needs another round.</summary>
    public void Begin()
    {
        lock (gate)
        {
            running = next;
            next = null;
            called = New();
        }
    }

    /// <summary>The round is over: who waited for it goes on.</summary>
    public void End()
    {
        lock (gate)
        {
            running?.Over.TrySetResult();
            running = null;
        }
    }

    /// <summary>Returns when everything expected has been brought, or when it takes too long.</summary>
    public void Wait()
    {
        Round? last;
        lock (gate)
            last = next ?? running;
        if (last is null)
            return;
        var left = Patience - time.GetElapsedTime(last.Since);
        if (left > TimeSpan.Zero)
            last.Over.Task.Wait(left);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Round(TaskCompletionSource Over, long Since);
}
