namespace DaiHoi.Web.Platform.Time;

internal static class AddTimeRoom
{
    public static IServiceCollection AddTime(this IServiceCollection services, TimeZoneInfo zone) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(provider => new SiteClock(provider.GetRequiredService<TimeProvider>(), zone));
}
