using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>A mail or text message that a script sends.</summary>
/// <param name="Type"><c>mail</c> or <c>sms_notify</c>.</param>
/// <param name="To">The receiver as the script names it.</param>
/// <param name="Subject">The subject; empty for text messages.</param>
/// <param name="Body">The text.</param>
/// <param name="Options">Further options of the script.</param>
public sealed record MailMessage(string Type, string To, string Subject, string Body, MapValue Options);
