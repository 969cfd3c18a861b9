using System.Text;
using AngleSharp.Html.Parser;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Newsroom.Import;

/// <summary>What must hold of everything that is recognised, whatever it was recognised in.</summary>
internal static class CleanPages
{
    private static readonly string[] Elements =
    [
        .. "h2 h3 p ul ol li blockquote table caption thead tbody tr th td a strong em sub sup br figure".Split(' '),
    ];

    public static void Holds(Recognition recognition)
    {
        if (recognition.Page is not { } page)
        {
            Assert.NotNull(recognition.Refusal);
            IsClean(recognition.Detail);
            return;
        }
        Assert.Null(recognition.Refusal);
        Assert.NotEqual("", page.Title);
        IsClean(page.BodyHtml);
        Assert.Equal(page.BodyHtml, CleanBody.Of(page.BodyHtml));
        OnlyAllowed(page.BodyHtml, page.Photos.Count);
        var lines = new List<string?>
        {
            page.Title,
            page.Lead,
            page.Dateline,
            page.Source,
            page.Category,
            page.CanonicalAddress,
            page.PrintAddress,
        };
        lines.AddRange(page.Authors);
        lines.AddRange(page.Tags);
        lines.AddRange(page.Photos.SelectMany(photo => new[] { photo.Caption, photo.AlternativeText, photo.Credit, photo.File }));
        lines.AddRange((page.Links ?? []).SelectMany(link => new[] { link.Name, link.Address }));
        foreach (var line in lines.OfType<string>())
        {
            IsClean(line);
            Assert.False(line.Contains('\n', StringComparison.Ordinal), line);
        }
        foreach (var number in new[] { page.Views, page.Statistics?.Total, page.Statistics?.Online, page.Statistics?.Week })
            Assert.InRange(number ?? 0, 0, 999_999_999_999_999);
        foreach (var link in page.Links ?? [])
            Assert.True(link.Address is null || IsAddress(link.Address), link.Address);
        if (page.Date is { } date)
            Assert.InRange(date.Year, 1989, 2100);
    }

    /// <summary>In the program's own form: NFC, no control characters, no marks of live numbers, no half characters.</summary>
    private static void IsClean(string text)
    {
        Assert.True(text.IsNormalized(NormalizationForm.FormC), text);
        Assert.Equal(Fold.Clean(text), text);
    }

    private static void OnlyAllowed(string html, int photos)
    {
        var seen = 0;
        using var document = new HtmlParser().ParseDocument($"<body>{html}");
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                switch (element.LocalName, attribute.Name)
                {
                    case ("a", "href"):
                        Assert.True(IsAddress(attribute.Value), attribute.Value);
                        break;
                    case ("figure", "data-photo"):
                        Assert.Equal(++seen, int.Parse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture));
                        break;
                    case ("td" or "th", "colspan" or "rowspan"):
                        Assert.InRange(int.Parse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture), 2, 100);
                        break;
                    default:
                        Assert.Fail($"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">");
                        break;
                }
            }
        }
        Assert.Equal(photos, seen);
        // Nothing that a reader of the source could take for more than text.
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
    }

    private static bool IsAddress(string address) =>
        address.StartsWith('/')
        || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}
