namespace Bubblescript.Interpretation;

/// <summary>Who asked: the address of the asking process and the id of its call.</summary>
internal sealed record QueryReference(string Asker, string CallId);
