using System.Globalization;

namespace Bubblescript.Coordination.Http;

/// <summary>Host names in the one form in which they are compared.</summary>
internal static class HostNames
{
    /// <summary>Lower case, ASCII form of international names, without a final dot and without the brackets of IPv6 addresses.</summary>
    public static string Normalize(string host)
    {
        string name = host.Trim('[', ']').TrimEnd('.');
        if (!System.Text.Ascii.IsValid(name))
        {
            try
            {
                name = new IdnMapping().GetAscii(name);
            }
            catch (ArgumentException)
            {
                // No valid name: it is compared as it is and equals nothing that can be reached.
                return name;
            }
        }

        return name.ToLowerInvariant();
    }
}
