namespace Bubblescript.Binding.Tree;

/// <summary>Where a variable lives.</summary>
internal enum VariableScope
{
    /// <summary>A variable of the process, by slot.</summary>
    Process,

    /// <summary>A variable of the running body, by slot.</summary>
    Local,

    /// <summary>A variable of the runtime; the slot is the <see cref="Evaluation.PredefinedVariable"/>.</summary>
    Predefined,
}
