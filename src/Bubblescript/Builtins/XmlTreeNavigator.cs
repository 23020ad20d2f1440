using System.Diagnostics;
using System.Xml;
using System.Xml.XPath;

namespace Bubblescript.Builtins;

/// <summary>
/// Lets XPath walk over a tree. Prefixes stand for themselves as namespaces. Counts its steps and gives up when a search takes too long, which the
/// engine itself cannot do.
/// </summary>
internal sealed class XmlTreeNavigator : XPathNavigator
{
    private const int DocumentOrder = -1;

    private readonly Budget _budget;
    private XmlTreeNode _node;
    private int _attribute;

    public XmlTreeNavigator(XmlTreeNode document, TimeSpan time)
        : this(document, DocumentOrder, new Budget(time))
    {
    }

    private XmlTreeNavigator(XmlTreeNode node, int attribute, Budget budget)
    {
        _node = node;
        _attribute = attribute;
        _budget = budget;
    }

    /// <summary>The node at which the navigator stands.</summary>
    public XmlTreeNode Node => _node;

    public override string BaseURI => string.Empty;

    public override XmlNameTable NameTable => _budget.Names;

    public override XPathNodeType NodeType =>
        IsAttribute ? XPathNodeType.Attribute
        : _node.Text is not null ? XPathNodeType.Text
        : _node.Name is not null ? XPathNodeType.Element
        : XPathNodeType.Root;

    public override string Name => (IsAttribute ? _node.Attributes[_attribute].Key : _node.Name) ?? string.Empty;

    public override string LocalName => _budget.Names.Add(Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    public override string Prefix => _budget.Names.Add(Name.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? Name[..colon] : string.Empty);

    public override string NamespaceURI => Prefix;

    public override bool IsEmptyElement => !IsAttribute && _node.Children.Count == 0;

    public override string Value
    {
        get
        {
            if (IsAttribute)
            {
                return _node.Attributes[_attribute].Value;
            }

            System.Text.StringBuilder text = new();
            AppendText(text, _node);
            return text.ToString();
        }
    }

    private bool IsAttribute => _attribute >= 0;

    public override XPathNavigator Clone() => new XmlTreeNavigator(_node, _attribute, _budget);

    public override bool IsSamePosition(XPathNavigator other) =>
        other is XmlTreeNavigator navigator && ReferenceEquals(navigator._node, _node) && navigator._attribute == _attribute;

    public override bool MoveTo(XPathNavigator other)
    {
        if (other is not XmlTreeNavigator navigator)
        {
            return false;
        }

        _budget.Step();
        _node = navigator._node;
        _attribute = navigator._attribute;
        return true;
    }

    public override bool MoveToFirstAttribute() => !IsAttribute && _node.Attributes.Count > 0 && Go(_node, 0);

    public override bool MoveToNextAttribute() => IsAttribute && _attribute + 1 < _node.Attributes.Count && Go(_node, _attribute + 1);

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => false;

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => false;

    public override bool MoveToId(string id) => false;

    public override bool MoveToFirstChild() => !IsAttribute && _node.Children.Count > 0 && Go(_node.Children[0], DocumentOrder);

    public override bool MoveToNext() => MoveToSibling(1);

    public override bool MoveToPrevious() => MoveToSibling(-1);

    public override bool MoveToParent() => IsAttribute ? Go(_node, DocumentOrder) : _node.Parent is { } parent && Go(parent, DocumentOrder);

    private static void AppendText(System.Text.StringBuilder text, XmlTreeNode node)
    {
        text.Append(node.Text);
        foreach (XmlTreeNode child in node.Children)
        {
            AppendText(text, child);
        }
    }

    private bool MoveToSibling(int step)
    {
        if (IsAttribute || _node.Parent is not { } parent)
        {
            return false;
        }

        int index = _node.Index + step;
        return index >= 0 && index < parent.Children.Count && Go(parent.Children[index], DocumentOrder);
    }

    private bool Go(XmlTreeNode node, int attribute)
    {
        _budget.Step();
        _node = node;
        _attribute = attribute;
        return true;
    }

    private sealed class Budget(TimeSpan time)
    {
        private const int StepsBetweenChecks = 10_000;

        private readonly long _started = Stopwatch.GetTimestamp();
        private int _steps;

        public NameTable Names { get; } = new();

        public void Step()
        {
            if (++_steps % StepsBetweenChecks == 0 && Stopwatch.GetElapsedTime(_started) > time)
            {
                throw new TimeoutException();
            }
        }
    }
}
