namespace Superpower.Model;

/// <summary>A failure of which both a message and expectations are known.</summary>
internal sealed record TokenListFailure(string? Message, string[]? Expectations);
