using System.Globalization;
using System.Net;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>A congress at T003 with its officer and its counting board, each of them somebody without a role.</summary>
internal sealed class Polling : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2020, 3, 3);

    private Polling(Site site, Visitor officer) => (Site, Officer) = (site, officer);

    private bool isOfDelegates;

    public Site Site { get; }
    public Visitor Officer { get; }
    public Visitor Head { get; private set; } = null!;
    public Visitor First { get; private set; } = null!;
    public Visitor Second { get; private set; } = null!;
    public Visitor Third { get; private set; } = null!;

    public static async Task<Polling> OpenAsync(TestDatabase database, string rules = "vn-2020")
    {
        var site = await Following.OpenAsync(database, Today, rules);
        var polling = new Polling(site, await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer));
        polling.Head = await polling.WithDutyAsync("truong-ban", "BoardHead");
        polling.First = await polling.WithDutyAsync("to-mot", "BoardGroupA");
        polling.Second = await polling.WithDutyAsync("to-hai", "BoardGroupB");
        polling.Third = await polling.WithDutyAsync("nguoi-ba", "BoardThird");
        return polling;
    }

    /// <summary>Signs somebody in who has one duty at the congress and nothing else.</summary>
    public async Task<Visitor> WithDutyAsync(string name, string duty)
    {
        var visitor = await Visitor.SignedInAsync(Site, name);
        await DoneAsync(GiveAsync(name, duty));
        return visitor;
    }

    public Task<HttpResponseMessage> GiveAsync(string name, string duty) =>
        Officer.SendAsync("/dai-hoi/C/T003/nhiem-vu", ("account", name), ("duty", duty));

    public Task<long> ArrangeAsync(string post, int seats, params string[] names) =>
        ArrangeOfAsync("Delegates", post, seats, names);

    /// <param name="kind">of the congress: its base and its deductions go by it</param>
    public async Task<long> ArrangeOfAsync(string kind, string post, int seats, params string[] names)
    {
        await MeetAsync(kind);
        using var arranged = await Officer.SendAsync(
            "/dai-hoi/C/T003/bau-cu",
            ("title", "Bầu cử"),
            ("post", post),
            ("seats", Text(seats)),
            ("kind", kind),
            ("again", "true")
        );
        var election = await IdAsync(arranged);
        foreach (var name in names)
            await DoneAsync(AddAsync(election, name));
        return election;
    }

    /// <summary>Records who meets: by itself the rule set has a congress of this size meet with all members.</summary>
    private async Task MeetAsync(string kind)
    {
        if (kind != "Delegates" || isOfDelegates)
            return;
        using var recorded = await Officer.SendAsync(
            "/dai-hoi/C/T003",
            ("status", "Preparing"),
            ("on", "01/02/2020"),
            ("kind", "delegates"),
            ("key", "")
        );
        isOfDelegates = true;
        Assert.True(recorded.StatusCode == HttpStatusCode.Redirect, await recorded.Content.ReadAsStringAsync());
    }

    /// <summary>Arranges the ballot that follows a signed one.</summary>
    public async Task<long> ContinueAsync(long election, params (string Name, string Value)[] fields)
    {
        using var begun = await FurtherAsync(election, fields);
        return await IdAsync(begun);
    }

    public Task<HttpResponseMessage> FurtherAsync(long election, params (string Name, string Value)[] fields) =>
        Officer.SendAsync($"/bau-cu/{election}", $"/bau-cu/{election}?handler=Further", fields);

    /// <summary>Sends one of the forms of the list.</summary>
    public Task<HttpResponseMessage> ListAsync(long election, string handler, params (string Name, string Value)[] fields) =>
        Officer.SendAsync($"/bau-cu/{election}", $"/bau-cu/{election}?handler={handler}", fields);

    /// <summary>Opens the box, enters one batch on tally sheets by both groups alike, and signs.</summary>
    /// <param name="sheet">valid, invalid, then votes in the order of the list</param>
    public async Task CountOnSheetsAsync(long election, string sheet)
    {
        await DoneAsync(OpenBoxAsync(election, 9, 9, "Sheets"));
        foreach (var group in new[] { First, Second })
        {
            await DoneAsync(TakeAsync(group, election, 1));
            await DoneAsync(TypeAsync(group, election, 1, 0, sheet));
            await DoneAsync(HandInAsync(group, election, 1));
        }
        await DoneAsync(SignAsync(election));
    }

    /// <summary>Begins the correction of a signed result whose one batch was counted on sheets, and reads the sheet anew.</summary>
    public async Task CorrectAsync(long election, string sheet)
    {
        await DoneAsync(
            Head.SendAsync($"/bau-cu/{election}/ket-qua", $"/bau-cu/{election}/ket-qua?handler=Correct", ("reason", "Đọc nhầm"))
        );
        await DecideAsync(election, sheet);
    }

    /// <summary>During a correction the third person reads the sheet anew, and the head decides so.</summary>
    public async Task DecideAsync(long election, string sheet)
    {
        (string, string)[] read = [("batch", "1"), ("number", "0"), ("marks", sheet)];
        await DoneAsync(AtTableAsync(Third, election, "Look", read));
        await DoneAsync(AtTableAsync(Head, election, "Decide", [.. read, ("reason", "")]));
    }

    private async Task VerifiedAsync(long election)
    {
        using var archive = await Head.GetAsync($"/bau-cu/{election}/ket-qua?handler=Archive");
        var verdict = ResultCheck.Of(await archive.Content.ReadAsByteArrayAsync());
        Assert.Equal((ResultFault.None, ""), (verdict.Fault, string.Join("; ", verdict.Flaws)));
    }

    /// <summary>The signed result as its page says it: the name, the votes and what became of it.</summary>
    public async Task<List<string>> OutcomesAsync(long election)
    {
        var page = await Officer.ReadAsync($"/bau-cu/{election}/ket-qua");
        return
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(
                    page,
                    "<th scope=\"row\" lang=\"vi\">([^<]*)</th><td class=\"number\">([0-9.]*)</td><td class=\"number\">[^<]*</td><td>([^<]*)</td>"
                )
                .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value}"),
        ];
    }

    private static async Task<long> IdAsync(HttpResponseMessage answer)
    {
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"{answer.StatusCode} {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}"
        );
        return long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    public Task<HttpResponseMessage> AddAsync(long election, string name, params (string Name, string Value)[] fields) =>
        Officer.SendAsync($"/bau-cu/{election}", [("name", name), .. fields]);

    /// <summary>Lists so many members by name; a congress of all members is recorded by it.</summary>
    public async Task ListMembersAsync(int number)
    {
        foreach (var at in Enumerable.Range(1, number))
            await DoneAsync(
                Officer.SendAsync(
                    "/dai-hoi/C/T003/dai-bieu",
                    ("name", $"Hội Viên {(char)('A' + at)}"),
                    ("kind", "Member"),
                    ("delegation", "T003")
                )
            );
    }

    public Task<HttpResponseMessage> CloseAsync(long election) =>
        Officer.SendAsync($"/bau-cu/{election}", $"/bau-cu/{election}?handler=Close", ("attending", "9"), ("votesFor", "9"));

    public Task<HttpResponseMessage> OpenBoxAsync(
        long election,
        int collected,
        int size,
        string method = "Ballots",
        params (string Name, string Value)[] more
    ) =>
        Head.SendAsync(
            $"/bau-cu/{election}/kiem-phieu",
            $"/bau-cu/{election}/kiem-phieu?handler=Box",
            [
                ("summoned", "10"),
                ("present", "9"),
                ("deducted[0]", "0"),
                ("deducted[1]", "1"),
                ("issued", "9"),
                ("collected", Text(collected)),
                ("size", Text(size)),
                ("method", method),
                ("boardless", "true"),
                .. more,
            ]
        );

    /// <summary>An election whose box is open: three seats, four names, nine ballots in batches of five and four.</summary>
    public async Task<long> CountedAsync()
    {
        var election = await ArrangeAsync("Committee", 3, "Trần Thị Bình", "Nguyễn Văn An", "Phạm Thị Dung", "Lê Văn Chính");
        await DoneAsync(CloseAsync(election));
        await DoneAsync(OpenBoxAsync(election, 9, 5));
        return election;
    }

    public static string PathOf(long election, int batch, Visitor group, Polling polling) =>
        $"/bau-cu/{election}/tap/{batch}/{(group == polling.First ? 1 : 2)}";

    public Task<HttpResponseMessage> TakeAsync(Visitor group, long election, int batch)
    {
        var path = PathOf(election, batch, group, this);
        return group.SendAsync(path, path + "?handler=Take");
    }

    public Task<HttpResponseMessage> TypeAsync(Visitor group, long election, int batch, int number, string marks) =>
        group.SendAsync(PathOf(election, batch, group, this), ("number", Text(number)), ("marks", marks));

    public Task<HttpResponseMessage> HandInAsync(Visitor group, long election, int batch)
    {
        var path = PathOf(election, batch, group, this);
        return group.SendAsync(path, path + "?handler=HandIn");
    }

    /// <summary>Takes, types and hands in a batch.</summary>
    public async Task EnterAsync(Visitor group, long election, int batch, params string[] ballots)
    {
        await DoneAsync(TakeAsync(group, election, batch));
        for (var i = 0; i < ballots.Length; i++)
            await DoneAsync(TypeAsync(group, election, batch, i + 1, ballots[i]));
        await DoneAsync(HandInAsync(group, election, batch));
    }

    public static Task<HttpResponseMessage> AtTableAsync(
        Visitor person,
        long election,
        string handler,
        params (string Name, string Value)[] fields
    ) => person.SendAsync($"/bau-cu/{election}/kiem-phieu", $"/bau-cu/{election}/kiem-phieu?handler={handler}", fields);

    /// <summary>Signs; what is signed passes every check of a file, however it came about.</summary>
    public async Task<HttpResponseMessage> SignAsync(long election)
    {
        var answer = await AtTableAsync(Head, election, "Sign");
        if (answer.StatusCode == HttpStatusCode.Redirect)
            await VerifiedAsync(election);
        return answer;
    }

    public static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"{answer.StatusCode} {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}"
        );
    }

    /// <summary>What a page that refuses something says.</summary>
    public static async Task<string> RefusedAsync(HttpStatusCode status, Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {page}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { Officer, Head, First, Second, Third })
            visitor.Dispose();
        await Site.DisposeAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
