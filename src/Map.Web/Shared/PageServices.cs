using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;

namespace Map.Web.Shared;

public static class PageServices
{
    /// <summary>
    /// What every page and island asks for: the reader's language, read from the address it was opened with, and an encoder
    /// that leaves Arabic letters as they are (a letter as a number is eight bytes instead of two).
    /// </summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddHttpContextAccessor()
        .AddScoped<CircuitHandler, InTurn>()
        .AddScoped(provider => Language.OfAddress(AddressOf(provider)));

    /// <summary>What was asked for: the page that says there is none answers under an address of its own, without the parameters.</summary>
    private static string AddressOf(IServiceProvider provider)
    {
        var own = provider.GetRequiredService<NavigationManager>();
        var asked = provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<IStatusCodeReExecuteFeature>();
        return asked is null ? own.Uri : own.ToAbsoluteUri("not-found" + asked.OriginalQueryString).AbsoluteUri;
    }
}
