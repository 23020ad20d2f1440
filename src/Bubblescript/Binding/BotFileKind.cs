namespace Bubblescript.Binding;

/// <summary>What a file of a bot is, by its name (language reference, section 6.1).</summary>
internal enum BotFileKind
{
    Ignored,
    Main,
    Master,
    Group,
    Test,
    Data,
}
