namespace Bubblescript.Coordination.Mail;

/// <summary>A mail could not be handed to the mail server. The message says why, for the operator of the host.</summary>
public sealed class MailDeliveryException : Exception
{
    /// <summary>Makes the exception without a reason.</summary>
    public MailDeliveryException()
        : this("The mail could not be sent.")
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why.</param>
    public MailDeliveryException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why.</param>
    /// <param name="innerException">What was thrown.</param>
    public MailDeliveryException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same mail may be accepted later.</summary>
    public bool IsTransient { get; init; }
}
