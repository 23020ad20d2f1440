using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>The arguments of a statement word, sorted by what they are.</summary>
internal sealed class CommandArguments
{
    private CommandArguments(List<Expression> positional, List<Argument> options, List<Argument> keywords)
    {
        Positional = positional;
        Options = options;
        Keywords = keywords;
    }

    public List<Expression> Positional { get; }

    /// <summary>The keywords that are options of the statement, in the order written.</summary>
    public List<Argument> Options { get; }

    /// <summary>The other keywords: a map argument, or mistakes.</summary>
    public List<Argument> Keywords { get; }

    public static CommandArguments Sort(CommandDescriptor command, IReadOnlyList<Argument> arguments, ExpressionScope scope)
    {
        List<Expression> positional = [];
        List<Argument> options = [];
        List<Argument> keywords = [];
        OptionDistribution distribution = new(scope);
        for (int i = 0; i < arguments.Count; i++)
        {
            Argument argument = arguments[i];
            List<Argument> overflow = [];
            if (i == arguments.Count - 1)
            {
                argument = argument with { Value = distribution.Distribute(argument.Value, command.Accepts, overflow) };
            }

            if (argument.Key is null)
            {
                positional.Add(argument.Value);
            }
            else
            {
                (command.HasOption(argument.Key.Text) ? options : keywords).Add(argument);
            }

            foreach (Argument moved in overflow)
            {
                (command.HasOption(moved.Key!.Text) ? options : keywords).Add(moved);
            }
        }

        return new CommandArguments(positional, options, keywords);
    }
}
