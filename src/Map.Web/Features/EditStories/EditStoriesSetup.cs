using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditStories;

public static class EditStoriesSetup
{
    public static IServiceCollection AddEditStories(this IServiceCollection services) => services
        .AddSingleton<SaveStory>()
        .AddSingleton<RemoveStory>()
        .AddSingleton<IReviewsRecords, ReviewStories>()
        .AddSingleton<IRestoresRecords, RestoreStory>();
}
