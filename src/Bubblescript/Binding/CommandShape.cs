namespace Bubblescript.Binding;

/// <summary>What the first argument of a statement word is.</summary>
internal enum CommandShape
{
    /// <summary>An expression.</summary>
    Expressions,

    /// <summary>The name of a dialog.</summary>
    DialogName,

    /// <summary>The name of a task.</summary>
    TaskName,

    /// <summary>A path to a variable.</summary>
    Path,
}
