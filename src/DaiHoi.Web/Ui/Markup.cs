using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DaiHoi.Web.Ui;

/// <summary>How text becomes HTML and JSON inside HTML: what would be markup is encoded, Vietnamese letters stay letters.</summary>
public static class Markup
{
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>For structured data in a page: «&lt;» is encoded here too, so that nothing can end the element.</summary>
    public static JavaScriptEncoder InScript { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);
}
