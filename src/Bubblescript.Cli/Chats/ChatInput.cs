using Bubblescript.Coordination;

namespace Bubblescript.Cli.Chats;

/// <summary>A line that somebody typed.</summary>
internal abstract record ChatInput
{
    private ChatInput()
    {
    }

    /// <summary>The user does something.</summary>
    public sealed record Act(UserAction Action) : ChatInput;

    /// <summary><c>:as</c>: another user types from now on.</summary>
    public sealed record SpeakAs(string UserId) : ChatInput;

    /// <summary><c>:vars</c>, of all variables or of one expression.</summary>
    public sealed record ShowVariables(string Expression) : ChatInput;

    /// <summary><c>:stack</c>.</summary>
    public sealed record ShowStack : ChatInput;

    /// <summary><c>:help</c>.</summary>
    public sealed record Help : ChatInput;

    /// <summary><c>:quit</c>.</summary>
    public sealed record Quit : ChatInput;

    /// <summary>A command that cannot be understood.</summary>
    public sealed record Invalid(string Problem) : ChatInput;
}
