using System.Globalization;
using System.Net;

namespace Bubblescript.Coordination.Http;

/// <summary>One entry of <see cref="AllowedHosts"/>.</summary>
/// <param name="Pattern">The normalised name, <c>.domain</c> for all names below it, <c>*</c> for any; empty for addresses.</param>
/// <param name="Network">The addresses; null for names.</param>
/// <param name="Port">The port, or null for every port.</param>
internal sealed record AllowedHost(string Pattern, IPNetwork? Network, int? Port)
{
    public static AllowedHost Parse(string entry)
    {
        string text = entry.Trim();
        int? port = null;
        int colon = text.LastIndexOf(':');
        bool isBareAddress = text.IndexOf(':', StringComparison.Ordinal) != colon && !text.Contains(']');
        if (colon > text.LastIndexOf(']') && !isBareAddress)
        {
            port = int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= 65_535
                ? number
                : throw Invalid(entry);
            text = text[..colon];
        }

        if (text.Length == 0)
        {
            throw Invalid(entry);
        }

        if (text.Contains('/'))
        {
            return IPNetwork.TryParse(text, out IPNetwork network) ? new AllowedHost("", network, port) : throw Invalid(entry);
        }

        string name = HostNames.Normalize(text);
        if (IPAddress.TryParse(name, out IPAddress? address))
        {
            return new AllowedHost("", new IPNetwork(address, address.GetAddressBytes().Length * 8), port);
        }

        string checkedPart = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        if (text != "*" && Uri.CheckHostName(checkedPart) != UriHostNameType.Dns)
        {
            throw Invalid(entry);
        }

        return new AllowedHost(name.StartsWith("*.", StringComparison.Ordinal) ? name[1..] : name, Network: null, port);
    }

    public bool AllowsName(string name, int port) =>
        AllowsPort(port)
        && (Pattern == "*"
            || string.Equals(Pattern, name, StringComparison.Ordinal)
            || (Pattern.StartsWith('.') && name.Length > Pattern.Length && name.EndsWith(Pattern, StringComparison.Ordinal)));

    public bool AllowsEveryName(int port) => Pattern == "*" && AllowsPort(port);

    public bool AllowsAddress(IPAddress address, int port) =>
        Network is { } network && AllowsPort(port) && network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static ArgumentException Invalid(string entry) => new(
        $"\"{entry}\" is no host that can be allowed; write a name (api.example.com), a domain (*.example.com), an address (127.0.0.1) or a range (10.0.0.0/8), "
        + "each with or without a port (api.example.com:8443), without https://.",
        nameof(entry));

    private bool AllowsPort(int port) => Port is null || Port == port;
}
