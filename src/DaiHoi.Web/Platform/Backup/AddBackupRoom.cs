namespace DaiHoi.Web.Platform.Backup;

internal static class AddBackupRoom
{
    public static IServiceCollection AddBackup(this IServiceCollection services) =>
        services.AddSingleton<BackupWriter>().AddSingleton<BackupRestore>().AddSingleton<BackupBeforeUpgrade>();
}
