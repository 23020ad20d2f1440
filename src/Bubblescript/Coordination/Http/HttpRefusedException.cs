namespace Bubblescript.Coordination.Http;

/// <summary>A call that the host does not allow, or an answer that breaks its limits. The message is for the script.</summary>
internal sealed class HttpRefusedException : Exception
{
    public HttpRefusedException()
        : this("the call was refused")
    {
    }

    public HttpRefusedException(string message)
        : base(message)
    {
    }

    public HttpRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
