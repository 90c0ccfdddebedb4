using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Map.Web.Shared;

public static class PageServices
{
    /// <summary>
    /// What every page and island asks for: the reader's language, read from the address it was opened with, and an encoder
    /// that leaves Arabic letters as they are (a letter as a number is eight bytes instead of two).
    /// </summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddScoped(provider => Language.OfAddress(provider.GetRequiredService<NavigationManager>().Uri));
}
