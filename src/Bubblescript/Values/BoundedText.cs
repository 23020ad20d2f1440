using System.Text;

namespace Bubblescript.Values;

/// <summary>
/// Collects text up to a length. One character more than the length shows that it was exceeded; values that share parts can stand for texts that
/// are exponentially long, so writers stop as soon as <see cref="IsFull"/>.
/// </summary>
internal sealed class BoundedText(int maximum)
{
    private readonly StringBuilder _builder = new();

    public int Length => _builder.Length;

    public bool IsFull { get; private set; }

    /// <summary>Whether a value was nested too deeply to be written.</summary>
    public bool IsTooDeep { get; private set; }

    public void Append(char character)
    {
        if (_builder.Length < maximum)
        {
            _builder.Append(character);
        }
        else
        {
            Overflow([character]);
        }
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length <= maximum - _builder.Length)
        {
            _builder.Append(text);
        }
        else
        {
            Overflow(text);
        }
    }

    public void StopTooDeep()
    {
        IsTooDeep = true;
        IsFull = true;
    }

    public override string ToString() => _builder.ToString();

    private void Overflow(ReadOnlySpan<char> text)
    {
        if (!IsFull)
        {
            IsFull = true;
            _builder.Append(text[..(maximum - _builder.Length + 1)]);
        }
    }
}
