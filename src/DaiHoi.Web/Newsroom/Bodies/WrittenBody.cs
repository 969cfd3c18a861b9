using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Bodies;

/// <summary>
/// What somebody wrote, brought to the elements that a body may have: clean HTML that names its photos by their place, and
/// the photos. Everything else goes, or leaves its text.
/// </summary>
internal sealed record WrittenBody(string Html, IReadOnlyList<EditedPhoto> Photos)
{
    /// <summary>In characters; a long report has 60,000.</summary>
    public const int Longest = 1_000_000;

    // In a picture's address and as an attribute: the number of a picture in the media store.
    public const string PictureScheme = "anh:";

    private static readonly HashSet<string> Blocks = [.. "p h2 h3 ul ol blockquote table figure".Split(' ')];
    private static readonly HashSet<string> Kept =
    [
        .. Blocks,
        .. "li caption thead tbody tr th td a strong em sub sup br".Split(' '),
    ];

    // Nothing in these is text that somebody wrote.
    private static readonly HashSet<string> Dropped =
    [
        .. "script style template noscript iframe object embed svg math head title link meta form input button select textarea audio video canvas".Split(
            ' '
        ),
    ];
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["h1"] = "h2",
        ["h4"] = "h3",
        ["h5"] = "h3",
        ["h6"] = "h3",
        ["b"] = "strong",
        ["i"] = "em",
        ["tfoot"] = "tbody",
    };

    public static WrittenBody Empty { get; } = new("", []);

    /// <summary>A body as it is kept, with its photos by their place.</summary>
    /// <param name="bodyHtml">names photos by their ids</param>
    public static WrittenBody AsKept(string bodyHtml, IReadOnlyCollection<Photo> photos)
    {
        var html = PhotoPlaces.Numbered(bodyHtml, out var ids);
        return new(html, ids.ConvertAll(id => Written(photos.FirstOrDefault(photo => photo.Id == id))));

        static EditedPhoto Written(Photo? photo) =>
            photo is null ? new(null, "", "", null) : new(photo.PictureId, photo.Caption, photo.AlternativeText, photo.Credit);
    }

    /// <summary>The photo that stands at a place, written as in <c>data-photo</c>; null where there is none.</summary>
    public EditedPhoto? PhotoAt(string? place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= Photos.Count
            ? Photos[number - 1]
            : null;

    /// <summary>Reads HTML as an editor sends it; a photo is a <c>figure</c> with its caption, or an <c>img</c>.</summary>
    public static WrittenBody OfHtml(string html)
    {
        if (html.Length > Longest || Nesting.IsTooDeep(html))
            return Empty;
        var document = new HtmlParser().ParseDocument("<body>" + Fold.Clean(html));
        var photos = new List<EditedPhoto>();
        var body = document.Body!;
        var clean = document.CreateElement("div");
        foreach (var child in body.ChildNodes.ToList())
            Put(document, child, clean, photos);
        Gather(document, clean);
        return new(CleanBody.Of(Written(clean)), photos);
    }

    private static void Put(IHtmlDocument document, INode node, IElement into, List<EditedPhoto> photos)
    {
        if (node is IText text)
        {
            into.AppendChild(document.CreateTextNode(text.Data));
            return;
        }
        if (node is not IElement element || Dropped.Contains(element.LocalName))
            return;
        if (BodyReference.IsOne(element))
        {
            var sentence = BodyReference.IsInSentence(element) ? element.ChildNodes.ToList() : [];
            foreach (var child in sentence)
                Put(document, child, into, photos);
            if (BodyReference.PlaceOf(document, element) is { } reference)
                into.AppendChild(reference);
            return;
        }
        if (element.LocalName is "figure" or "img")
        {
            if (PhotoOf(element) is not { } photo)
                return;
            photos.Add(photo);
            var place = document.CreateElement("figure");
            place.SetAttribute("data-photo", photos.Count.ToString(CultureInfo.InvariantCulture));
            into.AppendChild(place);
            return;
        }
        var name = Renamed.GetValueOrDefault(element.LocalName, element.LocalName);
        var target = into;
        if (Kept.Contains(name) && (name != "a" || element.HasAttribute("href")))
        {
            target = document.CreateElement(name);
            foreach (var attribute in (string[])["href", "colspan", "rowspan", "scope"])
            {
                if (
                    element.GetAttribute(attribute) is { Length: > 0 } value
                    && (attribute == "href" || value != "1")
                    && (attribute != "scope" || value is "col" or "row")
                )
                    target.SetAttribute(attribute, value.Trim());
            }
            into.AppendChild(target);
        }
        foreach (var child in element.ChildNodes.ToList())
            Put(document, child, target, photos);
        // A page of blocks that are none of ours: their text must not run together.
        if (target == into && element.LocalName is "div" or "section" or "article" or "pre" or "dd" or "dt" or "address")
            into.AppendChild(document.CreateElement("br"));
    }

    private static EditedPhoto? PhotoOf(IElement element)
    {
        var picture = element.LocalName == "img" ? element : element.QuerySelector("img");
        var number = NumberOf(element.GetAttribute("data-picture") ?? picture?.GetAttribute("src"));
        var caption = Line(
            element.LocalName == "img"
                ? element.GetAttribute("title")
                : element.QuerySelector("figcaption")?.TextContent ?? element.GetAttribute("data-caption")
        );
        var credit = Line(element.GetAttribute("data-credit"));
        if (element.LocalName == "img" && caption.LastIndexOf(" | ", StringComparison.Ordinal) is >= 0 and var bar)
            (caption, credit) = (caption[..bar].Trim(), caption[(bar + 3)..].Trim());
        var shown = Line(element.GetAttribute("data-alt") ?? picture?.GetAttribute("alt"));
        // A picture from elsewhere is not fetched; without number and words nothing is left of it.
        return number is null && caption.Length == 0
            ? null
            : new(number, Cut(caption, 1000), Cut(shown, 1000), credit.Length == 0 ? null : Cut(credit, 200));
    }

    private static long? NumberOf(string? value)
    {
        var digits = value?.StartsWith(PictureScheme, StringComparison.Ordinal) == true ? value[PictureScheme.Length..] : value;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
    }

    // What stands loose between blocks becomes a paragraph; a photo inside one is lifted out of it.
    private static void Gather(IHtmlDocument document, IElement body)
    {
        BodyReference.Lower(body);
        foreach (var figure in body.QuerySelectorAll("figure").ToList())
            Lift(figure, body);
        IElement? paragraph = null;
        foreach (var node in body.ChildNodes.ToList())
        {
            if (node is IElement element && Blocks.Contains(element.LocalName))
            {
                paragraph = null;
                continue;
            }
            if (node is IElement { LocalName: "br" })
            {
                body.RemoveChild(node);
                paragraph = null;
                continue;
            }
            if (paragraph is null)
            {
                paragraph = document.CreateElement("p");
                body.InsertBefore(paragraph, node);
            }
            paragraph.AppendChild(node);
        }
        Tidy(body);
    }

    private static void Lift(IElement figure, IElement body)
    {
        while (figure.ParentElement is { } parent && parent != body)
        {
            // The part behind it goes on in a second element of the same kind, where there is any.
            var after = (IElement)parent.Clone(deep: false);
            while (figure.NextSibling is { } next)
                after.AppendChild(next);
            parent.Parent!.InsertBefore(figure, parent.NextSibling);
            if (after.TextContent.Trim().Length > 0 || after.QuerySelector("figure") is not null)
                figure.Parent!.InsertBefore(after, figure.NextSibling);
        }
    }

    private static void Tidy(IElement body)
    {
        // One paragraph alone in an item or a cell says nothing more.
        foreach (var only in body.QuerySelectorAll("li > p, td > p, th > p").ToList())
        {
            var parent = only.ParentElement!;
            if (parent.Children.Count(child => child.LocalName == "p") > 1 && parent.LocalName != "li")
                continue;
            if (only.PreviousSibling is IElement { LocalName: "p" } || only.NextSibling is IElement { LocalName: "p" })
                continue;
            foreach (var child in only.ChildNodes.ToList())
                parent.InsertBefore(child, only);
            only.Remove();
        }
        foreach (var last in body.QuerySelectorAll("p > br:last-child, li > br:last-child, td > br:last-child").ToList())
        {
            if (last.NextSibling is null || string.IsNullOrWhiteSpace((last.NextSibling as IText)?.Data))
                last.Remove();
        }
        foreach (
            var empty in body.QuerySelectorAll("p, h2, h3, li, ul, ol, blockquote, a, strong, em, sub, sup").Reverse().ToList()
        )
        {
            if (empty.TextContent.Trim().Length == 0 && empty.QuerySelector("figure, br") is null)
                empty.Remove();
        }
        foreach (var table in body.QuerySelectorAll("table").ToList())
        {
            if (table.TextContent.Trim().Length == 0)
                table.Remove();
            else
                GiveHead(table);
        }
    }

    // Editors keep all rows together; a first row of heads is the head of the table.
    private static void GiveHead(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").ToList();
        if (
            rows.Count < 2
            || table.QuerySelector("thead") is not null
            || !rows[0].Children.All(cell => cell.LocalName == "th")
            || rows[0].Children.Any(cell => cell.HasAttribute("rowspan") && cell.GetAttribute("rowspan") != "1")
        )
            return;
        var head = table.Owner!.CreateElement("thead");
        table.InsertBefore(head, rows[0].ParentElement);
        head.AppendChild(rows[0]);
    }

    // Blocks without the line ends that the source had between them; text keeps single spaces.
    private static string Written(IElement body)
    {
        var html = new StringBuilder();
        foreach (var child in body.ChildNodes)
            Write(html, child, isInline: false);
        return html.ToString();
    }

    private static void Write(StringBuilder html, INode node, bool isInline)
    {
        if (node is IText text)
        {
            var line = SingleSpaces(text.Data);
            if (!isInline && line.Trim().Length == 0)
                return;
            html.Append(Markup.Text(EndsWithBreak(html) ? line.TrimStart() : line));
            return;
        }
        if (node is not IElement element)
            return;
        if (element.LocalName is "br" or "ul" or "ol" or "table" or "blockquote")
            TrimFrom(html, Math.Max(0, html.Length - 1));
        html.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
            html.Append(' ').Append(attribute.Name).Append("=\"").Append(Markup.Attribute(attribute.Value)).Append('"');
        html.Append('>');
        if (element.LocalName == "br")
            return;
        var start = html.Length;
        var holdsBlocks = element.LocalName is "ul" or "ol" or "blockquote" or "table" or "thead" or "tbody" or "tr";
        foreach (var child in element.ChildNodes)
            Write(html, child, isInline: !holdsBlocks);
        if (element.LocalName is "p" or "h2" or "h3" or "li" or "td" or "th" or "caption" or "figcaption")
            TrimFrom(html, start);
        html.Append("</").Append(element.LocalName).Append('>');
    }

    private static bool EndsWithBreak(StringBuilder html) => html.Length >= 4 && html.ToString(html.Length - 4, 4) == "<br>";

    private static void TrimFrom(StringBuilder html, int start)
    {
        while (html.Length > start && html[^1] == ' ')
            html.Length--;
        while (html.Length > start && html[start] == ' ')
            html.Remove(start, 1);
    }

    private static string SingleSpaces(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length == 0 || line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString();
    }

    private static string Line(string? text) => Markup.FoldSpace(text ?? "");

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
