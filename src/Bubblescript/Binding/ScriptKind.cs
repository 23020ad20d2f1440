namespace Bubblescript.Binding;

/// <summary>Which process runs a script (language reference, section 6.1).</summary>
internal enum ScriptKind
{
    Main,
    Master,
    Group,
}
