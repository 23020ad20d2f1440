namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>The random script does not come to rest soon; another one is taken.</summary>
internal sealed class EndlessConversationException : Exception;
