namespace Bubblescript.Binding;

/// <summary>Where a statement word is allowed (language reference, section 7).</summary>
[Flags]
internal enum CommandPlaces
{
    None = 0,

    /// <summary>Dialogs of conversations.</summary>
    ConversationDialog = 1,

    /// <summary>Dialogs of master and groups.</summary>
    CoordinatorDialog = 2,

    Task = 4,

    Function = 8,

    Dialog = ConversationDialog | CoordinatorDialog,

    Acting = Dialog | Task,

    Everywhere = Dialog | Task | Function,
}
