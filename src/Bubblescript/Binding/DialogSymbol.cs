using Bubblescript.Binding.Tree;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>A declared dialog while its program is bound: the tree of declarations and who names whom.</summary>
internal sealed class DialogSymbol(DialogDeclaration declaration, SourceText source, DialogSymbol? parent, bool isDefault)
{
    public DialogDeclaration Declaration { get; } = declaration;

    public SourceText Source { get; } = source;

    public DialogSymbol? Parent { get; } = parent;

    /// <summary>Whether the library brought the dialog.</summary>
    public bool IsDefault { get; } = isDefault;

    public string? Name => Declaration.Name?.Text;

    /// <summary>Whether users, events or pins start it: it has an option in its head.</summary>
    public bool HasHead => Declaration.Options.Length > 0;

    /// <summary>Whether the runtime starts it by its name (language reference, section 8.1).</summary>
    public bool IsPlatform => Name is { } name && PlatformNames.IsDialog(name);

    public List<DialogSymbol> Inner { get; } = [];

    /// <summary>The names in the statements of this dialog, without those of inner dialogs.</summary>
    public List<DialogReference> References { get; } = [];

    public BoundDialog Bound { get; set; } = null!;
}
