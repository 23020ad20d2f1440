namespace Bubblescript.Testing.Transcripts;

/// <summary>A line of a chat block.</summary>
internal abstract record TranscriptStep(StepHead Head)
{
    /// <summary>The conversation that lines without a name mean.</summary>
    public const string DefaultConversation = "user";
}
