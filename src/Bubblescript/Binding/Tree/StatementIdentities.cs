using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>
/// The identities of the statements of a body (execution model, section 9): kind, text without blanks and ordinal among equal ones in the body. They find
/// a statement again after a change of script. Immutable, safe for use by several threads.
/// </summary>
internal sealed class StatementIdentities
{
    private readonly string[] _identities;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    public StatementIdentities(SourceText source, ImmutableArray<StatementText> statements)
    {
        _identities = new string[statements.Length];
        Dictionary<string, int> ordinals = new(StringComparer.Ordinal);
        for (int i = 0; i < statements.Length; i++)
        {
            _identities[i] = statements[i].Kind.Length == 0 ? "" : Next(ordinals, $"{statements[i].Kind}:{CompactText.Of(source, statements[i].Span)}");
            _positions.TryAdd(_identities[i], i);
        }

        _positions.Remove("");
    }

    /// <summary>The identity of the statement at a position; empty for jumps.</summary>
    public string this[int position] => _identities[position];

    /// <summary>The position of a statement, or -1.</summary>
    public int Find(string identity) => _positions.GetValueOrDefault(identity, -1);

    /// <summary>Makes a text unique by its ordinal among equal ones.</summary>
    public static string Next(Dictionary<string, int> ordinals, string head)
    {
        int ordinal = ordinals.GetValueOrDefault(head);
        ordinals[head] = ordinal + 1;
        return Number(head, ordinal);
    }

    /// <summary>A text with its ordinal, which the first one does without.</summary>
    public static string Number(string head, int ordinal) => ordinal == 0 ? head : string.Create(CultureInfo.InvariantCulture, $"{head}#{ordinal + 1}");
}
