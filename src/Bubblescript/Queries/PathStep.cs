using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>A step of a path with its value (query language, section 6).</summary>
internal readonly struct PathStep
{
    private PathStep(PathStepKind kind, Value operand, long position, CompiledQuery? query)
    {
        Kind = kind;
        Operand = operand;
        Position = position;
        Compiled = query;
    }

    public PathStepKind Kind { get; }

    /// <summary>The value that the step was made of.</summary>
    public Value Operand { get; }

    /// <summary>The index of a <see cref="PathStepKind.Position"/>.</summary>
    public long Position { get; }

    /// <summary>The query, when it was compiled before.</summary>
    public CompiledQuery? Compiled { get; }

    /// <summary>The key, or the text of the position.</summary>
    public string Key => Kind == PathStepKind.Position ? NumberText.Format(Position) : Operand.AsString() ?? ValueText.ToText(Operand);

    /// <summary>
    /// The key that the step is in a map. Numbers are looked up as their text; the float of a whole number is also the index that it equals.
    /// </summary>
    public string KeyIn(MapValue map)
    {
        if (!Operand.IsFloat)
        {
            return Key;
        }

        string text = ValueText.ToText(Operand);
        return Kind == PathStepKind.None || map.ContainsKey(text) ? text : Key;
    }

    /// <summary>Whether the step names an entry of a map.</summary>
    public bool IsKeyOfMap => Kind is PathStepKind.Key or PathStepKind.Position || (Kind == PathStepKind.None && Operand.IsFloat);

    /// <summary><c>.name</c>.</summary>
    public static PathStep Field(string name) => new(PathStepKind.Key, name, 0, query: null);

    /// <summary><c>[value]</c>. Messages and entities count as their text or value.</summary>
    public static PathStep Index(Value value)
    {
        value = Values.Operand.Of(value);
        switch (value.Kind)
        {
            case ValueKind.String or ValueKind.Atom:
                return new PathStep(PathStepKind.Key, value, 0, query: null);
            case ValueKind.Integer:
                return new PathStep(PathStepKind.Position, value, value.RawInteger, query: null);
            case ValueKind.Float when Math.Floor(value.RawFloat).Equals(value.RawFloat) && Math.Abs(value.RawFloat) < long.MaxValue:
                return new PathStep(PathStepKind.Position, value, (long)value.RawFloat, query: null);
            case ValueKind.Map:
                return new PathStep(PathStepKind.Query, value, 0, query: null);
            default:
                return new PathStep(PathStepKind.None, value, 0, query: null);
        }
    }

    /// <summary><c>[key: value, …]</c>.</summary>
    public static PathStep Query(Value query) => new(PathStepKind.Query, query, 0, query: null);

    /// <summary><c>[key: value, …]</c> with a query that was compiled before.</summary>
    public static PathStep Query(CompiledQuery query) => new(PathStepKind.Query, default, 0, query);
}
