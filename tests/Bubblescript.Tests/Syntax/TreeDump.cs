using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Tests.Syntax;

/// <summary>Writes a tree without its spans, so that trees can be compared and read.</summary>
internal static class TreeDump
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static string Of(SyntaxNode node)
    {
        StringBuilder builder = new();
        Write(builder, node);
        return builder.ToString();
    }

    private static void Write(StringBuilder builder, object? value)
    {
        switch (value)
        {
            case null:
                builder.Append('-');
                break;
            case string text:
                builder.Append('"').Append(text.Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
                break;
            case Identifier identifier:
                builder.Append(identifier.Text);
                break;
            case NameExpression name:
                builder.Append('$').Append(name.Name);
                break;
            case IntegerLiteral integer:
                builder.Append(integer.Value);
                break;
            case StringExpression { Style: StringStyle.Double, IsTranslatable: false, IsLiteral: true } text:
                Write(builder, text.LiteralText);
                break;
            case SyntaxNode node:
                WriteNode(builder, node);
                break;
            case IEnumerable items:
                WriteList(builder, items);
                break;
            default:
                builder.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteNode(StringBuilder builder, SyntaxNode node)
    {
        builder.Append('(').Append(node.GetType().Name
            .Replace("Expression", string.Empty, StringComparison.Ordinal)
            .Replace("Statement", string.Empty, StringComparison.Ordinal)
            .Replace("Literal", string.Empty, StringComparison.Ordinal));
        foreach (PropertyInfo property in Properties.GetOrAdd(node.GetType(), FindProperties))
        {
            builder.Append(' ');
            Write(builder, property.GetValue(node));
        }

        builder.Append(')');
    }

    private static void WriteList(StringBuilder builder, IEnumerable items)
    {
        builder.Append('[');
        bool isFirst = true;
        foreach (object? item in items)
        {
            builder.Append(isFirst ? string.Empty : " ");
            Write(builder, item);
            isFirst = false;
        }

        builder.Append(']');
    }

    private static PropertyInfo[] FindProperties(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.CanWrite && property.PropertyType != typeof(SourceSpan) && property.PropertyType != typeof(SourceText)),
    ];
}
