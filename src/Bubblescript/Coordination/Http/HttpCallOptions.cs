using System.Net;

namespace Bubblescript.Coordination.Http;

/// <summary>The limits of HTTP calls (builtin functions, section 8).</summary>
internal sealed record HttpCallOptions
{
    /// <summary>What may be reached; nothing by default.</summary>
    public AllowedHosts AllowedHosts { get; init; } = AllowedHosts.None;

    /// <summary>The largest body in bytes, after decompression.</summary>
    public int MaximumBodySize { get; init; } = 10 * 1024 * 1024;

    /// <summary>How many redirects are followed.</summary>
    public int MaximumRedirects { get; init; } = 5;

    /// <summary>The longest time of a call, whatever the script says.</summary>
    public TimeSpan MaximumTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often an idempotent call is sent again when there was no answer, or one that says "try later" (502, 503, 504).</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The pause before the first repetition; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Resolves host names; tests put their own in its place.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync { get; init; } = Dns.GetHostAddressesAsync;
}
