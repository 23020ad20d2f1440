namespace Bubblescript.Testing.Stores;

/// <summary>A store does not do what hosts rely on.</summary>
/// <param name="message">What was expected, and what the store did.</param>
public sealed class StoreConformanceException(string message) : Exception(message);
