using Bubblescript.Values;

namespace Bubblescript.Interpretation.Effects;

/// <summary>A mail or text message for the host to send.</summary>
/// <param name="Type"><c>mail</c> or <c>sms_notify</c>.</param>
/// <param name="To">The receiver.</param>
/// <param name="Subject">The subject; empty for text messages.</param>
/// <param name="Body">The text.</param>
/// <param name="Options">Further options of <c>mail</c>.</param>
internal sealed record MailEffect(string Type, string To, string Subject, string Body, MapValue Options) : Effect;
