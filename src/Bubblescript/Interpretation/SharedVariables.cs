using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>
/// A turn's working copy of the predefined variables that a process keeps: they are copied when the turn first changes one, and only up to the last one that
/// is set.
/// </summary>
internal struct SharedVariables(ImmutableArray<Value> initial)
{
    private Value[] _values = ImmutableCollectionsMarshal.AsArray(initial) ?? [];
    private bool _isOwned;

    public readonly Value this[PredefinedVariable variable] => (int)variable < _values.Length ? _values[(int)variable] : default;

    public void Set(PredefinedVariable variable, Value value)
    {
        int index = (int)variable;
        if (index >= _values.Length)
        {
            if (value.IsNil)
            {
                return;
            }

            Own(index + 1);
        }
        else if (!_isOwned)
        {
            if (value.IsNil && _values[index].IsNil)
            {
                return;
            }

            Own(_values.Length);
        }

        _values[index] = value;
    }

    public void Clear()
    {
        _values = [];
        _isOwned = false;
    }

    public readonly ReadOnlySpan<Value> AsSpan() => _values;

    public readonly ImmutableArray<Value> ToImmutable() => ImmutableCollectionsMarshal.AsImmutableArray(_values);

    private void Own(int length)
    {
        Value[] values = new Value[length];
        _values.CopyTo(values, 0);
        _values = values;
        _isOwned = true;
    }
}
