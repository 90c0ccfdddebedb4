using System.Globalization;
using System.Text;
using System.Xml;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Corrections;

/// <summary>The corrections as an Atom feed (RFC 4287). Never from a cache: a title that was withdrawn is in no answer after that.</summary>
public static class CorrectionsFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void MapCorrections(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/corrections.atom", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, IDbContextFactory<MapDb> databases) =>
        {
            await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
            var lang = Language.Of(context.Request.Query["lang"]);
            var home = $"{context.Request.Scheme}://{context.Request.Host}";
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(Written(await CorrectionList.ReadAsync(db, context.RequestAborted), home, lang), "application/atom+xml; charset=utf-8");
        });

    internal static byte[] Written(IReadOnlyList<Correction> corrections, string home, Language lang)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, lang.Code);
            xml.WriteElementString("id", Atom, home + "/corrections");
            xml.WriteElementString("title", Atom, lang.Say("Corrections · Map", "تصحيحات · Map"));
            xml.WriteElementString("updated", Atom, Moment(corrections.Count > 0 ? corrections[0].Day : DateOnly.FromDateTime(DateTime.UnixEpoch)));
            Link(xml, "self", home + lang.Link("/corrections.atom"));
            Link(xml, "alternate", home + lang.Link("/corrections"));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Map");
            xml.WriteEndElement();
            foreach (var it in corrections) { Entry(xml, it, home, lang); }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, Correction it, string home, Language lang)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"{home}/corrections#c{it.Id}");
        xml.WriteElementString("title", Atom, $"{it.Name(lang)}: {it.Words(lang)}");
        xml.WriteElementString("updated", Atom, Moment(it.Day));
        Link(xml, "alternate", home + lang.Link(it.Path ?? "/corrections"));
        xml.WriteElementString("summary", Atom, it.Words(lang));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string what, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", what);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
