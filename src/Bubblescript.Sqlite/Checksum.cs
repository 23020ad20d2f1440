using System.Numerics;
using System.Runtime.InteropServices;

namespace Bubblescript.Sqlite;

/// <summary>CRC-32C of stored documents: SQLite has no checksums of its own, and a flipped bit in a text would go unnoticed.</summary>
internal static class Checksum
{
    public static long Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return ~sum;
    }
}
