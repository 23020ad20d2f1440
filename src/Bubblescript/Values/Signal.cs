namespace Bubblescript.Values;

/// <summary>
/// Why an evaluation gave no value: it failed or it waits for the outside. Signals travel as values (<see cref="Value.IsSignal"/>), so that
/// neither errors nor waits need exceptions.
/// </summary>
internal abstract class Signal() : ValueObject(ValueKind.Signal);
