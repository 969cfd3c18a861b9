using System.Text;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// What has been found of a page so far. Blocks of the body come in their order, with the portal's own words still among
/// them; <see cref="Finish"/> takes those out and puts the article together.
/// </summary>
internal sealed class PageParts
{
    public string? Title { get; set; }
    public DateTime? Date { get; set; }
    public long? Views { get; set; }
    public string? CanonicalAddress { get; set; }
    public string? PrintAddress { get; set; }
    public string? Category { get; set; }
    public List<string> Authors { get; } = [];
    public List<string> Tags { get; } = [];
    public string? Source { get; set; }
    public List<RecognisedLink>? Links { get; set; }
    public RecognisedStatistics? Statistics { get; set; }
    public List<Block> Blocks { get; set; } = [];

    public Recognition Finish(TextReading reading)
    {
        if (string.IsNullOrEmpty(Title))
            return Recognition.Refused(PageRefusal.NoTitle);
        var body = Body();
        var leadAt = body.FindIndex(block => block.Kind == BlockKind.Paragraph);
        if (!body.Exists(block => block.Kind is not (BlockKind.Photo or BlockKind.Heading)))
            return Recognition.Refused(PageRefusal.NoBody);
        var lead = leadAt < 0 ? "" : body[leadAt].Text;
        if (leadAt >= 0)
            body.RemoveAt(leadAt);
        var (dateline, text) = Byline.Dateline(lead);
        var photos = new List<RecognisedPhoto>();
        return new(
            new RecognisedPage
            {
                Title = Title,
                Date = Date,
                Dateline = dateline,
                Lead = text,
                BodyHtml = CleanBody.Of(Html(body, photos)),
                Photos = photos,
                Authors = Authors,
                Source = Source,
                Category = Category,
                Tags = Tags,
                CanonicalAddress = CanonicalAddress,
                PrintAddress = PrintAddress,
                Views = Views,
                Links = Links,
                Statistics = Statistics,
                Reading = reading,
            }
        );
    }

    private List<Block> Body()
    {
        var body = new List<Block>();
        foreach (var block in Blocks)
        {
            if (block.Kind is BlockKind.Paragraph or BlockKind.Heading)
            {
                if (SiteWords.BeginsOthers(block.Text) && body.Count > 0)
                    break;
                if (RepeatsTitle(block) && body.TrueForAll(IsShort))
                {
                    // What stands above the title is the portal's.
                    body.Clear();
                    continue;
                }
                if (IsOfThePortal(block))
                    continue;
            }
            body.Add(block);
        }
        TakeByline(body);
        return body;
    }

    private bool RepeatsTitle(Block block) => Fold.Letters(SiteWords.WithoutPrint(block.Text)) == Fold.Letters(Title!);

    private static bool IsShort(Block block) => block.Kind != BlockKind.Photo && block.Text.Length < 100;

    private bool IsOfThePortal(Block block)
    {
        if (SiteWords.IsTool(block.Text))
            return true;
        if (SiteWords.Views(block.Text, out var rest) is { } views)
        {
            Views ??= views;
            return true;
        }
        if (!SiteWords.IsDate(rest, out var date))
            return false;
        Date ??= date;
        return true;
    }

    // At the end: who wrote it, and before or behind that where it was taken from. A photograph may still follow.
    private void TakeByline(List<Block> body)
    {
        for (var line = 0; line < 2; line++)
        {
            var last = body.FindLastIndex(block => block.Kind != BlockKind.Photo);
            if (last < 1 || body[last].Kind is not (BlockKind.Paragraph or BlockKind.Heading))
                return;
            var text = body[last].Text;
            if (Byline.Source(text) is { } source && Source is null)
                Source = source;
            else if (Byline.Names(text) is { Count: > 0 } names && Authors.Count == 0)
                Authors.AddRange(names);
            else
                return;
            body.RemoveAt(last);
        }
    }

    private static string Html(List<Block> body, List<RecognisedPhoto> photos)
    {
        var html = new StringBuilder();
        foreach (var block in body)
        {
            switch (block.Kind)
            {
                case BlockKind.Paragraph:
                    html.Append("<p>").Append(block.Html).Append("</p>\n");
                    break;
                case BlockKind.Heading:
                    html.Append("<h2>").Append(Markup.Text(block.Text)).Append("</h2>\n");
                    break;
                case BlockKind.Photo:
                    photos.Add(block.Photo!);
                    html.Append(Formats.English, $"<figure data-photo=\"{photos.Count}\"></figure>\n");
                    break;
                case BlockKind.List or BlockKind.Table or BlockKind.Quote:
                    html.Append(block.Html).Append('\n');
                    break;
                default:
                    throw new InvalidOperationException($"A block without HTML: {block.Kind}");
            }
        }
        return html.ToString();
    }
}
