using System.Collections.Immutable;

namespace Bubblescript.Builtins;

/// <summary>
/// Assigns the arguments of one call to parameters. Positional ones go in order; keyword arguments that name a parameter are options; all others
/// together form one map (language reference, section 2), for the next parameter when that takes a map, else for the parameter that collects options.
/// A map in the place of options is the same as these options.
/// </summary>
internal sealed class CallPlanner(BuiltinFunction function, int positionalCount, IReadOnlyList<string> keywordNames)
{
    private readonly ArgumentSource[] _sources = new ArgumentSource[function.Parameters.Length];
    private readonly bool[] _isGiven = new bool[function.Parameters.Length];
    private int[] _rest = [];

    public ImmutableArray<CallProblem> Problems { get; private set; } = [];

    /// <summary>The parameter whose positional argument stands for all options from there on when it is a map; -1 when there is none.</summary>
    public int OptionMap { get; private set; } = -1;

    public bool TryPlan(out ArgumentSource[] sources, out int[] rest)
    {
        Array.Fill(_sources, new ArgumentSource(-1));
        AssignPositional();
        if (AssignOptions() is { } unknown)
        {
            AssignMap(unknown);
        }

        CheckMissing();
        sources = _sources;
        rest = _rest;
        return Problems.IsEmpty;
    }

    /// <summary>The parameters that arguments can be given to by position.</summary>
    private ImmutableArray<FunctionParameter> Positional => function.OptionsStart < 0 ? function.Parameters : function.Parameters[..function.OptionsStart];

    private static bool TakesMap(ParameterType type) => type is ParameterType.Any or ParameterType.Map or ParameterType.Query or ParameterType.Location;

    private void Report(CallProblem problem) => Problems = Problems.Add(problem);

    private void AssignPositional()
    {
        int last = positionalCount - 1;
        if (last >= 0 && last < _sources.Length && last >= function.RequiredCount && keywordNames.Count == 0 && function.KeywordParameter < 0
            && (last == function.OptionsStart || !TakesMap(function.Parameters[last].Type)))
        {
            OptionMap = last;
        }

        int most = Math.Max(Positional.Length, OptionMap + 1);
        for (int i = 0; i < positionalCount; i++)
        {
            if (i < most)
            {
                _sources[i] = new ArgumentSource(i);
                _isGiven[i] = true;
            }
            else if (function.IsVariadic)
            {
                _rest = [.. Enumerable.Range(i, positionalCount - i)];
                return;
            }
            else
            {
                Report(new CallProblem(
                    $"{function.FullName} takes {Count(function.RequiredCount, Positional.Length)}{Names()}, got {positionalCount}", i));
                return;
            }
        }
    }

    /// <summary>Gives keywords to the parameters of their names; gives back the others, or null when there are none.</summary>
    private List<KeyValuePair<string, int>>? AssignOptions()
    {
        List<KeyValuePair<string, int>>? unknown = null;
        for (int i = 0; i < keywordNames.Count; i++)
        {
            int argument = positionalCount + i;
            int parameter = FindOption(keywordNames[i]);
            if (parameter < 0)
            {
                (unknown ??= []).Add(KeyValuePair.Create(keywordNames[i], argument));
            }
            else if (_isGiven[parameter])
            {
                Report(new CallProblem($"{function.FullName}: option '{keywordNames[i]}' is given twice", argument));
            }
            else
            {
                _sources[parameter] = new ArgumentSource(argument);
                _isGiven[parameter] = true;
            }
        }

        return unknown;
    }

    private int FindOption(string name)
    {
        for (int i = 0; i < function.Parameters.Length; i++)
        {
            FunctionParameter parameter = function.Parameters[i];
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal)
                && (parameter.IsOptional || !TakesMap(parameter.Type))
                && i != function.KeywordParameter)
            {
                return i;
            }
        }

        return -1;
    }

    private void AssignMap(List<KeyValuePair<string, int>> unknown)
    {
        int next = Array.IndexOf(_isGiven, false);
        if (next >= 0 && !function.Parameters[next].IsOptional && TakesMap(function.Parameters[next].Type))
        {
            _sources[next] = new ArgumentSource(-1, [.. unknown]);
            _isGiven[next] = true;
        }
        else if (unknown is [{ Key: string only, Value: int argument }] && IsCollector(only))
        {
            _sources[function.KeywordParameter] = new ArgumentSource(argument);
            _isGiven[function.KeywordParameter] = true;
        }
        else if (function.KeywordParameter >= 0)
        {
            _sources[function.KeywordParameter] = _sources[function.KeywordParameter] with { Collected = [.. unknown] };
            _isGiven[function.KeywordParameter] = true;
        }
        else
        {
            foreach (KeyValuePair<string, int> option in unknown)
            {
                Report(new CallProblem($"{function.FullName} has no option '{option.Key}'{Options()}", option.Value, option.Key));
            }
        }
    }

    /// <summary>Whether a keyword names the parameter that collects keywords, and thereby gives all of it.</summary>
    private bool IsCollector(string keyword) =>
        function is { CollectsByName: true, KeywordParameter: >= 0 and int collector }
        && !_isGiven[collector]
        && string.Equals(function.Parameters[collector].Name, keyword, StringComparison.Ordinal);

    private void CheckMissing()
    {
        if (!Problems.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < _isGiven.Length; i++)
        {
            if (!_isGiven[i] && !function.Parameters[i].IsOptional)
            {
                Report(new CallProblem(
                    $"{function.FullName} takes {Count(function.RequiredCount, function.IsVariadic ? int.MaxValue : Positional.Length)}{Names()}, got {positionalCount}",
                    Argument: -1));
                return;
            }
        }
    }

    private static string Count(int fewest, int most) => (fewest, most) switch
    {
        (0, 0) => "no arguments",
        (1, 1) => "1 argument",
        _ when fewest == most => $"{fewest} arguments",
        _ when most == int.MaxValue => fewest == 1 ? "1 or more arguments" : $"{fewest} or more arguments",
        _ => $"{fewest} to {most} arguments",
    };

    private string Names() => Positional.IsEmpty ? string.Empty : $" ({string.Join(", ", Positional.Select(static parameter => parameter.Name))})";

    private string Options()
    {
        string[] names = [.. function.Parameters.Where(static parameter => parameter.IsOptional).Select(static parameter => parameter.Name)];
        return names.Length == 0 ? string.Empty : $"; it has {string.Join(", ", names)}";
    }
}
