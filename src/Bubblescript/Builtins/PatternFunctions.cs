using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Functions that match patterns (builtin functions, section 3).</summary>
internal static class PatternFunctions
{
    private const string Topic = TextFunctions.Topic;

    public static ImmutableArray<BuiltinFunction> All { get; } =
    [
        new(
            "match",
            [Declare.Text("text"), Declare.Text("bml")],
            "map",
            "The captures of a BML pattern in the text, an empty map if it has none; nil without a match.",
            static (a, context) => context.MatchText(a[0].AsString()!, a[1].AsString()!))
        {
            Topic = Topic, Example = "match(\"I am Ann\", \"am [1=n]\").n", ExampleResult = "\"Ann\"",
        },
        new(
            "regex_match",
            [Declare.Text("text"), Declare.Text("re")],
            "map",
            "The first match as `match`, its groups as the list `groups`, named groups as keys; nil if there is none. Flags are written `(?i)`.",
            FirstMatch)
        {
            Topic = Topic, Example = "regex_match(\"a12\", \"\\\\d+\").match", ExampleResult = "\"12\"",
        },
        new(
            "regex_replace",
            [Declare.Text("text"), Declare.Text("re"), Declare.Text("to")],
            "text",
            "The text with all matches replaced; `$1` and `${name}` stand for groups, `$$` for a dollar sign.",
            Replace)
        {
            Topic = Topic, Example = "regex_replace(\"a1\", \"\\\\d\", \"#\")", ExampleResult = "\"a#\"",
        },
        new("regex_all", [Declare.Text("text"), Declare.Text("re")], "list", "The texts of all matches.", AllMatches)
        {
            Topic = Topic, Example = "regex_all(\"a1b2\", \"\\\\d\")", ExampleResult = "[\"1\", \"2\"]",
        },
    ];

    private static Value FirstMatch(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (!ScriptRegex.TryCreate(arguments[1].AsString()!, RegexOptions.None, context.Limits, out Regex regex, out string error))
        {
            return FunctionContext.Fail(error);
        }

        Match? match = ScriptRegex.Find(regex, arguments[0].AsString()!, out bool inTime);
        if (!inTime)
        {
            return TooLong(context);
        }

        if (match is null)
        {
            return default;
        }

        List<KeyValuePair<string, Value>> named = [];
        List<Value> groups = [];
        foreach (Group group in match.Groups.Cast<Group>().Skip(1))
        {
            Value text = group.Success ? group.Value : default(Value);
            groups.Add(text);
            if (!char.IsAsciiDigit(group.Name[0]) && group.Name is not ("match" or "groups"))
            {
                named.Add(KeyValuePair.Create(group.Name, text));
            }
        }

        return MapValue.From([KeyValuePair.Create("match", Value.From(match.Value)), KeyValuePair.Create("groups", Value.From(ListValue.From(groups))), .. named]);
    }

    private static Value AllMatches(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        Value failure = Collect(arguments[0].AsString()!, arguments[1].AsString()!, context, out List<Match> matches);
        return failure.IsNil ? ListValue.From(matches.Select(static match => Value.From(match.Value))) : failure;
    }

    private static Value Replace(ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        string text = arguments[0].AsString()!;
        Value failure = Collect(text, arguments[1].AsString()!, context, out List<Match> matches);
        if (!failure.IsNil)
        {
            return failure;
        }

        BoundedText result = new(context.Limits.TextLength);
        int position = 0;
        foreach (Match match in matches)
        {
            result.Append(text.AsSpan(position, match.Index - position));
            Expand(result, arguments[2].AsString()!, match);
            position = match.Index + match.Length;
            if (result.IsFull)
            {
                break;
            }
        }

        result.Append(text.AsSpan(position));
        return result.IsFull ? LimitErrors.Text(context.Limits) : result.ToString();
    }

    /// <summary>Nil, or the error that ended the search.</summary>
    private static Value Collect(string text, string pattern, FunctionContext context, out List<Match> matches)
    {
        matches = [];
        if (!ScriptRegex.TryCreate(pattern, RegexOptions.None, context.Limits, out Regex regex, out string error))
        {
            return FunctionContext.Fail(error);
        }

        Match? match = ScriptRegex.Find(regex, text, out bool inTime);
        long started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (match is not null)
        {
            if (matches.Count >= context.Limits.ListLength)
            {
                return LimitErrors.List(context.Limits);
            }

            matches.Add(match);
            if (System.Diagnostics.Stopwatch.GetElapsedTime(started) > context.Limits.TurnTime)
            {
                return TooLong(context);
            }

            match = ScriptRegex.FindNext(match, out inTime);
        }

        return inTime ? default : TooLong(context);
    }

    private static Value TooLong(FunctionContext context) =>
        FunctionContext.Fail($"the regular expression took longer than {(long)context.Limits.RegexTime.TotalMilliseconds} ms");

    private static void Expand(BoundedText result, string template, Match match)
    {
        int position = 0;
        while (position < template.Length && !result.IsFull)
        {
            int dollar = template.IndexOf('$', position);
            if (dollar < 0)
            {
                break;
            }

            result.Append(template.AsSpan(position, dollar - position));
            position = dollar + ExpandReference(result, template.AsSpan(dollar), match);
        }

        result.Append(template.AsSpan(Math.Min(position, template.Length)));
    }

    /// <summary>Appends what a <c>$</c> stands for and gives the length of the reference; a dollar sign that is none stands for itself.</summary>
    private static int ExpandReference(BoundedText result, ReadOnlySpan<char> reference, Match match)
    {
        if (reference.StartsWith("$$"))
        {
            result.Append('$');
            return 2;
        }

        int end = reference.IndexOf('}');
        if (reference.StartsWith("${") && end > 2)
        {
            result.Append(match.Groups[reference[2..end].ToString()].Value);
            return end + 1;
        }

        int digits = 1;
        while (digits < Math.Min(reference.Length, 4) && char.IsAsciiDigit(reference[digits]))
        {
            digits++;
        }

        if (digits == 1)
        {
            result.Append('$');
            return 1;
        }

        result.Append(match.Groups[int.Parse(reference[1..digits], CultureInfo.InvariantCulture)].Value);
        return digits;
    }
}
