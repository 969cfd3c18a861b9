namespace DaiHoi.Web.Platform.Changes;

internal static class AddChangesRoom
{
    public static IServiceCollection AddChanges(this IServiceCollection services) =>
        services.AddSingleton<ChangeFeed>().AddSingleton<RecordedChanges>().AddHostedService<ChangePoll>();
}
