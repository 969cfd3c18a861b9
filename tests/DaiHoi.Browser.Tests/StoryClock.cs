using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Browser.Tests;

/// <summary>The clock of a story that happens on a day of its own: it runs as the machine's does, and jumps where the story does.</summary>
internal sealed class StoryClock(DateTimeOffset at) : TimeProvider
{
    private TimeSpan ahead = at - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <summary>Goes on to a later hour of the day with which the story began.</summary>
    public void ComeTo(int hour, int minute)
    {
        var wanted = new DateTimeOffset(at.Year, at.Month, at.Day, hour, minute, 0, at.Offset);
        Assert.True(wanted >= GetUtcNow(), $"the story is behind {wanted}");
        ahead = wanted - System.GetUtcNow();
    }

    public void SetIn(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(this);
        services.PostConfigure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme,
            cookie => cookie.CookieManager = new UntilTheBrowserCloses()
        );
    }

    // A browser goes by the machine's clock: a cookie that ends on a day of the story would be gone before it is there.
    private sealed class UntilTheBrowserCloses : ICookieManager
    {
        private readonly ChunkingCookieManager cookies = new();

        public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, key);

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
        {
            options.Expires = null;
            cookies.AppendResponseCookie(context, key, value, options);
        }

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
            cookies.DeleteCookie(context, key, options);
    }
}
