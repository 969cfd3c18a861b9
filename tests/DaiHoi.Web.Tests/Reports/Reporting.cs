using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>A small country whose organisations report: a template of the centre, and one period of it.</summary>
internal sealed partial class Reporting : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2020, 3, 3);

    private int people;

    private Reporting(Site site, Visitor centre) => (Site, Centre) = (site, centre);

    public Site Site { get; }

    /// <summary>A checker of the centre: it set the template.</summary>
    public Visitor Centre { get; }
    public long Template { get; private set; }
    public long Period { get; private set; }

    public static async Task<Reporting> OpenAsync(TestDatabase database)
    {
        var site = await Following.OpenAsync(database, Today);
        var reporting = new Reporting(site, await Following.SignedInAsync(site, "trung-uong", "T000", Role.Checker));
        using var made = await reporting.Centre.SendAsync(
            "/bao-cao/mau/C/T000",
            ("name", "Báo cáo kết quả tổ chức đại hội"),
            ("cadence", "AdHoc")
        );
        reporting.Template = NumberIn(made.Headers.Location);
        reporting.Period = await reporting.OpenPeriodAsync("2 tháng đầu năm 2020", "01/01/2020", "02/03/2020");
        return reporting;
    }

    /// <summary>Grassroots are due three days after the cut-off, districts five, provinces seven.</summary>
    public async Task<long> OpenPeriodAsync(string name, string from, string until)
    {
        var cutOff = DateOnly.ParseExact(until, "dd/MM/yyyy", CultureInfo.InvariantCulture);
        using var opened = await Centre.SendAsync(
            $"/bao-cao/noi-dung-mau/{Template}/T000?handler=Open",
            ("period.Name", name),
            ("period.From", from),
            ("period.Until", until),
            ("period.Due[3]", Day(cutOff.AddDays(3))),
            ("period.Due[2]", Day(cutOff.AddDays(5))),
            ("period.Due[1]", Day(cutOff.AddDays(7)))
        );
        Assert.True(opened.Headers.Location is not null, await opened.Content.ReadAsStringAsync());
        return NumberIn(opened.Headers.Location);
    }

    /// <summary>Signs an officer of an organisation in: each time another person.</summary>
    public Task<Visitor> OfficerAsync(string organisation) =>
        Following.SignedInAsync(Site, $"can-bo-{++people}", organisation, Role.Officer);

    /// <inheritdoc cref="OfficerAsync"/>
    public Task<Visitor> CheckerAsync(string organisation) =>
        Following.SignedInAsync(Site, $"kiem-duyet-{++people}", organisation, Role.Checker);

    /// <summary>Begins the report of an organisation.</summary>
    /// <returns>its id</returns>
    public async Task<long> BeginAsync(Visitor officer, string organisation)
    {
        using var begun = await officer.SendAsync($"/bao-cao/ky/{Period}/{organisation}");
        return NumberIn(begun.Headers.Location);
    }

    /// <summary>Writes the same words into every section of words, each with its title before it.</summary>
    public static async Task WriteAsync(Visitor officer, long report, string words)
    {
        foreach (var part in await EmptyPartsAsync(officer, report))
            await WriteAsync(officer, report, part, words);
    }

    /// <summary>Adds a passage to a section.</summary>
    /// <returns>the passage with its version</returns>
    public static async Task<(long Id, int Version)> WriteAsync(Visitor officer, long report, long part, string words)
    {
        using var added = await officer.SendAsync(
            $"/bao-cao/{report}?handler=Add",
            ("part", part.ToString(CultureInfo.InvariantCulture))
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var passage = (await PassagesAsync(officer, report)).Last(one => one.Part == part);
        using var saved = await SaveAsync(officer, report, passage.Id, passage.Version, words);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        return (passage.Id, passage.Version + 1);
    }

    public static Task<HttpResponseMessage> SaveAsync(Visitor officer, long report, long passage, int version, string words) =>
        officer.SendAsync(
            $"/bao-cao/{report}?handler=Save",
            ("passage", passage.ToString(CultureInfo.InvariantCulture)),
            ("version", version.ToString(CultureInfo.InvariantCulture)),
            ("text", words)
        );

    /// <summary>The sections of words into which one may write, in their order.</summary>
    public static async Task<List<long>> EmptyPartsAsync(Visitor officer, long report) =>
        [.. PartField().Matches(await officer.ReadAsync($"/bao-cao/{report}")).Select(match => NumberOf(match))];

    public static async Task<List<(long Part, long Id, int Version)>> PassagesAsync(Visitor officer, long report) =>
        [
            .. PassageFields()
                .Matches(await officer.ReadAsync($"/bao-cao/{report}"))
                .Select(match =>
                    (
                        NumberOf(match),
                        long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture),
                        int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture)
                    )
                ),
        ];

    /// <summary>Sends a report up or decides about it, as the page that the person has before him says.</summary>
    public static async Task<HttpResponseMessage> ActAsync(
        Visitor person,
        long report,
        string handler,
        params (string Name, string Value)[] fields
    )
    {
        var page = await person.ReadAsync($"/bao-cao/{report}");
        var version = VersionField().Match(page);
        return await person.SendAsync(
            $"/bao-cao/{report}?handler={handler}",
            [("version", version.Success ? version.Groups[1].Value : "1"), .. fields]
        );
    }

    /// <summary>Writes, sends up and accepts the report of an organisation.</summary>
    public async Task<long> AcceptedAsync(string organisation, string above, string words)
    {
        using var officer = await OfficerAsync(organisation);
        using var checker = await CheckerAsync(above);
        var report = await BeginAsync(officer, organisation);
        await WriteAsync(officer, report, words);
        using (var sent = await ActAsync(officer, report, "Send"))
            Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        using var accepted = await ActAsync(checker, report, "Accept");
        Assert.True(accepted.StatusCode == HttpStatusCode.Redirect, await accepted.Content.ReadAsStringAsync());
        return report;
    }

    public static long NumberIn(Uri? address) =>
        long.Parse(
            address!.ToString().Split('/', '#').First(part => part.Length > 0 && part.All(char.IsAsciiDigit)),
            CultureInfo.InvariantCulture
        );

    public async ValueTask DisposeAsync()
    {
        Centre.Dispose();
        await Site.DisposeAsync();
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static long NumberOf(Match match) => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"part\" value=\"(\\d+)\"")]
    private static partial Regex PartField();

    [GeneratedRegex(
        "action=\"[^\"]*handler=Save#part-(\\d+)\"[^>]*>\\s*<input type=\"hidden\" name=\"passage\" value=\"(\\d+)\"><input type=\"hidden\" name=\"version\" value=\"(\\d+)\">"
    )]
    private static partial Regex PassageFields();

    [GeneratedRegex(
        "(?:handler=Send\"[^>]*|class=\"report-decision\")>\\s*<input type=\"hidden\" name=\"version\" value=\"(\\d+)\""
    )]
    private static partial Regex VersionField();
}
