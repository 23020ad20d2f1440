using Superpower.Model;

namespace Superpower;

/// <summary>Thrown when a parser is defined wrongly, for example when it repeats something that consumes nothing.</summary>
internal sealed class ParseException : Exception
{
    public ParseException()
    {
    }

    public ParseException(string message)
        : base(message)
    {
    }

    public ParseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ParseException(string message, Position errorPosition)
        : base(message) => ErrorPosition = errorPosition;

    public ParseException(string message, Position errorPosition, Exception? innerException)
        : base(message, innerException) => ErrorPosition = errorPosition;

    public Position ErrorPosition { get; }
}
