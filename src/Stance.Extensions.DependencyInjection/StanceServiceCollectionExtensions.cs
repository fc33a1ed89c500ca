using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stance;
using Stance.Extensions.DependencyInjection;

// Where every AddX is looked for.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the analyzer to a container.</summary>
public static class StanceServiceCollectionExtensions
{
    /// <summary>Adds <see cref="StanceService"/> as a singleton, whose files are read when it is first asked for, and <see cref="StanceAnalyzer"/> as what the service has at the moment of asking: hold the service where a new model is to be taken up.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets files and options; <c>null</c>: the shipped model, issues and actors.</param>
    public static IServiceCollection AddStance(this IServiceCollection services, Action<StanceServiceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<StanceServiceOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton(provider => new StanceService(provider.GetRequiredService<IOptions<StanceServiceOptions>>().Value, provider.GetService<ILogger<StanceService>>()));
        services.TryAddTransient(provider => provider.GetRequiredService<StanceService>().Current);
        return services;
    }
}
