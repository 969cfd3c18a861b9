using System.Globalization;
using System.Net;
using System.Text;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Citing;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Reports;

/// <summary>A report that the level above has accepted.</summary>
/// <param name="Title">"Báo cáo kết quả tổ chức đại hội, 2 tháng đầu năm 2020"</param>
/// <param name="At">when it was accepted, in UTC</param>
public sealed record AcceptedReport(long Id, string Title, string Organisation, DateTime At);

/// <summary>What an article begins with that is written from a report.</summary>
/// <param name="Lead">plain text</param>
/// <param name="BodyHtml">paragraphs, lists, tables; each number is a link to its proof</param>
public sealed record ReportAsArticle(string Title, string Lead, string BodyHtml);

/// <summary>Accepted reports, for rooms that go on working with them.</summary>
public sealed class AcceptedReports
{
    private static readonly Texts T = Texts.Vietnamese;

    private readonly DatabaseFactory databases;
    private readonly CampaignPlaces places;
    private readonly Sql sql;

    internal AcceptedReports(DatabaseFactory databases, CampaignPlaces places, Sql sql) =>
        (this.databases, this.places, this.sql) = (databases, places, sql);

    /// <summary>The newest accepted reports of organisations on which, or above which, one of these roles was granted.</summary>
    public async Task<IReadOnlyList<AcceptedReport>> ListAsync(
        Person person,
        IReadOnlyList<Role> roles,
        int most,
        CancellationToken stop
    )
    {
        var paths = person.Grants.Where(grant => roles.Contains(grant.Role)).Select(grant => grant.Path).Distinct().ToList();
        if (paths.Count == 0)
            return [];
        var within = string.Join(
            " or ",
            paths.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"o.path like @p{i}"))
        );
        return await sql.ListAsync(
            $"""
            select r.id, t.name, p.name, o.name, r.decided_at
            from report r
            join organisation o on o.id = r.organisation_id
            join report_period p on p.id = r.period_id
            join report_template t on t.id = p.template_id
            where r.state = 'Accepted' and ({within})
            order by r.decided_at desc, r.id desc limit {most}
            """,
            row => new AcceptedReport(row.GetInt64(0), $"{row.GetString(1)}, {row.GetString(2)}", row.GetString(3), row.Utc(4)),
            stop,
            [.. paths.Select((path, i) => (string.Create(CultureInfo.InvariantCulture, $"p{i}"), (object?)(path + "%")))]
        );
    }

    /// <summary>An accepted report as the beginning of an article.</summary>
    /// <returns>null where there is none, or the person has none of the roles there</returns>
    public async Task<ReportAsArticle?> AsArticleAsync(long id, Person person, IReadOnlyList<Role> roles, CancellationToken stop)
    {
        await using var database = databases.Create();
        if (
            await ReportFile.ReadAsync(database, places, id, stop) is not { Report.State: ReportState.Accepted } file
            || !roles.Any(role => person.Is(file.Place.Path, role))
        )
            return null;
        var body = new StringBuilder();
        foreach (var part in file.Parts)
        {
            var said = new StringBuilder();
            if (part.Part.Kind == SectionKind.Text)
                foreach (var passage in part.Passages)
                    AppendWords(said, passage.Text);
            else if (part.Part.Data is { } kept)
                AppendData(said, PartData.Of(kept));
            // A heading with nothing below it is none.
            if (said.Length > 0)
                body.Append("<h2>").Append(Encode(part.Part.Title)).Append("</h2>").Append(said);
        }
        var lead = file.Parts.SelectMany(part => part.Passages).FirstOrDefault(passage => passage.Text.Length > 0)?.Text ?? "";
        return new($"{file.Place.Name}: {file.Template.Name}, {file.Period.Name}", FirstOf(lead), body.ToString());
    }

    private static void AppendWords(StringBuilder body, string text)
    {
        foreach (var paragraph in ReportText.Parse(text))
        {
            if (paragraph.IsList)
            {
                body.Append("<ul>");
                foreach (var item in paragraph.Lines)
                    body.Append("<li>").Append(Encode(item)).Append("</li>");
                body.Append("</ul>");
            }
            else
                body.Append("<p>").AppendJoin(' ', paragraph.Lines.Select(Encode)).Append("</p>");
        }
    }

    private static void AppendData(StringBuilder body, PartData data)
    {
        if (data.Figures.Count > 0)
        {
            body.Append("<ul>");
            foreach (var line in data.Figures)
            {
                var number = Formats.Number(line.Value);
                body.Append("<li>").Append(Encode(FigureWords.NameOf(line.Name, T))).Append(": ");
                body.Append(line.Citation is { } key ? $"<a href=\"{FigureCitations.PathOf(key)}\">{number}</a>" : number);
                if (line is { Denominator: { } whole, Share: { } share })
                    body.Append(Encode(T["report-of-whole", Formats.Number(whole), FigureWords.Percent(share, T)]));
                body.Append("</li>");
            }
            body.Append("</ul>");
        }
        if (data.Below.Count > 0)
        {
            body.Append("<table><thead><tr><th>").Append(Encode(T["report-organisation"])).Append("</th>");
            foreach (var name in data.Columns)
                body.Append("<th>").Append(Encode(FigureWords.NameOf(name, T))).Append("</th>");
            body.Append("</tr></thead><tbody>");
            foreach (var line in data.Below)
            {
                body.Append("<tr><td>").Append(Encode(line.Name)).Append("</td>");
                foreach (var figure in line.Figures)
                    body.Append("<td>").Append(Formats.Number(figure.Value)).Append("</td>");
                body.Append("</tr>");
            }
            body.Append("</tbody></table>");
        }
        if (data.Tasks.Any(task => task.DoneOn is null))
        {
            body.Append("<ul>");
            foreach (var task in data.Tasks.Where(task => task.DoneOn is null))
                body.Append("<li>").Append(Encode(SentenceOf(task))).Append("</li>");
            body.Append("</ul>");
        }
        if (data.Difficulties.Count > 0)
        {
            body.Append("<ul>");
            foreach (var line in data.Difficulties)
                body.Append("<li>")
                    .Append(Encode(T["report-difficulty-met", line.Text.TrimEnd('.'), Formats.Number(line.Congresses)]))
                    .Append("</li>");
            body.Append("</ul>");
        }
        if (data.Course.Count > 0)
        {
            var last = data.Course[^1];
            body.Append("<p>")
                .Append(
                    Encode(T["report-course-title", Formats.Day(last.Day), Formats.Number(last.Held), Formats.Number(last.Due)])
                )
                .Append("</p>");
        }
    }

    // "Kiểm tra các đơn vị chưa tổ chức (Ban Tổ chức, hạn 12/03/2020)"
    private static string SentenceOf(TaskLine task)
    {
        var about = new[] { task.Owner, task.DueOn is { } due ? T["report-task-until", Formats.Day(due)] : null }
            .OfType<string>()
            .ToList();
        return about.Count == 0 ? task.Text : $"{task.Text} ({string.Join(", ", about)})";
    }

    private static string FirstOf(string text)
    {
        var first = ReportText.Parse(text);
        return first.Count == 0 ? "" : string.Join(' ', first[0].Lines);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
