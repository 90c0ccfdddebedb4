using Radzen;

namespace Map.Web.Shared.Desk;

public static class DeskServices
{
    /// <summary>What every form of the desk asks for: the table's kit, names to choose from, what records an event, and who is asking.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddRadzenComponents()
        .AddSingleton<DeskSearch>()
        .AddSingleton<SaveEvent>()
        .AddSingleton<TakeBackSubmission>()
        .AddScoped<EditorNow>();
}
