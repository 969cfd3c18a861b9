using System.Net;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>How many delegates each organisation sends: divided by the rules, adjusted with reasons, decided.</summary>
public abstract class AllocationTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AllocationTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : AllocationTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Delegates_are_divided_by_the_rules_adjusted_with_reasons_and_sent_down()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Assembled.Plan));
        // 2 + 4,1 → 4 and 2 + 5,9 → 6; one of T003 is a delegate by office.
        var table = await assembled.Officer.ReadAsync($"{Assembled.District}/phan-bo");
        Assert.Matches(
            "Tổ chức 3</a></th><td class=\"number\">410</td><td class=\"number\">6</td><td class=\"number\">6</td>",
            table
        );
        Assert.Matches(
            "Tổ chức 4</a></th><td class=\"number\">590</td><td class=\"number\">8</td><td class=\"number\">8</td>",
            table
        );

        Assert.Contains(
            "phải ghi lý do",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync("phan-bo", "Adjust", ("below", "T003"), ("elected", "7"), ("alternates", "2"))
            ),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(
            assembled.SendAsync(
                "phan-bo",
                "Adjust",
                ("below", "T003"),
                ("elected", "7"),
                ("alternates", "2"),
                ("reason", "Đơn vị trọng điểm")
            )
        );
        // Below nobody sees a proposal.
        using var below = await Following.SignedInAsync(assembled.Site, "co-so", "T003", Role.Officer);
        Assert.DoesNotContain(
            "Đại hội cấp trên phân bổ",
            await below.ReadAsync("/dai-hoi/C/T003/dai-bieu"),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        var places = WebUtility.HtmlDecode(await below.ReadAsync("/dai-hoi/C/T003/dai-bieu"));
        Assert.Contains("Đại hội cấp trên phân bổ 7 đại biểu chính thức, 2 dự khuyết", places, StringComparison.Ordinal);
        // The list above is nothing that he may read, so nothing leads there; who may is led.
        Assert.DoesNotContain($"href=\"{Assembled.District}/dai-bieu\"", places, StringComparison.Ordinal);
        Assert.Contains(
            $"href=\"{Assembled.District}/dai-bieu\" lang=\"vi\"",
            await assembled.Officer.ReadAsync("/dai-hoi/C/T003/dai-bieu"),
            StringComparison.Ordinal
        );
        await Assembled.RefusedAsync(HttpStatusCode.Conflict, assembled.SendAsync("phan-bo", "Propose", Assembled.Plan));
        // Who may not read the congress above is led to no page that he would not find; who may is.
        const string Link = "<a href=\"/dai-hoi/C/T002/dai-bieu\" lang=\"vi\">";
        Assert.DoesNotContain(Link, await below.ReadAsync("/dai-hoi/C/T003/dai-bieu"), StringComparison.Ordinal);
        Assert.Contains(Link, await assembled.Officer.ReadAsync("/dai-hoi/C/T003/dai-bieu"), StringComparison.Ordinal);
        // Who works below decides nothing above, and does not find it.
        using var refused = await below.GetAsync($"{Assembled.District}/phan-bo");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task What_was_adjusted_is_lost_by_nobodys_slip_and_a_decision_keeps_to_its_limit()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Assembled.Plan));
        Task<HttpResponseMessage> AdjustAsync(string elected, string alternates, string reason) =>
            assembled.SendAsync(
                "phan-bo",
                "Adjust",
                ("below", "T003"),
                ("elected", elected),
                ("alternates", alternates),
                ("reason", reason)
            );
        await Assembled.DoneAsync(AdjustAsync("7", "2", "Đơn vị trọng điểm"));
        // Nothing typed leaves the reason and the alternates as they are.
        await Assembled.DoneAsync(AdjustAsync("7", "3", ""));
        await Assembled.DoneAsync(AdjustAsync("7", "", ""));
        Assert.Matches(
            "Tổ chức 3</a></th><td class=\"number\">410</td><td class=\"number\">6</td><td class=\"number\">7</td><td class=\"number\">3</td>.*Đơn vị trọng điểm",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/phan-bo"))
        );
        Assert.Contains(
            "Đã điều chỉnh 1 đơn vị",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync("phan-bo", "Propose", Assembled.Plan)
            ),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", [.. Assembled.Plan, ("anew", "true")]));
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, AdjustAsync("6", "1", ""));
        Assert.Contains(
            "không quá 300 đại biểu",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, AdjustAsync("800", "", "Đông đảng viên")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(AdjustAsync("8", "1", "Công văn bổ sung số 20-CV/HU"));
    }

    [Fact]
    public async Task A_place_for_somebody_appointed_that_nobody_has_says_why()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Assembled.Plan));
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("Chỉ định: 1 chỗ trống, lý do", page, StringComparison.Ordinal);
        var own = (await assembled.Site.Service<OrganisationTree>().FindAsync("T002", CancellationToken.None))!.Id;
        await Assembled.DoneAsync(
            assembled.SendAsync("tham-tra", "Explain", ("delegation", $"{own}"), ("reason", "Cấp trên chưa chỉ định"))
        );
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("value=\"Cấp trên chưa chỉ định\"", page, StringComparison.Ordinal);
        // Whoever is appointed fills it.
        await Assembled.DoneAsync(assembled.ListAsync("Hoàng Văn Giang", "Appointed"));
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.DoesNotContain("Chỉ định: 1 chỗ trống", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_by_his_office_fills_no_place_of_those_elected()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Assembled.Plan));
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        async Task<string> PageAsync(string name) =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/{name}"));
        async Task<string> DelegationAsync() =>
            (await PageAsync("dai-bieu"))
                .Split("<section")
                .Single(part => part.Contains("Tổ chức 3</h2>", StringComparison.Ordinal));
        var below = (await assembled.Site.Service<OrganisationTree>().FindAsync("T003", CancellationToken.None))!.Id;
        await assembled.ElectedAsync([
            .. new[] { "An", "Bình", "Chính", "Dung", "Em" }.Select((name, i) => ($"Nguyễn Văn {name}", 80 - i, false)),
        ]);
        foreach (var name in (string[])["Phạm Văn Giang", "Phạm Thị Hà"])
            await Assembled.DoneAsync(assembled.ListAsync(name, "ExOfficio", ("delegation", "T003")));
        var page = await DelegationAsync();
        Assert.Contains(
            "Được bầu: phân bổ 6, có tên 5; đương nhiên: phân bổ 1, có tên 2; dự khuyết 0",
            page,
            StringComparison.Ordinal
        );
        foreach (var words in (string[])["Còn trống 1 chỗ được bầu", "Thừa 1 đương nhiên", "1 chỗ để trống: chưa ghi lý do"])
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("Tổ chức 3: 1 chỗ trống, lý do", await PageAsync("tham-tra"), StringComparison.Ordinal);
        await Assembled.DoneAsync(
            assembled.SendAsync("tham-tra", "Explain", ("delegation", $"{below}"), ("reason", "Bầu chưa đủ"))
        );
        Assert.Contains("1 chỗ để trống: Bầu chưa đủ", await DelegationAsync(), StringComparison.Ordinal);
        // Elected after all; then another leaves, and his place has his reason and not that of the one before.
        await assembled.ElectedAsync(("Nguyễn Văn Phú", 60, false));
        Assert.DoesNotContain("để trống", await DelegationAsync(), StringComparison.Ordinal);
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(
            assembled.SendAsync("dai-bieu", "End", ("id", $"{numbers["Nguyễn Văn An"]}"), ("reason", "Từ trần"))
        );
        page = await DelegationAsync();
        Assert.Contains("Chỗ của Nguyễn Văn An để trống: Từ trần", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bầu chưa đủ", page, StringComparison.Ordinal);
        page = await PageAsync("tham-tra");
        Assert.Contains("Tổ chức 3: Chỗ của Nguyễn Văn An để trống: Từ trần", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tổ chức 3: 1 chỗ trống, lý do", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_delegates_than_the_directive_allows_cannot_be_decided()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(
            assembled.SendAsync(
                "phan-bo",
                "Propose",
                [.. Assembled.Plan.Select(field => field.Item1 == "seats" ? ("seats", "400") : field)]
            )
        );
        Assert.Contains(
            "không quá 300 đại biểu",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU"))
            ),
            StringComparison.Ordinal
        );
    }
}
