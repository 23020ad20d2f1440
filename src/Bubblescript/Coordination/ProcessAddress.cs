using System.Diagnostics.CodeAnalysis;
using Bubblescript.Interpretation;

namespace Bubblescript.Coordination;

/// <summary>
/// Makes and reads addresses, which are opaque to everybody else: <c>bot:user~g</c> for conversations, <c>bot:master</c>, <c>~name</c> for groups. In the
/// bot and the user the characters <c>% : ~ /</c> are percent-encoded, so that different processes never have the same address.
/// </summary>
internal static class ProcessAddress
{
    /// <summary>What most conversations are called.</summary>
    private const string UsualName = "main";

    /// <summary>Masters are called as in scripts of their own bot, with the bot before it.</summary>
    private const string MasterSuffix = PlatformAddresses.OwnMaster;
    private const char GroupMark = '~';

    public static string OfConversation(string botId, string userId, string name) => $"{Encode(botId)}:{Encode(userId)}~{name}";

    public static string OfMaster(string botId) => Encode(botId) + MasterSuffix;

    public static bool IsGroup(string address) => address.Length > 1 && address[0] == GroupMark;

    /// <summary>The identity that an address tells; the bot of a group has to be known otherwise and is empty here.</summary>
    public static bool TryParse(string address, [NotNullWhen(true)] out ProcessIdentity? identity)
    {
        identity = null;
        if (IsGroup(address))
        {
            identity = new ProcessIdentity(ProcessKind.Group, address, "", "", address);
            return true;
        }

        int colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return false;
        }

        string botId = Uri.UnescapeDataString(address[..colon]);
        int mark = address.IndexOf(GroupMark, colon);
        if (mark > colon + 1 && mark < address.Length - 1)
        {
            string userId = Uri.UnescapeDataString(address[(colon + 1)..mark]);
            ReadOnlySpan<char> name = address.AsSpan(mark + 1);
            identity = new ProcessIdentity(ProcessKind.Conversation, address, botId, userId, name is UsualName ? UsualName : name.ToString());
        }
        else if (address.AsSpan(colon).SequenceEqual(MasterSuffix))
        {
            identity = new ProcessIdentity(ProcessKind.Master, address, botId, "", "");
        }

        return identity is not null;
    }

    private static string Encode(string text) =>
        text.AsSpan().IndexOfAny("%:~/") < 0
            ? text
            : text.Replace("%", "%25", StringComparison.Ordinal)
                .Replace(":", "%3A", StringComparison.Ordinal)
                .Replace("~", "%7E", StringComparison.Ordinal)
                .Replace("/", "%2F", StringComparison.Ordinal);
}
