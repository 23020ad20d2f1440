using Bubblescript.Coordination;

namespace Bubblescript.Hosting;

/// <summary>What an application says about its host of bots.</summary>
internal sealed record BotHostConfiguration(Action<IServiceProvider, BotHostBuilder> Configure);
