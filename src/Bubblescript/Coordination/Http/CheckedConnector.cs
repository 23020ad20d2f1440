using System.Net;
using System.Net.Sockets;

namespace Bubblescript.Coordination.Http;

/// <summary>
/// Makes connections for the HTTP client and checks the addresses at that moment: what a name meant when the URL was checked does not count, because
/// a name can mean something else a moment later.
/// </summary>
internal sealed class CheckedConnector(HttpCallOptions options)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        if (!options.AllowedHosts.AllowsName(target.Host, target.Port))
        {
            throw NotAllowed(target.Host, target.Port);
        }

        IPAddress[] addresses = IPAddress.TryParse(target.Host.Trim('[', ']'), out IPAddress? literal)
            ? [literal]
            : await options.ResolveAsync(target.Host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = [.. addresses.Where(address => options.AllowedHosts.AllowsAddress(address, target.Port))];
        if (addresses.Length > 0 && allowed.Length == 0)
        {
            throw new HttpRefusedException(
                $"the host {target.Host} leads to an address of a private network, {addresses[0]}, which the host application does not allow");
        }

        return await ConnectToFirstAsync(allowed, target, cancellationToken).ConfigureAwait(false);
    }

    public static HttpRefusedException NotAllowed(string host, int port) =>
        new($"the host {host} (port {port}) is not among the hosts that the host application allows");

    private static async Task<Stream> ConnectToFirstAsync(IPAddress[] addresses, DnsEndPoint target, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (IPAddress address in addresses)
        {
            Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                // The next address of the same name may answer.
                socket.Dispose();
                last = exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}
