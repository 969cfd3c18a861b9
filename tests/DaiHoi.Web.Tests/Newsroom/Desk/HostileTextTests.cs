using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Hostile;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

/// <summary>Whatever somebody writes into an article at the desk comes out as text, there and before the readers.</summary>
public sealed class HostileTextTests(SqliteTestDatabase database) : DatabaseTests(database), IClassFixture<SqliteTestDatabase>
{
    // What the editor takes the fields of a photo and of a reference from; nothing of an article stands in it.
    private static readonly string[] Templates = ["<template data-photo-fields>", "<template data-reference-fields>"];

    [Fact]
    public async Task Hostile_texts_in_every_field_of_an_article_come_out_harmless_at_the_desk()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await ArticleDeskTests.NewsroomAsync(site);
        using var reader = await Visitor.SignedInAsync(site, "thuha", Role.Editor, Role.Publisher);
        foreach (var text in HostileTexts.All)
        {
            var (id, slug) = await PublishAsync(site, writer, editor, publisher, text);
            foreach (var page in (string[])[$"/bai-viet/{slug}-{id}", $"/ban-bien-tap/bai/{id}"])
                await CheckAsync(reader, page);
            if (id % 10 != 0)
                continue;
            foreach (var page in (string[])["/sua", "/phien-ban"])
                await CheckAsync(reader, $"/ban-bien-tap/bai/{id}{page}");
        }
        foreach (var page in (string[])["/ban-bien-tap?xem=tat-ca", "/ban-bien-tap?q=%3Cscript%3Ealert(1)%3C/script%3E"])
            await CheckAsync(reader, page);
    }

    private static async Task<(long Id, string Slug)> PublishAsync(
        Site site,
        DeskHand writer,
        DeskHand editor,
        DeskHand publisher,
        string text
    )
    {
        var line = Cut(ArticleForm.LineOf(text), 300);
        if (line.Length == 0)
            line = "-";
        var id = await writer.BeginAsync(line);
        var body = WrittenBody.OfHtml(
            $"<p>thân</p>{text}<h2>{text}</h2><figure data-picture=\"0\"><figcaption>y</figcaption></figure>"
        );
        var photos = body.Photos.Select(_ => new EditedPhoto(null, line, line, line)).ToList();
        var edit = new ArticleEdit(
            new(line, Cut(line, 60), line, body.Html),
            photos,
            line,
            await DeskHand.CategoryAsync(site),
            [Cut(line, 100)],
            [Cut(line, 100)],
            null,
            []
        );
        await DoneAsync(writer.SaveAsync(id, edit));
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted, line));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved, line));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Published, line));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Corrected, line));
        return (id, Slug.Of(line));
    }

    private static async Task CheckAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        var html = await answer.Content.ReadAsStringAsync(Stop);
        foreach (var own in Templates)
        {
            var at = html.IndexOf(own, StringComparison.Ordinal);
            if (at >= 0)
                html = html[..at] + html[(html.IndexOf("</template>", at, StringComparison.Ordinal) + "</template>".Length)..];
        }
        Assert.Equal((path, ""), (path, string.Join('\n', HarmlessPage.Problems(html))));
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most].TrimEnd();

    private static async Task DoneAsync(Task<DeskAnswer> asked) => Assert.Equal(DeskAnswer.Done, await asked);
}
