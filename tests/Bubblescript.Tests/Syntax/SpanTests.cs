using System.Collections;
using System.Reflection;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Tests.Syntax;

public sealed class SpanTests
{
    private const string Text = """
        @menu ["a", k: 2]

        dialog main, trigger: "x" when open do
          x = ask "Name?", timout: 10
          invoke ask_nmae, :reset
          say lenght(list.items[0]) + -1
          y = length a.b, "k l": %{q: [1], 2 => 3}
          show image "u#{name}"
        end
        """;

    [Theory]
    [InlineData("ConstantItem", "@menu [\"a\", k: 2]")]
    [InlineData("ConstantItem.Name", "@menu")]
    [InlineData("DialogDeclaration.Name", "main")]
    [InlineData("Argument.Key", "trigger")]
    [InlineData("Argument.Key", "timout")]
    [InlineData("Argument.Key", "\"k l\"")]
    [InlineData("Argument", "timout: 10")]
    [InlineData("CommandStatement.Word", "invoke")]
    [InlineData("CommandStatement", "invoke ask_nmae, :reset")]
    [InlineData("AssignStatement", "x = ask \"Name?\", timout: 10")]
    [InlineData("NameExpression", "ask_nmae")]
    [InlineData("AtomLiteral", ":reset")]
    [InlineData("CallExpression.Name", "lenght")]
    [InlineData("CallExpression", "lenght(list.items[0])")]
    [InlineData("FieldExpression.Name", "items")]
    [InlineData("IndexExpression", "list.items[0]")]
    [InlineData("BinaryExpression", "lenght(list.items[0]) + -1")]
    [InlineData("UnaryExpression", "-1")]
    [InlineData("CallExpression", "length a.b, \"k l\": %{q: [1], 2 => 3}")]
    [InlineData("MapEntry", "2 => 3")]
    [InlineData("MapEntry.Key", "q")]
    [InlineData("ListExpression", "[\"a\", k: 2]")]
    [InlineData("StringExpression", "\"u#{name}\"")]
    [InlineData("InterpolationPart", "#{name}")]
    [InlineData("NameExpression", "name")]
    public void Nodes_know_their_place(string node, string text) =>
        Places(Scripts.ParseValid(Text)).Should().Contain((node, text));

    [Fact]
    public void Children_lie_within_their_parents()
    {
        foreach ((_, string text) in Scripts.Conformance())
        {
            CheckWithin(Scripts.ParseValid(text), new SourceSpan(0, text.Length));
        }
    }

    private static IEnumerable<(string Node, string Text)> Places(Script script) => Walk(script, string.Empty)
        .Select(place => (place.Name, script.Source.Text.Substring(place.Node.Span.Start, place.Node.Span.Length)));

    private static IEnumerable<(string Name, SyntaxNode Node)> Walk(SyntaxNode node, string name)
    {
        yield return (node is Identifier ? name : node.GetType().Name, node);
        foreach ((string property, SyntaxNode child) in Children(node))
        {
            foreach ((string Name, SyntaxNode Node) inner in Walk(child, $"{node.GetType().Name}.{property}"))
            {
                yield return inner;
            }
        }
    }

    private static void CheckWithin(SyntaxNode node, SourceSpan parent)
    {
        (node.Span.Start >= parent.Start && node.Span.End <= parent.End).Should().BeTrue("{0} at {1} lies within {2}", node.GetType().Name, node.Span, parent);
        foreach ((_, SyntaxNode child) in Children(node))
        {
            CheckWithin(child, node.Span);
        }
    }

    private static IEnumerable<(string Property, SyntaxNode Child)> Children(SyntaxNode node)
    {
        foreach (PropertyInfo property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite))
        {
            object? value = property.GetValue(node);
            if (value is SyntaxNode child)
            {
                yield return (property.Name, child);
            }
            else if (value is IEnumerable items and not string)
            {
                foreach (SyntaxNode item in items.OfType<SyntaxNode>())
                {
                    yield return (property.Name, item);
                }
            }
        }
    }
}
