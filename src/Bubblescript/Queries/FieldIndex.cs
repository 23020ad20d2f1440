using System.Runtime.InteropServices;
using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>
/// The positions of the items of a list by the value of a field, and by the members of values that are lists. Only simple values are looked up. All
/// positions stand in one array, those of a value together, so that an index needs little more memory than its values do. Immutable.
/// </summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<Value, int> _groups;
    private readonly int[] _starts;
    private readonly int[] _positions;

    private FieldIndex(Dictionary<Value, int> groups, int[] starts, int[] positions)
    {
        _groups = groups;
        _starts = starts;
        _positions = positions;
    }

    public static FieldIndex Build(ListValue list, string[] path, LocaleContext locale)
    {
        Builder builder = new(list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            Value value = Operand.Of(TermNode.Read(list[i], path, locale));
            if (value.AsList() is not { } members)
            {
                builder.Add(value, i);
                continue;
            }

            foreach (Value member in members.AsSpan())
            {
                builder.Add(Operand.Of(member), i);
            }
        }

        return builder.Build();
    }

    /// <summary>Whether values of this kind are in the index: those that need no comparison of their parts.</summary>
    public static bool CanFind(Value value) => Operand.Of(value).Kind
        is ValueKind.Nil or ValueKind.Boolean or ValueKind.Integer or ValueKind.Float or ValueKind.String or ValueKind.Atom;

    /// <summary>The positions of a value, in order.</summary>
    public ReadOnlySpan<int> Find(Value value) =>
        _groups.TryGetValue(value, out int group) ? _positions.AsSpan(_starts[group], _starts[group + 1] - _starts[group]) : [];

    private sealed class Builder(int count)
    {
        private readonly Dictionary<Value, int> _groups = new(ExactComparer.Instance);
        private readonly List<(int Count, int Last)> _sizes = [];
        private readonly List<(int Group, int Position)> _entries = new(count);

        public void Add(Value value, int position)
        {
            if (!CanFind(value))
            {
                return;
            }

            ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, value, out bool isKnown);
            if (!isKnown)
            {
                group = _sizes.Count;
                _sizes.Add((0, -1));
            }

            (int size, int last) = _sizes[group];
            if (last != position)
            {
                _sizes[group] = (size + 1, position);
                _entries.Add((group, position));
            }
        }

        public FieldIndex Build()
        {
            int[] starts = new int[_sizes.Count + 1];
            for (int i = 0; i < _sizes.Count; i++)
            {
                starts[i + 1] = starts[i] + _sizes[i].Count;
            }

            int[] next = starts[..^1];
            int[] positions = new int[_entries.Count];
            foreach ((int group, int position) in CollectionsMarshal.AsSpan(_entries))
            {
                positions[next[group]++] = position;
            }

            _groups.TrimExcess();
            return new FieldIndex(_groups, starts, positions);
        }
    }
}
