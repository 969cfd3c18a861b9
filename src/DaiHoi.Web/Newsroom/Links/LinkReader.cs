using System.Net;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>Asks another site whether a page is there: the head of it, never its content.</summary>
/// <param name="patience">for one address, redirections included; fifteen seconds unless named</param>
internal sealed class LinkReader(HttpMessageHandler handler, TimeSpan? patience = null) : IDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);

    private readonly HttpClient client = NewClient(handler);

    /// <summary>Through the open internet and nowhere else.</summary>
    public static LinkReader OfTheInternet() =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = OutsideAddress.ConnectAsync,
                UseProxy = false,
                UseCookies = false,
                MaxAutomaticRedirections = 5,
                MaxResponseHeadersLength = 64,
                PooledConnectionIdleTimeout = TimeSpan.Zero,
            }
        );

    public async Task<LinkAnswer> AskAsync(string address, CancellationToken stop)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        waiting.CancelAfter(patience ?? Usual);
        try
        {
            var head = await StatusAsync(HttpMethod.Head, address, waiting.Token);
            // Some servers know no HEAD, and say so in their own ways.
            return Of((int)head < 400 ? head : await StatusAsync(HttpMethod.Get, address, waiting.Token));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(LinkState.Silent, null, IsReached: false);
        }
        catch (HttpRequestException problem)
        {
            return Of(problem);
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException or UriFormatException)
        {
            // What came back is no answer that can be read, or leads to no address.
            return new(LinkState.Silent, null, IsReached: true);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string address, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, address);
        // Nothing of the body is read: the connection is closed with the answer.
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return answer.StatusCode;
    }

    // Who asks for a password, too often or for a browser is there all the same.
    private static LinkAnswer Of(HttpStatusCode status) =>
        new(
            status is HttpStatusCode.NotFound or HttpStatusCode.Gone ? LinkState.Gone
                : (int)status >= 500 ? LinkState.Silent
                : LinkState.Answers,
            (int)status,
            IsReached: true
        );

    private static LinkAnswer Of(HttpRequestException problem)
    {
        for (Exception? cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (cause is InsideAddressException)
                return new(LinkState.Inside, null, IsReached: false);
        }
        // Many offices send a chain of certificates that browsers mend and libraries do not: the site is there.
        return problem.HttpRequestError == HttpRequestError.SecureConnectionError
            ? new(LinkState.Answers, null, IsReached: true)
            : new(LinkState.Silent, null, IsReached: false);
    }

    private static HttpClient NewClient(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; DaiHoi link check)");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, */*;q=0.5");
        return client;
    }
}

/// <param name="Status">of the answer; null where none came</param>
/// <param name="IsReached">the other side was reached, whatever it said: the network outside is there</param>
internal sealed record LinkAnswer(LinkState State, int? Status, bool IsReached);
