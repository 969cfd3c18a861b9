using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Web.Tests.Builders;

/// <summary>Somebody at the desk, with a browser that keeps cookies and sends forms with their tokens.</summary>
internal sealed partial class Visitor : IDisposable
{
    public const string Password = "mot cau dai de nho 47";

    public const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient browser;

    public Visitor(Site site)
        : this(site.Address) { }

    public Visitor(Uri address)
    {
        Address = address;
        browser = new(
            new Cookies
            {
                InnerHandler = new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseProxy = false,
                    UseCookies = false,
                },
            }
        );
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(Site.Browser);
    }

    /// <summary>Where the site is; a program that is started again answers elsewhere, and knows the cookies.</summary>
    public Uri Address { get; set; }

    /// <summary>Opens an account with the usual password and roles at the top.</summary>
    public static async Task<Account> OpenAccountAsync(Site site, string name, params Role[] roles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var (account, result) = await register.OpenAsync(
            Actor.Program,
            name,
            "Người " + name,
            $"{name}@example.vn",
            Password,
            CancellationToken.None
        );
        Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(error => error.Code)));
        var root = await site.Service<OrganisationTree>().RootAsync(CancellationToken.None);
        foreach (var role in roles)
            await register.GrantAsync(Actor.Program, account!, role, root.Id, CancellationToken.None);
        return account!;
    }

    /// <summary>Somebody who has opened an account and signed in.</summary>
    public static async Task<Visitor> SignedInAsync(Site site, string name, params Role[] roles)
    {
        await OpenAccountAsync(site, name, roles);
        var visitor = new Visitor(site);
        using var answer = await visitor.SignInAsync(name, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>As if from an address elsewhere; the site must know the proxy at this one.</summary>
    public Visitor From(string address)
    {
        browser.DefaultRequestHeaders.Remove("X-Forwarded-For");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return this;
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string? back = null) =>
        SendAsync(
            "/dang-nhap" + (back is null ? "" : "?ve=" + Uri.EscapeDataString(back)),
            ("name", name),
            ("password", password),
            ("ve", back ?? "")
        );

    public Task<HttpResponseMessage> SignOutAsync() => SendAsync("/tai-khoan", "/dang-xuat");

    public Task<HttpResponseMessage> GetAsync(string path) => browser.GetAsync(At(path));

    /// <summary>An answer that goes on: read as it comes.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path) =>
        browser.GetAsync(At(path), HttpCompletionOption.ResponseHeadersRead);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await browser.GetAsync(At(path));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form to a page, with the token that the page gave.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(path.Split("?handler=")[0], path, fields);

    /// <summary>Sends a form to one page with the token of another.</summary>
    public async Task<HttpResponseMessage> SendAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(from);
        return await browser.PostAsync(
            At(to),
            new FormUrlEncodedContent([
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
                KeyValuePair.Create(TokenField, token),
            ])
        );
    }

    /// <summary>Sends a file under the name <c>file</c>, with the token of a page.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string from, string to, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(from)), TokenField },
            { new ByteArrayContent(bytes), "file", name },
        };
        return await browser.PostAsync(At(to), form);
    }

    /// <summary>Sends a form with files under the name <c>file</c>, with the token of its own page.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string path,
        (string Name, string Value)[] fields,
        params (string Name, byte[] Bytes)[] files
    )
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(path)), TokenField } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "file", name);
        return await browser.PostAsync(At(path), form);
    }

    public Task<HttpResponseMessage> SendWithoutTokenAsync(string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(
            At(path),
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );

    /// <summary>The token for forms that a page gives.</summary>
    public async Task<string> TokenAsync(string page) =>
        Token().Match(await browser.GetStringAsync(At(page))).Groups["token"].Value;

    public void Dispose() => browser.Dispose();

    private Uri At(string path) => new(Address, path);

    /// <summary>
    /// Keeps what the site sets, whatever the date says: the site's clock is the test's. A browser has several answers on
    /// their way at once.
    /// </summary>
    private sealed class Cookies : DelegatingHandler
    {
        private readonly ConcurrentDictionary<string, string> kept = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (!kept.IsEmpty)
                request.Headers.Add("Cookie", string.Join("; ", kept.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var sets) ? sets : [])
            {
                var pair = set.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                    kept.TryRemove(pair[0], out _);
                else
                    kept[pair[0]] = pair[1];
            }
            return answer;
        }
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
