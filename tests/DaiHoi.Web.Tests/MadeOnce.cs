using DaiHoi.Web.Visits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Web.Tests;

/// <summary>
/// What a program makes once at its start, alike for all of them, and what a thousand starts would each pay for again:
/// together a third of the time of all tests.
/// </summary>
internal static class MadeOnce
{
    // Tries of a password; how many keep one safe is not what the tests are about.
    private const int Rounds = 1_000;

    private static readonly Robots Robots = new();
    private static IModelMetadataProvider? models;

    public static IServiceCollection AddTo(IServiceCollection services)
    {
        var usual = services.Last(service => service.ServiceType == typeof(IModelMetadataProvider)).ImplementationType!;
        return services
            .AddSingleton(Robots)
            .AddSingleton(provider => models ??= (IModelMetadataProvider)ActivatorUtilities.CreateInstance(provider, usual))
            .Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = Rounds);
    }
}
