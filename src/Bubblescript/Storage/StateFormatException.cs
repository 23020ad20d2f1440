namespace Bubblescript.Storage;

/// <summary>A saved document cannot be loaded.</summary>
public sealed class StateFormatException : Exception
{
    /// <summary>Makes an exception without message.</summary>
    public StateFormatException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong with the document and what to do.</param>
    public StateFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong with the document and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StateFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the document is fine but not for this host - a newer format, a bot that the workspace does not have - and has to stay as it is.
    /// </summary>
    public bool IsForeign { get; init; }
}
