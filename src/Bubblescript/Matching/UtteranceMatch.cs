using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>A match of a pattern (language reference, BML, section 7, and section 8.2 of the language reference). Immutable.</summary>
public sealed class UtteranceMatch
{
    internal UtteranceMatch(string text, ImmutableArray<UtteranceCapture> captures)
    {
        Text = text;
        Captures = captures;
    }

    /// <summary>The part of the utterance that matched as a whole, which scripts read as <c>entity</c>; empty when no token was taken.</summary>
    public string Text { get; }

    /// <summary>The captures, in the order in which their names were first assigned.</summary>
    public ImmutableArray<UtteranceCapture> Captures { get; }

    /// <summary>The capture of a name, or null when there is none.</summary>
    /// <param name="name">The name.</param>
    public UtteranceCapture? this[string name]
    {
        get
        {
            foreach (UtteranceCapture capture in Captures)
            {
                if (string.Equals(capture.Name, name))
                {
                    return capture;
                }
            }

            return null;
        }
    }
}
