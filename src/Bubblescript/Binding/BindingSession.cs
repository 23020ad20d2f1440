using System.Collections.Immutable;
using Bubblescript.Binding.Checks;
using Bubblescript.Binding.DataFiles;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>What the scripts of one bot share while it is bound.</summary>
internal sealed class BindingSession(string botId, DiagnosticBag diagnostics, FunctionTable builtins, TranslationTables translations, LocaleContext locale)
{
    public string BotId { get; } = botId;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The library's functions and the host's.</summary>
    public FunctionTable Builtins { get; } = builtins;

    public TranslationTables Translations { get; } = translations;

    /// <summary>The bot's locale; constants are evaluated in it.</summary>
    public LocaleContext Locale { get; } = locale;

    /// <summary>The literal BML of the scripts, which is checked when all constants are known.</summary>
    public List<PatternUse> Patterns { get; } = [];

    /// <summary>The bots and dialogs that <c>switch_bot</c> and <c>return_bot</c> name.</summary>
    public List<SwitchReference> Switches { get; } = [];

    /// <summary>The dialogs that were warned of because nothing reaches them.</summary>
    public List<UnreachableDialog> UnreachableDialogs { get; } = [];

    /// <summary>The locales in which constants may differ.</summary>
    public HashSet<string> ConstantLocales { get; } = new(translations.Locales, StringComparer.Ordinal);

    /// <summary>The translatable texts, in the order of the files.</summary>
    public ImmutableArray<TranslatableText>.Builder TranslatableTexts { get; } = ImmutableArray.CreateBuilder<TranslatableText>();

    /// <summary>Whether a <c>switch_bot</c> to this bot, or to one that is computed, names the dialog.</summary>
    public bool IsNamedFromOutside(string dialog) => Switches.Exists(reference =>
        string.Equals(reference.Dialog, dialog, StringComparison.Ordinal)
        && reference.BotPlace is not null
        && (reference.BotId is null || string.Equals(reference.BotId, BotId, StringComparison.Ordinal)));

    /// <summary>The same bot with other diagnostics: for attempts that must leave no trace.</summary>
    public BindingSession WithDiagnostics(DiagnosticBag diagnostics) => new(BotId, diagnostics, Builtins, Translations, Locale);

    public void Report(DiagnosticDescriptor descriptor, SourcePlace place, string message, string? hint = null) =>
        Diagnostics.Report(descriptor, place.Source, place.Span, message, hint);
}
