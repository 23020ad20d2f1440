using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// Fills <c>{{ name }}</c> and <c>[[transcript]]</c> in prompts. What is filled in is never searched again, so that no user can smuggle a placeholder in.
/// </summary>
internal sealed class PromptTemplate(MapValue variables, FunctionContext context)
{
    private static readonly Regex Placeholder = new(
        @"\{\{\s*(?<path>[^\s{}]+)\s*\}\}|\[\[\s*transcript\s*\]\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public string Fill(string template) => Placeholder.Replace(template, match =>
        match.Groups["path"].Success ? ValueText.ToText(Read(match.Groups["path"].Value), context.Locale) : context.Transcript);

    private Value Read(string path)
    {
        Value value = variables;
        foreach (string key in path.Split('.'))
        {
            MapValue? map = value.AsMap() ?? value.AsRecord()?.Fields;
            value = map is null ? default : TranslatableValue.Resolve(map[key], context.Locale);
        }

        return value;
    }
}
