namespace Bubblescript.Values;

/// <summary>The types of values (language reference, section 3.1).</summary>
public enum ValueKind
{
    /// <summary><c>nil</c>.</summary>
    Nil,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A 64-bit signed integer.</summary>
    Integer,

    /// <summary>A finite IEEE double.</summary>
    Float,

    /// <summary>Unicode text.</summary>
    String,

    /// <summary>An atom such as <c>:image</c>; equals the string of the same name.</summary>
    Atom,

    /// <summary>An immutable list.</summary>
    List,

    /// <summary>An immutable map with ordered text keys.</summary>
    Map,

    /// <summary>An inclusive range of integers.</summary>
    Range,

    /// <summary>A record of the runtime: a message, entity, intent, event …</summary>
    Record,

    /// <summary>Never seen by hosts or scripts: an evaluation that failed or waits.</summary>
    Signal,
}
