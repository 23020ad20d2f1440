namespace Bubblescript.Storage;

/// <summary>A store cannot do what was asked. Nothing was changed, or it is not known whether it was; the call may be repeated.</summary>
public class StoreException : Exception
{
    /// <summary>Makes an exception without message.</summary>
    public StoreException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What could not be done, why, and what to do.</param>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What could not be done, why, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
