using Bubblescript.Coordination;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bubblescript.Hosting;

/// <summary>Makes a <see cref="BotHost"/> a service of an application.</summary>
public static class BubblescriptServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="BotHost"/>, which starts and stops with the application. It takes from the container, where they are registered,
    /// <c>IOptions&lt;BotHostOptions&gt;</c>, <c>ILoggerFactory</c>, <see cref="TimeProvider"/>, <c>IMeterFactory</c>, <c>IChatClient</c>,
    /// <see cref="IMailSender"/>, <c>ISentenceAnalyzer</c>, <c>IEntityRecognizer</c> and <c>IConversationStore</c>; what <paramref name="configure"/> says
    /// comes after that. HTTP calls of scripts go through the named client <c>Bubblescript</c> of <c>IHttpClientFactory</c>, to which handlers can be added.
    /// Called several times, all of it is for the same host.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Adds the bots; called once, when the host is made.</param>
    public static IServiceCollection AddBubblescript(this IServiceCollection services, Action<BotHostBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddBubblescript((_, builder) => configure(builder));
    }

    /// <summary>As the other overload, with the services of the application for what the bots need of them.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Adds the bots; called once, when the host is made.</param>
    public static IServiceCollection AddBubblescript(this IServiceCollection services, Action<IServiceProvider, BotHostBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions();
        services.AddHttpClient(ConfiguredBuilder.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(static provider => provider.GetRequiredService<ConfiguredBuilder>().Builder.MakeHttpHandler());
        services.AddSingleton(new BotHostConfiguration(configure));
        services.TryAddSingleton<ConfiguredBuilder>();
        services.TryAddSingleton(static provider => provider.GetRequiredService<ConfiguredBuilder>().Builder.Build());
        services.AddHostedService<BotHostService>();
        return services;
    }
}
