using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The last utterances of a conversation as text, for language models.</summary>
internal static class TranscriptText
{
    public static string Of(ListValue user, ListValue bot)
    {
        StringBuilder builder = new();
        foreach (Value utterance in bot.Reverse())
        {
            builder.Append("bot: ").Append(utterance.ToString()).Append('\n');
        }

        foreach (Value utterance in user.Reverse())
        {
            builder.Append("user: ").Append(utterance.ToString()).Append('\n');
        }

        return builder.ToString();
    }
}
