namespace DaiHoi.Web.Ui;

public static class AddUiRoom
{
    /// <summary>Vietnamese letters go out as letters: written as references they would cost a seventh more bytes.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services) =>
        services.AddSingleton<Assets>().AddSingleton(Markup.Encoder);
}
