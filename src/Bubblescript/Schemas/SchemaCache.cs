using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>
/// Remembers compiled schemas by the map they were written as, for as long as that map lives: the schemas of a bot are compiled once.
/// Safe for use by several threads.
/// </summary>
/// <param name="schemas">The value of <c>@schemas</c>.</param>
internal sealed class SchemaCache(MapValue schemas)
{
    private readonly ConditionalWeakTable<MapValue, Entry> _entries = [];

    /// <summary>The compiled schema, or what is wrong with it.</summary>
    public bool TryGet(Value schema, [NotNullWhen(true)] out CompiledSchema? compiled, [NotNullWhen(false)] out string? error)
    {
        if (schema.AsMap() is not { } map)
        {
            return CompiledSchema.TryCompile(schema, schemas, out compiled, out error);
        }

        Entry entry = _entries.GetValue(map, Compile);
        compiled = entry.Compiled;
        error = entry.Error;
        return compiled is not null;
    }

    private Entry Compile(MapValue schema)
    {
        CompiledSchema.TryCompile(schema, schemas, out CompiledSchema? compiled, out string? error);
        return new Entry(compiled, error ?? string.Empty);
    }

    private sealed record Entry(CompiledSchema? Compiled, string Error);
}
