using System.Diagnostics.Metrics;
using Bubblescript.Coordination;
using Bubblescript.Matching;
using Bubblescript.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bubblescript.Hosting;

/// <summary>The builder of an application's host: first what the container has, then what the application says.</summary>
internal sealed class ConfiguredBuilder
{
    public const string HttpClientName = "Bubblescript";

    public ConfiguredBuilder(IServiceProvider services, IEnumerable<BotHostConfiguration> configurations)
    {
        IHttpMessageHandlerFactory handlers = services.GetRequiredService<IHttpMessageHandlerFactory>();
        Builder.UseOptions(services.GetRequiredService<IOptions<BotHostOptions>>().Value);
        Builder.UseHttpClient(() => new HttpMessageInvoker(handlers.CreateHandler(HttpClientName), disposeHandler: false));
        Use<ILoggerFactory>(services, static (builder, loggers) => builder.UseLoggers(loggers));
        Use<IMeterFactory>(services, static (builder, meters) => builder.UseMeters(meters));
        Use<TimeProvider>(services, static (builder, time) => builder.UseTimeProvider(time));
        Use<IChatClient>(services, static (builder, client) => builder.UseChatClient(client));
        Use<IMailSender>(services, static (builder, sender) => builder.UseMailSender(sender));
        Use<ISentenceAnalyzer>(services, static (builder, analyzer) => builder.UseSentenceAnalyzer(analyzer));
        Use<IEntityRecognizer>(services, static (builder, recognizer) => builder.UseEntityRecognizer(recognizer));
        Use<IConversationStore>(services, static (builder, store) => builder.UseStore(store));
        foreach (BotHostConfiguration configuration in configurations)
        {
            configuration.Configure(services, Builder);
        }
    }

    public BotHostBuilder Builder { get; } = new();

    private void Use<TService>(IServiceProvider services, Func<BotHostBuilder, TService, BotHostBuilder> use)
        where TService : class
    {
        if (services.GetService<TService>() is { } service)
        {
            use(Builder, service);
        }
    }
}
