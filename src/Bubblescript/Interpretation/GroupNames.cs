using System.Security.Cryptography;
using System.Text;

namespace Bubblescript.Interpretation;

/// <summary>Ids of groups (execution model, section 6.5).</summary>
internal static class GroupNames
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int RandomLength = 10;

    /// <summary>The id of a named group; null for no name.</summary>
    public static string? Normalize(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.StartsWith('~') ? name : "~" + name;

    public static string Random(Turn turn)
    {
        StringBuilder builder = new("~");
        for (int i = 0; i < RandomLength; i++)
        {
            builder.Append(Alphabet[(int)turn.NextRandom(Alphabet.Length)]);
        }

        return builder.ToString();
    }
}
