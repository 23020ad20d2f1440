using System.Collections.Immutable;

namespace Bubblescript.Coordination.Mail;

/// <summary>A reply of a mail server: a code of three digits and at least one line.</summary>
internal sealed record SmtpReply(int Code, ImmutableArray<string> Lines)
{
    public override string ToString() => $"{Code} {string.Join(' ', Lines)}";
}
