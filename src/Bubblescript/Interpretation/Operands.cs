using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Evaluates the arguments and options of commands. A failure is kept in <see cref="Turn.Failure"/> and gives false.</summary>
internal static class Operands
{
    public static bool TryArgument(Turn turn, CommandStatement command, int index, out Value value)
    {
        value = index < command.Arguments.Length ? command.Arguments[index].Evaluate(turn) : default;
        return Check(turn, value);
    }

    public static bool TryText(Turn turn, CommandStatement command, int index, out string text)
    {
        bool isGood = TryArgument(turn, command, index, out Value value);
        text = isGood ? ValueText.ToText(value, turn.Locale) : "";
        return isGood;
    }

    /// <summary>The value of an option; nil when it is absent.</summary>
    public static bool TryOption(Turn turn, CommandStatement command, string name, out Value value)
    {
        value = command.Option(name) is { } node ? node.Evaluate(turn) : default;
        return Check(turn, value);
    }

    /// <summary>All options that are expressions, by name.</summary>
    public static bool TryOptions(Turn turn, CommandStatement command, out MapValue options)
    {
        options = MapValue.Empty;
        if (command.Options.IsEmpty)
        {
            return true;
        }

        List<KeyValuePair<string, Value>> pairs = new(command.Options.Length);
        foreach (CommandOption option in command.Options)
        {
            Value value = option.Value.Evaluate(turn);
            if (!Check(turn, value))
            {
                return false;
            }

            pairs.Add(KeyValuePair.Create(option.Name, value));
        }

        options = MapValue.From(pairs);
        return true;
    }

    private static bool Check(Turn turn, Value value)
    {
        if (!value.IsSignal)
        {
            return true;
        }

        turn.Fail(value);
        return false;
    }
}
