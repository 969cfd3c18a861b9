using System.Globalization;
using System.Net;
using DaiHoi.Web.Platform.Settings;
using Microsoft.AspNetCore.Http;

namespace DaiHoi.Web.Tests.Visits;

/// <summary>Visitors told apart by their addresses. On a site they come through a proxy whose word it believes.</summary>
internal static class Visitors
{
    /// <summary>Opens the program on a database; it believes what tests say of a visitor's address.</summary>
    public static Task<Site> OpenAsync(TestDatabase database, DateTimeOffset? at = null) =>
        Site.OpenAsync(database.Address, Told, at);

    public static SiteSettings Told(SiteSettings settings) => settings with { KnownProxies = ["127.0.0.1"] };

    public static IPAddress AddressOf(int visitor) =>
        IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"2001:db8:7:7::{visitor >> 16:x}:{visitor & 0xFFFF:x}"));

    /// <summary>A visitor's request for a page, as his browser makes it.</summary>
    public static HttpRequestMessage Asking(int visitor, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", AddressOf(visitor).ToString());
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    /// <summary>A visitor sees a page.</summary>
    /// <returns>its status, its tag and its text</returns>
    public static async Task<(HttpStatusCode Status, string Tag, string Text)> SeesAsync(
        this Site site,
        int visitor,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = Asking(visitor, path, headers);
        using var answer = await site.Reader.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag?.ToString() ?? "", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The same request as the program itself holds it.</summary>
    public static HttpContext Context(int visitor)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers.UserAgent = Site.Browser;
        context.Connection.RemoteIpAddress = AddressOf(visitor);
        return context;
    }
}
