namespace Bubblescript.Values;

/// <summary>Tells whether a message is what an intent or entity matcher describes; equality of records needs it (language reference, section 3.5).</summary>
internal interface IUtteranceMatcher
{
    /// <summary>Whether one of the matcher's patterns matches the message.</summary>
    bool Matches(RecordValue message, RecordValue matcher);
}
