namespace DaiHoi.Web.Platform.Access;

/// <summary>
/// Stands before every endpoint and asks its rule. An endpoint without a rule is nobody's: it is not found, and the log
/// says why.
/// </summary>
internal sealed class AskAccess(RequestDelegate next, ILogger<AskAccess> log)
{
    /// <summary>Where a person signs in; the address asked for follows as <c>ve</c>.</summary>
    public const string SignInPath = "/dang-nhap";

    public async Task InvokeAsync(HttpContext context, IKnowsPersons persons)
    {
        // What is no route is routing's own answer, as 405.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }
        if (endpoint.Metadata.GetMetadata<AccessRuleAttribute>() is not { } rule)
        {
            log.LogError("The endpoint {Endpoint} states no access rule", endpoint.DisplayName);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (rule.IsOpen)
        {
            await next(context);
            return;
        }
        context.Response.Headers.CacheControl = "no-cache, no-store";
        if (await persons.WhoAsync(context) is not { } person)
        {
            Challenge(context);
            return;
        }
        var readsOnly = !rule.Allows(person) && MayRead(context, rule, person);
        if (!readsOnly && !rule.Allows(person))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await KeepAsync(context, person);
            return;
        }
        person.StandBehind(context, readsOnly);
        await next(context);
        // Behind the rule a page answers the same to who may not and to what is not there.
        if (context.Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
            await KeepAsync(context, person);
    }

    private static Task KeepAsync(HttpContext context, Person person) =>
        context.RequestServices.GetRequiredService<RefusedPosts>().KeepAsync(context, person);

    private static bool MayRead(HttpContext context, AccessRuleAttribute rule, Person person) =>
        rule is ForAttribute { AuditorReads: true }
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && person.IsAnywhere(Role.Auditor);

    // A page that was asked for leads to the sign-in and back; what was sent must not be lost silently, so it gets a word.
    private static void Challenge(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey("HX-Request"))
            context.Response.Redirect(
                $"{SignInPath}?ve={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}"
            );
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }
}
