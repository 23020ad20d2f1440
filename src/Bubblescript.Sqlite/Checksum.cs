using System.Numerics;
using System.Runtime.InteropServices;

namespace Bubblescript.Sqlite;

/// <summary>
/// CRC-32C of stored rows: SQLite has no checksums of its own, and a flipped bit in a text or number would go unnoticed. What an index holds, too, needs
/// none: there the check of the file finds that they differ.
/// </summary>
internal readonly struct Checksum
{
    private readonly uint _inverted;

    private Checksum(uint inverted) => _inverted = inverted;

    /// <summary>The checksum as it is stored.</summary>
    public long Value => ~_inverted;

    public static Checksum Of(ReadOnlySpan<byte> bytes) => new Checksum(uint.MaxValue).And(bytes);

    public Checksum And(ReadOnlySpan<byte> bytes)
    {
        uint sum = _inverted;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, rest);
        }

        return new Checksum(sum);
    }

    public Checksum And(long number) => new(BitOperations.Crc32C(_inverted, unchecked((ulong)number)));

    public Checksum And(long? number) => number is { } known ? And(known).And(1L) : And(0L);

    public Checksum And(string text) => And(MemoryMarshal.AsBytes(text.AsSpan()));
}
