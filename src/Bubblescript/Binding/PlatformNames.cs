using System.Collections.Frozen;

namespace Bubblescript.Binding;

/// <summary>Names with a meaning for the runtime (language reference, section 8.1; tasks, section 9).</summary>
internal static class PlatformNames
{
    public const string Main = "__main__";
    public const string Root = "__root__";
    public const string Unknown = "__unknown__";
    public const string UnknownEvent = "__unknown_event__";
    public const string UnknownLocation = "__unknown_location__";
    public const string UnknownAttachment = "__unknown_attachment__";
    public const string Returning = "__returning__";
    public const string AskTimeout = "__ask_timeout__";
    public const string Timeout = "__timeout__";
    public const string Resume = "__resume__";
    public const string Closed = "__closed__";
    public const string Error = "__error__";
    public const string Initialize = "__init__";
    public const string UserMessage = "__user_message__";
    public const string Resolve = "__resolve__";

    private static readonly FrozenSet<string> Dialogs = FrozenSet.Create(
        StringComparer.Ordinal, Main, Root, Unknown, UnknownEvent, UnknownLocation, UnknownAttachment, Returning, AskTimeout, Timeout, Resume, Closed, Error);

    /// <summary>Whether the runtime starts a dialog of this name.</summary>
    public static bool IsDialog(string name) => Dialogs.Contains(name);
}
