namespace Bubblescript.Syntax.Tree;

/// <summary><c>test "name" do … end</c>.</summary>
internal sealed record TestItem(Expression Name, Block Body) : ScriptItem;
