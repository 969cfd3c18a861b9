namespace DaiHoi.Web.Platform.Audit;

internal static class AddAuditRoom
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services
            .AddSingleton<AuditLog>()
            .AddSingleton<AuditChain>()
            .AddSingleton<AuditReading>()
            .AddHostedService<AuditHeadNotice>()
            .AddHostedService<SetBackNotice>()
            .AddHostedService<InterruptedNotice>();
}
