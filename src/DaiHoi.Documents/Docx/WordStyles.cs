using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DaiHoi.Documents.Docx;

/// <summary>The styles of a paper: its text, its title, three levels of headings, captions.</summary>
internal static class WordStyles
{
    private const string Font = "Times New Roman";

    public static Styles Of(PaperLayout layout)
    {
        var body = layout.Body;
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            EastAsia = Font,
                            ComplexScript = Font,
                        },
                        new FontSize { Val = WordParts.Halves(body.Size) },
                        new FontSizeComplexScript { Val = WordParts.Halves(body.Size) },
                        new Languages
                        {
                            Val = "vi-VN",
                            EastAsia = "vi-VN",
                            Bidi = "ar-SA",
                        }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            new Style(
                new StyleName { Val = "Normal" },
                new PrimaryStyle(),
                new StyleParagraphProperties(
                    new WidowControl(),
                    new SpacingBetweenLines
                    {
                        After = Twentieths(body.After),
                        Line = Twentieths(body.Pitch),
                        LineRule = LineSpacingRuleValues.Exact,
                    },
                    new Indentation
                    {
                        FirstLine = WordParts.Twips(body.Indent).ToString(System.Globalization.CultureInfo.InvariantCulture),
                    },
                    new Justification { Val = JustificationValues.Both }
                )
            )
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            }
        );
        styles.Append(Named("Title", "Title", null, new Bold()));
        styles.Append(Named("Heading1", "heading 1", 0, new Bold()));
        styles.Append(Named("Heading2", "heading 2", 1, new Bold()));
        styles.Append(Named("Heading3", "heading 3", 2, new Bold(), new Italic()));
        var caption = Named("Caption", "caption", null, new Bold(), new Italic(), new FontSize { Val = "24" });
        caption.StyleParagraphProperties!.Append(new Indentation { FirstLine = "0" });
        styles.Append(caption);
        return styles;
    }

    private static Style Named(string id, string name, int? outline, params OpenXmlElement[] look)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new KeepLines());
        if (outline is { } level)
            paragraph.Append(new OutlineLevel { Val = level });
        return new(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new NextParagraphStyle { Val = "Normal" },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(look)
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }

    private static string Twentieths(double points) =>
        ((int)Math.Round(points * 20)).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
