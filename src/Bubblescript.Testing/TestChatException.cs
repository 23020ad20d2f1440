namespace Bubblescript.Testing;

/// <summary>The bot did not do what a test says; the message shows the whole conversation.</summary>
public sealed class TestChatException(string message) : Exception(message);
