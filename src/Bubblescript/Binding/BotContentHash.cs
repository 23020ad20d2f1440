using System.Security.Cryptography;
using System.Text;

namespace Bubblescript.Binding;

/// <summary>The hash of all files of a bot.</summary>
internal static class BotContentHash
{
    public static string Of(BotSources sources)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (BotFile file in sources.Files)
        {
            Append(hash, file.Path);
            Append(hash, file.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
        hash.AppendData(bytes);
    }
}
