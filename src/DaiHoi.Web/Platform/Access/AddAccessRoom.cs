namespace DaiHoi.Web.Platform.Access;

public static class AddAccessRoom
{
    internal static IServiceCollection AddAccess(this IServiceCollection services) => services.AddSingleton<RefusedPosts>();

    /// <summary>Behind the routing and the authentication, before every endpoint.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<AskAccess>();

    /// <summary>Everybody may call these endpoints.</summary>
    public static TBuilder Open<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new OpenAttribute());

    /// <summary>Whoever has one of these roles may call these endpoints.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoints, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new ForAttribute(roles));
}
