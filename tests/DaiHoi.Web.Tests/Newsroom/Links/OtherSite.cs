using System.Net;
using System.Net.Sockets;
using DaiHoi.Web.Newsroom.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DaiHoi.Web.Tests.Newsroom.Links;

/// <summary>Another site on this machine, to which every name leads that the test's reader asks, but for those that it leads to itself.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtherSite(WebApplication app) => this.app = app;

    /// <summary>Requests that came, "HEAD /co".</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Nobody is reached, as without a network.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>What <c>/doi</c> answers.</summary>
    public int Changing { get; set; } = 200;

    public static async Task<OtherSite> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new OtherSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync();
        return site;
    }

    public LinkReader Reader() =>
        new(new SocketsHttpHandler { ConnectCallback = ConnectAsync, UseProxy = false }, TimeSpan.FromMilliseconds(500));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        if (IsCutOff)
            throw new SocketException((int)SocketError.NetworkUnreachable);
        if (!context.DnsEndPoint.Host.EndsWith(".example.vn", StringComparison.Ordinal))
            return await OutsideAddress.ConnectAsync(context, stop);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(app.Urls.First()).Port, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        lock (Asked)
            Asked.Add($"{context.Request.Method} {context.Request.Path}");
        var isHead = HttpMethods.IsHead(context.Request.Method);
        switch (context.Request.Path.Value)
        {
            case "/khong-head" when isHead:
                context.Response.StatusCode = 405;
                break;
            case "/khong-co":
                context.Response.StatusCode = 404;
                break;
            case "/da-go":
                context.Response.StatusCode = 410;
                break;
            case "/mat-khau":
                context.Response.StatusCode = 403;
                break;
            case "/loi":
                context.Response.StatusCode = 500;
                break;
            case "/doi":
                context.Response.StatusCode = Changing;
                break;
            case "/chuyen":
                context.Response.Redirect("http://bao.example.vn/co");
                break;
            case "/chuyen-vao-trong":
                context.Response.Redirect("http://127.0.0.1/");
                break;
            case "/cham":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            default:
                await context.Response.WriteAsync("Trang có đó", context.RequestAborted);
                break;
        }
    }
}
