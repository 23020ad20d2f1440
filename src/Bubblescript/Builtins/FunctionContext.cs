using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>What builtins may know of the conversation that calls them. Implemented by the interpreter and, for constants, by the binder.</summary>
internal abstract class FunctionContext
{
    public abstract LocaleContext Locale { get; }

    /// <summary>The time of the turn.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>The IANA name of the default zone: the user's, else UTC.</summary>
    public abstract string TimeZone { get; }

    public abstract ExecutionLimits Limits { get; }

    public abstract IUtteranceMatcher Matcher { get; }

    /// <summary>A number of the conversation's own random sequence, at least 0 and less than <paramref name="exclusiveMaximum"/>.</summary>
    public abstract long NextRandom(long exclusiveMaximum);

    /// <summary>The base of links to the chat page, without a final slash.</summary>
    public abstract string ChatBaseAddress { get; }

    public abstract string BotId { get; }

    /// <summary>The text for the conversation's locale, or the source text.</summary>
    public abstract string Translate(string source);

    /// <summary>The schemas of the bot's schema files by name: the value of <c>@schemas</c>.</summary>
    public virtual MapValue Schemas => MapValue.Empty;

    /// <summary>What <c>declare task</c> says of a task, or null when the bot declares no such task.</summary>
    public virtual DeclaredTask? FindDeclaredTask(string name) => null;

    /// <summary>
    /// The captures of a BML pattern in a text, nil without a match, an error signal for a pattern that is none. With the built-in analysis, unless
    /// the conversation knows better.
    /// </summary>
    public virtual Value MatchText(string text, string pattern) => TextMatching.Match(text, pattern, EnglishAnalyzer.Instance, BmlOptions.Default, this);

    /// <summary>The value of a predefined or conversation variable.</summary>
    public abstract Value ReadVariable(string name);

    /// <summary>Starts or joins a group and gives its id.</summary>
    public abstract Value SpawnGroup(string? name, MapValue variables);

    /// <summary>Cancels a scheduled event; true if it was pending.</summary>
    public abstract bool Unschedule(string id);

    /// <summary>Hands a mail, text message, note, notification or escalation to the host when the turn commits.</summary>
    public abstract void Annotate(string type, string message, MapValue payload);

    /// <summary>
    /// The answer to a request. The first time, a signal that suspends the statement (return it); when the statement is evaluated again,
    /// the recorded answer.
    /// </summary>
    public abstract Value Await(ExternalRequest request);

    /// <summary>The error signal of a failed call; the caller of the function adds the place.</summary>
    public static Value Fail(string message) => new RuntimeError(message).ToValue();

    /// <summary>The error signal of a call that would exceed a limit.</summary>
    public static Value FailLimit(string message) => new RuntimeError(message, isLimit: true).ToValue();
}
