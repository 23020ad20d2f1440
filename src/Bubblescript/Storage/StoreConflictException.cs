namespace Bubblescript.Storage;

/// <summary>A commit does not follow on what is stored: another host works on the process.</summary>
public sealed class StoreConflictException : StoreException
{
    /// <summary>Makes an exception without message.</summary>
    public StoreConflictException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What could not be done, why, and what to do.</param>
    public StoreConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What could not be done, why, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StoreConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The exception for a commit that does not fit.</summary>
    public static StoreConflictException For(ProcessCommit commit, long storedVersion) => new(
        $"The process '{commit.Address}' is stored as version {storedVersion}, so version {commit.Version} cannot follow. " +
        "Another host works on the same store; let one host at a time use it.");
}
