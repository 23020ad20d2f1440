using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Writes the reference documentation of a library from its declarations.</summary>
internal static class BuiltinReference
{
    private const string Introduction = """
        # Builtin functions

        This page is generated from the declarations of the functions.

        Arguments are converted to the type of their parameter: messages and entities to their text or value, `nil` to `[]`, `%{}` or `""` where a list, map or text
        is wanted, ranges and data tables to lists. Other wrong types are runtime errors. Parameters with a default may be given by position or as an option
        (`sort(list, direction: :desc)`). Positions are 0-based, negative ones count from the end. Functions never change their arguments.

        Pure functions may be used everywhere, functions that read the outside everywhere but in constants, and functions that act on it neither in constants nor in
        `function` bodies.
        """;

    /// <summary>The page, in Markdown.</summary>
    public static string Write(BuiltinLibrary library)
    {
        StringBuilder page = new();
        page.Append(Introduction.ReplaceLineEndings("\n")).Append('\n');
        foreach (IGrouping<string, BuiltinFunction> topic in library.All.GroupBy(static function => function.Topic, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {topic.Key}\n");
            foreach (BuiltinFunction function in topic)
            {
                WriteFunction(page, function);
            }
        }

        return page.ToString();
    }

    /// <summary>The function with its parameters, as it is called.</summary>
    public static string Signature(BuiltinFunction function)
    {
        ImmutableArray<FunctionParameter> parameters = function.Parameters;
        List<string> texts = [.. parameters.Select((parameter, index) => index == function.KeywordParameter ? "…" : Signature(parameter))];
        if (function.IsVariadic)
        {
            texts.Add("…");
        }

        return $"{function.FullName}({string.Join(", ", texts)}) → {function.Result}";
    }

    private static string Signature(FunctionParameter parameter) =>
        !parameter.IsOptional ? parameter.Name
        : parameter.Default.IsNil ? parameter.Name + ":"
        : $"{parameter.Name}: {ValueDescription.Format(parameter.Default)}";

    private static void WriteFunction(StringBuilder page, BuiltinFunction function)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {function.FullName}\n\n`{Signature(function)}`\n\n{function.Documentation} {Describe(function)}\n");
        if (function.Parameters.Length > 0)
        {
            page.Append("\n| parameter | type | default |\n| --- | --- | --- |\n");
        }

        for (int i = 0; i < function.Parameters.Length; i++)
        {
            FunctionParameter parameter = function.Parameters[i];
            string last = function.IsVariadic && i == function.Parameters.Length - 1 ? ", any number" : string.Empty;
            string collecting = i == function.KeywordParameter ? ", all other options" : string.Empty;
            page.Append(CultureInfo.InvariantCulture, $"| `{parameter.Name}` | {ArgumentConversion.NameOf(parameter.Type)}{last}{collecting} | {Default(parameter)} |\n");
        }

        if (function.Example.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n`{function.Example}` gives `{function.ExampleResult}`.\n");
        }
    }

    private static string Describe(BuiltinFunction function)
    {
        string purity = function.Purity switch
        {
            FunctionPurity.Pure => "Pure.",
            FunctionPurity.Reading => "Reads the outside.",
            _ => "Acts on the outside.",
        };
        return function.Suspends ? purity + " The statement waits for the answer." : purity;
    }

    private static string Default(FunctionParameter parameter)
    {
        if (!parameter.IsOptional)
        {
            return "required";
        }

        return parameter.DefaultText ?? (parameter.Default.AsString() is { } text ? $"`\"{text}\"`" : $"`{ValueDescription.Format(parameter.Default)}`");
    }
}
