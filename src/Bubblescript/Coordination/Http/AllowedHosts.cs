using System.Collections.Immutable;
using System.Net;

namespace Bubblescript.Coordination.Http;

/// <summary>
/// What a host application lets its bots reach. Entries are host names (<c>api.example.com</c>), all names below a domain (<c>*.example.org</c>),
/// any name (<c>*</c>), addresses (<c>127.0.0.1</c>, <c>[::1]</c>) and address ranges (<c>10.0.0.0/8</c>), each with a port or for every port.
/// A name never opens a private address: that must be an entry of its own. Immutable.
/// </summary>
internal sealed class AllowedHosts
{
    /// <summary>Nothing may be reached.</summary>
    public static readonly AllowedHosts None = new([]);

    private readonly ImmutableArray<AllowedHost> _entries;

    private AllowedHosts(ImmutableArray<AllowedHost> entries) => _entries = entries;

    /// <summary>Reads entries.</summary>
    /// <exception cref="ArgumentException">An entry is neither a host name, an address nor an address range.</exception>
    public static AllowedHosts Parse(IEnumerable<string> entries) => new([.. entries.Select(AllowedHost.Parse)]);

    /// <summary>These entries and more.</summary>
    public AllowedHosts Add(IEnumerable<string> entries) => new([.. _entries, .. entries.Select(AllowedHost.Parse)]);

    /// <summary>Whether a URL may name this host.</summary>
    public bool AllowsName(string host, int port)
    {
        string name = HostNames.Normalize(host);
        return IPAddress.TryParse(name, out IPAddress? address)
            ? AllowsExplicitly(address, port) || (PublicAddresses.Contains(address) && _entries.Any(entry => entry.AllowsEveryName(port)))
            : _entries.Any(entry => entry.AllowsName(name, port));
    }

    /// <summary>Whether a connection may be made to an address that an allowed name has led to.</summary>
    public bool AllowsAddress(IPAddress address, int port) => PublicAddresses.Contains(address) || AllowsExplicitly(address, port);

    private bool AllowsExplicitly(IPAddress address, int port) => _entries.Any(entry => entry.AllowsAddress(address, port));
}
