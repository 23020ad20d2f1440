using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>The arguments of a statement word, sorted by what they are.</summary>
internal sealed class CommandArguments
{
    private readonly CommandDescriptor _command;
    private readonly List<Expression> _positional;
    private List<Argument>? _options;
    private List<Argument>? _keywords;

    private CommandArguments(CommandDescriptor command, int count)
    {
        _command = command;
        _positional = new List<Expression>(count);
    }

    public ReadOnlySpan<Expression> Positional => CollectionsMarshal.AsSpan(_positional);

    /// <summary>The keywords that are options of the statement, in the order written.</summary>
    public ReadOnlySpan<Argument> Options => CollectionsMarshal.AsSpan(_options);

    /// <summary>The other keywords: a map argument, or mistakes.</summary>
    public ReadOnlySpan<Argument> Keywords => CollectionsMarshal.AsSpan(_keywords);

    public static CommandArguments Sort(CommandDescriptor command, ImmutableArray<Argument> arguments, ExpressionScope scope)
    {
        CommandArguments sorted = new(command, arguments.Length);
        for (int i = 0; i < arguments.Length; i++)
        {
            Argument argument = arguments[i];
            if (i < arguments.Length - 1 || !OptionDistribution.IsPossible(argument.Value))
            {
                sorted.Add(argument);
                continue;
            }

            List<Argument> overflow = [];
            sorted.Add(argument with { Value = new OptionDistribution(scope).Distribute(argument.Value, command.Accepts, overflow) });
            overflow.ForEach(sorted.Add);
        }

        return sorted;
    }

    /// <summary>The first option of a name, or null.</summary>
    public Argument? FindOption(string? name)
    {
        foreach (Argument option in Options)
        {
            if (string.Equals(option.Key!.Text, name, StringComparison.Ordinal))
            {
                return option;
            }
        }

        return null;
    }

    private void Add(Argument argument)
    {
        if (argument.Key is null)
        {
            _positional.Add(argument.Value);
        }
        else if (_command.HasOption(argument.Key.Text))
        {
            (_options ??= []).Add(argument);
        }
        else
        {
            (_keywords ??= []).Add(argument);
        }
    }
}
