using Radzen;

namespace Map.Web.Features.EditEvents;

public static class EditEventsSetup
{
    public static IServiceCollection AddEditEvents(this IServiceCollection services) => services
        .AddRadzenComponents()
        .AddSingleton<SaveEvent>()
        .AddSingleton<RemoveEvent>()
        .AddSingleton<DeskSearch>()
        .AddScoped<EditorNow>();
}
