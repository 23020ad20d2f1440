using Bubblescript.Matching;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>BML on texts that are no messages (builtin functions, section 3: <c>match</c>).</summary>
internal static class TextMatching
{
    public static Value Match(string text, string pattern, ISentenceAnalyzer analyzer, BmlOptions options, FunctionContext context)
    {
        if (!BmlPattern.TryParse(pattern, options, out BmlPattern? compiled, out BmlParseError? error))
        {
            return FunctionContext.Fail($"{ValueDescription.Format(pattern)} is no valid BML ({error})");
        }

        AnalysisContext analysis = new() { Now = context.Now, TimeZone = context.TimeZone, Locale = context.Locale.Current };
        return compiled.Match(analyzer.Analyze(text, analysis)) is { } match
            ? MapValue.From(match.Captures.Select(static capture => KeyValuePair.Create(capture.Name, capture.ToValue())))
            : default(Value);
    }
}
