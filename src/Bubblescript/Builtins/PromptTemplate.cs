using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// Fills <c>{{ name }}</c> in prompts and cuts them at <c>[[transcript]]</c>, where the host puts the conversation. What is filled in is never searched
/// again, so that no user can smuggle a placeholder in.
/// </summary>
internal sealed class PromptTemplate(MapValue variables, FunctionContext context)
{
    private static readonly Regex Placeholder = new(
        @"\{\{\s*(?<path>[^\s{}]+)\s*\}\}|\[\[\s*transcript\s*\]\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The filled text: one part, or the parts between which the conversation stands.</summary>
    public ImmutableArray<string> Fill(string template)
    {
        ImmutableArray<string>.Builder parts = ImmutableArray.CreateBuilder<string>();
        StringBuilder part = new();
        int end = 0;
        foreach (Match match in Placeholder.Matches(template))
        {
            part.Append(template, end, match.Index - end);
            end = match.Index + match.Length;
            if (match.Groups["path"].Success)
            {
                part.Append(ValueText.ToText(Read(match.Groups["path"].Value), context.Locale));
            }
            else
            {
                parts.Add(part.ToString());
                part.Clear();
            }
        }

        parts.Add(part.Append(template, end, template.Length - end).ToString());
        return parts.DrainToImmutable();
    }

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
