using Bubblescript.Coordination;
using Microsoft.Extensions.Hosting;

namespace Bubblescript.Hosting;

/// <summary>Starts and stops the host of bots with its application.</summary>
internal sealed class BotHostService(BotHost host) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => host.StopAsync(cancellationToken);
}
