using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditEvents;

public static class EditEventsSetup
{
    public static IServiceCollection AddEditEvents(this IServiceCollection services) => services
        .AddSingleton<RemoveEvent>()
        .AddSingleton<MergeEvents>()
        .AddSingleton<ChangeEvents>()
        .AddSingleton<IRestoresRecords, RestoreEvent>();
}
