using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Makes the tree of dialogs of a declaration: inner ones stand among the statements of the outer one.</summary>
internal static class DialogSymbols
{
    public static DialogSymbol Declare(DialogDeclaration declaration, SourceText source, DialogSymbol? parent, bool isDefault)
    {
        DialogSymbol symbol = new(declaration, source, parent, isDefault);
        foreach (DialogStatement inner in declaration.Body.Statements.OfType<DialogStatement>())
        {
            symbol.Inner.Add(Declare(inner.Declaration, source, symbol, isDefault));
        }

        return symbol;
    }
}
