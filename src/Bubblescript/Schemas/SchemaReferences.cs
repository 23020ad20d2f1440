using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>
/// Finds what <c>$ref</c> names: <c>#</c> the schema itself, <c>#/definitions/x</c> a part of it, <c>x</c>, <c>#/x</c> or <c>#/schemas/x</c> an entry of
/// <c>@schemas</c>, and <c>x#/definitions/y</c> a part of such an entry. Nothing is ever fetched from elsewhere.
/// </summary>
internal sealed class SchemaReferences(MapValue schemas)
{
    private static readonly string[] Prefixes = ["/schemas/", "/components/schemas/", "/"];

    public bool TryResolve(string reference, Value document, out SchemaTarget target, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        string name = Decode(hash < 0 ? reference : reference[..hash]);
        string pointer = hash < 0 ? "" : Decode(reference[(hash + 1)..]);
        if (name.Length == 0)
        {
            if (TryFollow(document, pointer, out Value found))
            {
                target = new SchemaTarget(found, document);
                return true;
            }

            if (TryFindShared(pointer, out target))
            {
                return true;
            }
        }
        else if (schemas.TryGetValue(name, out Value shared) && TryFollow(shared, pointer, out Value found))
        {
            target = new SchemaTarget(found, shared);
            return true;
        }

        target = default;
        problem = $"there is no schema \"{reference}\" in @schemas";
        return false;
    }

    private bool TryFindShared(string pointer, out SchemaTarget target)
    {
        foreach (string prefix in Prefixes)
        {
            if (!pointer.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            string rest = pointer[prefix.Length..];
            int end = rest.IndexOf('/', StringComparison.Ordinal);
            string name = Unescape(end < 0 ? rest : rest[..end]);
            if (schemas.TryGetValue(name, out Value shared) && TryFollow(shared, end < 0 ? "" : rest[end..], out Value found))
            {
                target = new SchemaTarget(found, shared);
                return true;
            }
        }

        target = default;
        return false;
    }

    private static bool TryFollow(Value value, string pointer, out Value found)
    {
        found = value;
        if (pointer.Length == 0)
        {
            return true;
        }

        if (pointer[0] != '/')
        {
            return false;
        }

        foreach (string step in pointer[1..].Split('/'))
        {
            if (found.AsList() is { } list && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Count)
            {
                found = list[index];
            }
            else if (found.AsMap() is not { } map || !map.TryGetValue(Unescape(step), out found))
            {
                return false;
            }
        }

        return true;
    }

    private static string Decode(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;

    private static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
