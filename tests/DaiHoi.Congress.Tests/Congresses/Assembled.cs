using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>A district T002 that summons its congress, with two grassroots organisations below it: T003 and T004.</summary>
internal sealed partial class Assembled : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2020, 3, 3);
    public const string District = "/dai-hoi/C/T002";

    /// <summary>An allocation as it is proposed: the form of the page.</summary>
    public static readonly (string Name, string Value)[] Plan =
    [
        ("perOrganisation", "2"),
        ("byMembers", "LargestRemainder"),
        ("seats", "10"),
        ("appointed", "1"),
        ("limit", "district"),
        ("Rows[0].Code", "T003"),
        ("Rows[0].Members", "410"),
        ("Rows[0].ExOfficio", "1"),
        ("Rows[1].Code", "T004"),
        ("Rows[1].Members", "590"),
    ];

    private Assembled(Site site, Visitor officer) => (Site, Officer) = (site, officer);

    public Site Site { get; }

    /// <summary>Of the district, and so of everything below it.</summary>
    public Visitor Officer { get; }

    public static Task<Assembled> OpenAsync(TestDatabase database) => OpenAsync(database, Today, "vn-2020");

    public static async Task<Assembled> OpenAsync(TestDatabase database, DateOnly today, string rules)
    {
        var site = await Following.OpenAsync(database, today, rules);
        return new(site, await Following.SignedInAsync(site, "can-bo", "T002", Role.Officer));
    }

    /// <summary>The same district on a site that another hand has opened.</summary>
    public static async Task<Assembled> OnAsync(Site site) =>
        new(site, await Following.SignedInAsync(site, "huyen", "T002", Role.Officer));

    /// <summary>Signs somebody in who has one duty at the district's congress and nothing else.</summary>
    public async Task<Visitor> WithDutyAsync(string name, string duty)
    {
        var visitor = await Visitor.SignedInAsync(Site, name);
        await DoneAsync(Officer.SendAsync($"{District}/nhiem-vu", ("account", name), ("duty", duty)));
        return visitor;
    }

    public Task<HttpResponseMessage> SendAsync(string page, string handler, params (string Name, string Value)[] fields) =>
        Officer.SendAsync($"{District}/{page}", $"{District}/{page}?handler={handler}", fields);

    public Task<HttpResponseMessage> ListAsync(string name, string kind, params (string Name, string Value)[] fields) =>
        Officer.SendAsync($"{District}/dai-bieu", [("name", name), ("kind", kind), .. fields]);

    /// <summary>Lists delegates of T003 by name, elected, each with so many votes.</summary>
    public async Task ElectedAsync(params (string Name, int Votes, bool IsAlternate)[] delegates)
    {
        foreach (var (name, votes, alternate) in delegates)
            await DoneAsync(
                ListAsync(
                    name,
                    "Elected",
                    ("delegation", "T003"),
                    ("votes", Text(votes)),
                    ("alternate", alternate ? "true" : "false")
                )
            );
    }

    /// <summary>A session of today, from midnight to midnight; its number.</summary>
    public async Task<long> SessionAsync(
        string starts = "0:01",
        string ends = "23:50",
        string name = "Phiên thứ nhất",
        bool preparatory = false
    )
    {
        await DoneAsync(TrySessionAsync(starts, ends, name, preparatory: preparatory));
        var page = await Officer.ReadAsync($"{District}/chuong-trinh");
        return long.Parse(SessionLink().Matches(page)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public Task<HttpResponseMessage> TrySessionAsync(
        string starts,
        string ends,
        string name,
        string on = "3/3/2020",
        bool preparatory = false
    ) =>
        SendAsync(
            "chuong-trinh",
            "Session",
            ("name", name),
            ("on", on),
            ("starts", starts),
            ("ends", ends),
            ("preparatory", preparatory ? "true" : "false")
        );

    /// <summary>Numbers of those on the list, by name, as the door has them.</summary>
    public async Task<Dictionary<string, long>> NumbersAsync(long session)
    {
        var list = await Officer.ReadAsync($"{District}/diem-danh?phien={session}&handler=List");
        return DoorLine()
            .Matches(Regex.Unescape(list))
            .ToDictionary(
                line => line.Groups[2].Value,
                line => long.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );
    }

    public Task<HttpResponseMessage> MarkAsync(
        Visitor door,
        long session,
        long who,
        string mark,
        string key,
        params (string Name, string Value)[] fields
    ) =>
        door.SendAsync(
            $"{District}/diem-danh?phien={session}",
            $"{District}/diem-danh?phien={session}&handler=Mark",
            [("id", who.ToString(CultureInfo.InvariantCulture)), ("mark", mark), ("key", key), .. fields]
        );

    public static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"{answer.StatusCode} {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}"
        );
    }

    public static async Task<string> RefusedAsync(HttpStatusCode status, Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {page}");
        return page;
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Officer.Dispose();
        await Site.DisposeAsync();
    }

    [GeneratedRegex("\\?phien=([0-9]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SessionLink();

    [GeneratedRegex("\"id\":([0-9]+),\"name\":\"([^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DoorLine();
}
