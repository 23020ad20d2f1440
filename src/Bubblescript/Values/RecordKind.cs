namespace Bubblescript.Values;

/// <summary>The records of the runtime (language reference, section 5).</summary>
public enum RecordKind
{
    /// <summary>A user utterance.</summary>
    Message,

    /// <summary>A recognised entity: <c>kind provider value raw extra</c>.</summary>
    Entity,

    /// <summary>An intent: <c>id label match</c>.</summary>
    Intent,

    /// <summary>An entity matcher: <c>match label return</c>.</summary>
    EntityMatcher,

    /// <summary>An upload: <c>type url caption id metadata from</c>.</summary>
    Attachment,

    /// <summary>A location: <c>lat lon</c>.</summary>
    Location,

    /// <summary>An event: <c>name payload sender</c>.</summary>
    Event,

    /// <summary>A sentence of an utterance.</summary>
    Sentence,

    /// <summary>A token of a sentence.</summary>
    Token,

    /// <summary>A runtime error: <c>message location file line column dialog</c>.</summary>
    Error,

    /// <summary>Something that <c>show</c> sends: <c>type</c> and a payload.</summary>
    Element,

    /// <summary>An input method: <c>type</c> and its configuration.</summary>
    Widget,

    /// <summary>What <c>user</c>, <c>bot</c>, <c>conversation</c>, <c>dialog</c>, <c>request</c> and <c>visitor</c> hold.</summary>
    Context,
}
