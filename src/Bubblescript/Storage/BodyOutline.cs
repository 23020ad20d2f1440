using Bubblescript.Binding.Tree;

namespace Bubblescript.Storage;

/// <summary>What a saved state keeps of a body to recognise it and its statements.</summary>
/// <param name="Hash">Differs when the body differs.</param>
/// <param name="Marks">A short hash of each statement's identity; 0 for statements without one.</param>
internal sealed record BodyOutline(string Hash, uint[] Marks)
{
    private const int MarkBytes = 3;
    private const int LongestTrail = 32;

    private readonly string?[] _trails = new string?[Marks.Length];

    /// <summary>The marks of the next statements behind a position, as text: by them the next surviving one is found in a changed body.</summary>
    public string TrailAfter(int position) => _trails[position] ??= MakeTrailAfter(position);

    private string MakeTrailAfter(int position)
    {
        Span<byte> bytes = stackalloc byte[LongestTrail * MarkBytes];
        int length = 0;
        for (int i = position + 1; i < Marks.Length && length < bytes.Length; i++)
        {
            uint mark = Marks[i];
            if (mark != 0)
            {
                bytes[length++] = (byte)(mark >> 16);
                bytes[length++] = (byte)(mark >> 8);
                bytes[length++] = (byte)mark;
            }
        }

        return Convert.ToBase64String(bytes[..length]);
    }

    /// <summary>The position of the first statement of a trail that this body has; the end of the body when none is left.</summary>
    /// <exception cref="FormatException">The text is no trail.</exception>
    public int FindFirst(string trail)
    {
        byte[] bytes = Convert.FromBase64String(trail);
        for (int i = 0; i + MarkBytes <= bytes.Length; i += MarkBytes)
        {
            uint mark = ((uint)bytes[i] << 16) | ((uint)bytes[i + 1] << 8) | bytes[i + 2];
            int position = Array.IndexOf(Marks, mark);
            if (position >= 0)
            {
                return position;
            }
        }

        return Marks.Length;
    }

    public static BodyOutline Of(BoundBody body)
    {
        uint[] marks = new uint[body.Code.Length];
        ulong hash = Start;
        for (int i = 0; i < marks.Length; i++)
        {
            BoundStatement statement = body.Code[i];
            string identity = body.IdentityOf(i);
            hash = Add(hash, identity);
            hash = AddTargets(hash, statement);
            if (identity.Length > 0)
            {
                ulong own = Add(Start, identity);
                marks[i] = Math.Max(1, (uint)((own ^ (own >> 24) ^ (own >> 48)) & 0xFF_FFFF));
            }
        }

        foreach (string local in body.LocalNames)
        {
            hash = Add(hash, local);
        }

        return new BodyOutline(hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture), marks);
    }

    private const ulong Start = 14_695_981_039_346_656_037;

    /// <summary>FNV-1a: saved, so it must stay the same on every machine and in every version.</summary>
    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            hash = Add(hash, character);
        }

        return Add(hash, -1);
    }

    private static ulong Add(ulong hash, int number) => unchecked((hash ^ (uint)number) * 1_099_511_628_211);

    private static ulong AddTargets(ulong hash, BoundStatement statement)
    {
        switch (statement)
        {
            case JumpStatement jump:
                return Add(hash, jump.Target.Position);
            case ConditionalJumpStatement jump:
                return Add(hash, jump.Target.Position);
            case CaseJumpStatement jump:
                return Add(hash, jump.Target.Position);
            case RepeatNextStatement next:
                return Add(hash, next.Exit.Position);
            case BreakStatement:
                return Add(hash, 1);
            case RandomStatement random:
                return random.Alternatives.Aggregate(hash, static (sum, label) => Add(sum, label.Position));
            case OnceStatement once:
                return once.Alternatives.Append(once.After).Aggregate(hash, static (sum, label) => Add(sum, label.Position));
            default:
                return hash;
        }
    }
}
