using Bubblescript.Diagnostics;

namespace Bubblescript.Binding.Checks;

/// <summary>Warns of constants that nothing reads, configuration constants and data files excepted (language reference, section 11).</summary>
internal static class ConstantChecks
{
    public static void Run(BindingSession session, ConstantTable constants)
    {
        foreach (ConstantSymbol symbol in constants.Own)
        {
            if (!symbol.IsUsed && symbol.Definitions.Count > 0 && !BotSettingsReader.IsConfiguration(symbol.Name))
            {
                session.Report(Descriptors.UnusedConstant, symbol.Definitions[0].Place, $"unused constant '@{symbol.Name}'");
            }
        }
    }
}
