using System.Globalization;
using System.Text.RegularExpressions;
using Bubblescript.Binding.DataFiles;
using Bubblescript.Diagnostics;
using Bubblescript.Matching;

namespace Bubblescript.Binding.Checks;

/// <summary>Invalid BML in literals and intent files (language reference, section 11).</summary>
internal sealed partial class PatternChecks(BindingSession session, PatternCache patterns)
{
    /// <summary>Reports the literal patterns that are none.</summary>
    public void Run()
    {
        foreach (PatternUse use in session.Patterns)
        {
            bool isValid = patterns.TryGet(use.Text, out _, out BmlParseError? error);
            if (!isValid && !use.IsChoice)
            {
                session.Report(Descriptors.InvalidPattern, use.Place, Describe(use.Text, error!));
            }
        }
    }

    public void Run(IEnumerable<(string Pattern, DataPlace Place)> patternsOfFiles)
    {
        foreach ((string pattern, DataPlace place) in patternsOfFiles)
        {
            if (!patterns.TryGet(pattern, out _, out BmlParseError? error))
            {
                session.Diagnostics.Add(place.ToDiagnostic(Descriptors.InvalidPattern, Describe(pattern, error)));
            }
        }
    }

    /// <summary>Makes the variables that legacy patterns assign, also when no statement mentions them.</summary>
    public static void DeclareCaptures(BindingSession session)
    {
        foreach (PatternUse use in session.Patterns)
        {
            if (use.Program is not null && UtterancePattern.IsLegacy(use.Text))
            {
                foreach (Match capture in CaptureName().Matches(use.Text))
                {
                    string name = capture.Groups["name"].Value;
                    if (!name.StartsWith('_') && !Evaluation.PredefinedVariables.TryGet(name, out _))
                    {
                        use.Program.SlotOf(name);
                    }
                }
            }
        }
    }

    private static string Describe(string pattern, BmlParseError error)
    {
        string kind = UtterancePattern.IsLegacy(pattern) ? "pattern" : "BML";
        string message = error.Message.TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"invalid {kind} at its column {error.Column}: {char.ToLowerInvariant(message[0])}{message[1..]}");
    }

    [GeneratedRegex(@"#<(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CaptureName();
}
