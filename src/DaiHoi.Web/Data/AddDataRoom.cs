namespace DaiHoi.Web.Data;

internal static class AddDataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseAddress address) =>
        services
            .AddSingleton(address)
            .AddSingleton(_ => new Sql(address))
            .AddSingleton<DatabaseFactory>()
            .AddScoped(provider => provider.GetRequiredService<DatabaseFactory>().Create());
}
