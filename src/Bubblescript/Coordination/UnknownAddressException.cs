namespace Bubblescript.Coordination;

/// <summary>No process has the address that a host sent something to.</summary>
public sealed class UnknownAddressException : Exception
{
    /// <summary>Makes an exception without message.</summary>
    public UnknownAddressException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which address is unknown.</param>
    public UnknownAddressException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which address is unknown.</param>
    /// <param name="innerException">The cause.</param>
    public UnknownAddressException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
