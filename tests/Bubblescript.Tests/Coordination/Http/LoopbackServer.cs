using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bubblescript.Tests.Coordination.Http;

/// <summary>A real web server on a free port of the loopback address.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    public Uri Address { get; }

    public int Port => Address.Port;

    public string AllowEntry => $"127.0.0.1:{Port}";

    public static async Task<LoopbackServer> StartAsync(RequestDelegate handler)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(static options => options.AddServerHeader = false).UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(handler);
        await application.StartAsync();
        return new LoopbackServer(application, new Uri(application.Urls.Single()));
    }

    public string Url(string path) => new Uri(Address, path).AbsoluteUri;

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
