namespace Bubblescript.Interpretation.Inputs;

/// <summary>One thing that a process works on in one turn (execution model, sections 3 to 7).</summary>
internal abstract record ProcessInput
{
    /// <summary>The client's id of the input, by which a repetition is recognised; null when there is none.</summary>
    public string? Id { get; init; }
}
