using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bubblescript.Binding.Checks;
using Bubblescript.Builtins;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Schemas;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>
/// A bot that was checked and is ready to run: the scripts and data files of one folder or file (language reference, section 6.1).
/// Immutable, shared by all its conversations, safe for use by several threads.
/// </summary>
public sealed class Bot
{
    private readonly Lazy<string> _contentHash;

    internal Bot(BotSources sources, BotParts parts)
    {
        Sources = sources;
        Parts = parts;
        _contentHash = new Lazy<string>(() => BotContentHash.Of(sources));
    }

    /// <summary>The name of the bot in its workspace: the folder's or file's, or what the host said.</summary>
    public string Id => Sources.Id;

    /// <summary>The warnings, by file and place. A bot with errors cannot be made.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Parts.Outline.Diagnostics;

    /// <summary>The names of the <c>test</c> blocks, in the order of the files (language reference, section 10).</summary>
    public ImmutableArray<string> TestNames => [.. Parts.Tests.Select(static test => test.Name)];

    /// <summary>A text that differs when a file of the bot differs.</summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>The bot's own locale: that of texts without translation (language reference, section 12).</summary>
    public string Locale => Parts.Locale;

    /// <summary>The locales that the bot has translation tables for.</summary>
    public ImmutableArray<string> Locales => [.. Parts.Translations.Keys.Order(StringComparer.Ordinal)];

    internal BotSources Sources { get; }

    internal BotParts Parts { get; }

    /// <summary>What conversations run.</summary>
    internal ScriptProgram Main => Parts.Main.Program;

    /// <summary>What the master runs; null without master script.</summary>
    internal ScriptProgram? Master => Parts.Master?.Program;

    /// <summary>What groups run; null without group script.</summary>
    internal ScriptProgram? Group => Parts.Group?.Program;

    /// <summary>The configuration constants of the main scripts.</summary>
    internal BotSettings Settings => Main.Settings;

    /// <summary>The constants of the main scripts and data files.</summary>
    internal FrozenDictionary<string, ConstantCell> Constants => Parts.Constants;

    internal ImmutableArray<BotTest> Tests => Parts.Tests;

    /// <summary>Locale → source text → translation.</summary>
    internal FrozenDictionary<string, FrozenDictionary<string, string>> Translations => Parts.Translations;

    /// <summary>The texts that are marked for translation, in the order of the files.</summary>
    internal ImmutableArray<TranslatableText> TranslatableTexts => Parts.TranslatableTexts;

    /// <summary>The fields of the variable <c>bot</c>.</summary>
    internal MapValue Info => Parts.Info;

    /// <summary>The patterns of triggers, answers and matchers by their text.</summary>
    internal PatternCache Patterns => Parts.Patterns;

    /// <summary>The schemas of functions and declared tasks.</summary>
    internal SchemaCache Schemas => Parts.Schemas;

    /// <summary>Loads a bot from a folder - scripts, tests and data files in it and below it - or from one script file.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="id">The bot's id; by default the name of the folder, or of the file without extension.</param>
    /// <returns>The bot, with its warnings.</returns>
    /// <exception cref="BotLoadException">The bot has errors, or there is none at the path; the message shows them all.</exception>
    public static Bot Load(string path, string? id = null) =>
        BotLoader.TryLoad(path, id, out Bot? bot, out string name, out ImmutableArray<Diagnostic> diagnostics) ? bot : throw new BotLoadException(name, diagnostics);

    /// <summary>Loads a bot as <see cref="Load"/> does, without exception for a bot with errors.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="bot">The bot, when it has no errors.</param>
    /// <param name="diagnostics">All its diagnostics by file and place.</param>
    /// <returns>Whether the bot has no errors.</returns>
    public static bool TryLoad(string path, [NotNullWhen(true)] out Bot? bot, out ImmutableArray<Diagnostic> diagnostics) =>
        BotLoader.TryLoad(path, id: null, out bot, out _, out diagnostics);

    /// <summary>Makes a bot of the text of one main script.</summary>
    /// <param name="text">The script.</param>
    /// <param name="id">The bot's id.</param>
    /// <returns>The bot, with its warnings.</returns>
    /// <exception cref="BotLoadException">The script has errors; the message shows them all.</exception>
    public static Bot Parse(string text, string id = "main") => Build(new BotSources(id, [new BotFile("main.bubble", text)]));

    /// <summary>Makes a bot of files.</summary>
    /// <param name="sources">The files and what the host adds.</param>
    /// <returns>The bot, with its warnings.</returns>
    /// <exception cref="BotLoadException">The bot has errors; the message shows them all.</exception>
    public static Bot Build(BotSources sources) =>
        TryBuild(sources, out Bot? bot, out ImmutableArray<Diagnostic> diagnostics) ? bot : throw new BotLoadException(sources.Id, diagnostics);

    /// <summary>Makes a bot of files, without exception for a bot with errors.</summary>
    /// <param name="sources">The files and what the host adds.</param>
    /// <param name="bot">The bot, when it has no errors.</param>
    /// <param name="diagnostics">All its diagnostics by file and place.</param>
    /// <returns>Whether the bot has no errors.</returns>
    public static bool TryBuild(BotSources sources, [NotNullWhen(true)] out Bot? bot, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(sources);
        bot = Build(sources, out BotOutline outline);
        diagnostics = outline.Diagnostics;
        return bot is not null;
    }

    /// <summary>
    /// The diagnostics of bots that run together: those of every bot, except warnings of dialogs that another bot switches to, and errors for bots and dialogs
    /// that <c>switch_bot</c> names but that do not exist (execution model, section 7.1).
    /// </summary>
    /// <param name="bots">All bots of the workspace.</param>
    /// <returns>The diagnostics, bot by bot.</returns>
    public static ImmutableArray<Diagnostic> CheckWorkspace(IReadOnlyList<Bot> bots)
    {
        ArgumentNullException.ThrowIfNull(bots);
        return WorkspaceCheck.Run([.. bots.Select(static bot => bot.Parts.Outline)]);
    }

    /// <summary>One warning for each text that is marked for translation and has none for a locale or what it falls back to.</summary>
    /// <param name="locale">The locale, such as <c>nl</c> or <c>nl_BE.FORMAL</c>.</param>
    /// <returns>The warnings, in the order of the files.</returns>
    public ImmutableArray<Diagnostic> FindMissingTranslations(string locale) => MissingTranslations.Find(this, locale);

    /// <summary>The bot; null when it has errors, of which the outline tells.</summary>
    internal static Bot? Build(BotSources sources, out BotOutline outline) => new BotBuilder(sources).Build(out outline);

    /// <summary>The same bot with functions that the host adds.</summary>
    /// <exception cref="BotLoadException">The scripts do not fit the functions.</exception>
    internal Bot WithFunctions(IEnumerable<BuiltinFunction> functions) => Build(Sources with { Functions = [.. Sources.Functions, .. functions] });

    /// <summary>The value of a constant, or nil.</summary>
    internal Value ConstantValue(string name) => Constants.TryGetValue(name, out ConstantCell? cell) ? cell.Value : default;

    /// <summary>The translation of a text for a locale or what it falls back to, else the text.</summary>
    internal string Translate(string source, string locale)
    {
        foreach (string name in LocaleFallback.Of(locale))
        {
            if (Translations.TryGetValue(name, out FrozenDictionary<string, string>? table) && table.TryGetValue(source, out string? translation))
            {
                return translation;
            }
        }

        return source;
    }

    /// <summary>
    /// Binds an expression that is no part of the scripts, to be evaluated in one of the bot's processes. Names of variables that the scripts do not mention are nil.
    /// </summary>
    /// <param name="text">The expression.</param>
    /// <param name="kind">The kind of process.</param>
    /// <param name="variables">Values that go before the process's variables, such as those of a test; may be null.</param>
    internal BoundExpression BindExpression(string text, ScriptKind kind = ScriptKind.Main, IReadOnlyDictionary<string, Value>? variables = null) =>
        FreeExpressions.Bind(this, text, kind, variables);

    /// <summary>Binds an expression of a test.</summary>
    internal BoundExpression BindExpression(
        Syntax.Tree.Expression expression, Syntax.SourceText source, ScriptKind kind = ScriptKind.Main, IReadOnlyDictionary<string, Value>? variables = null) =>
        FreeExpressions.Bind(this, expression, source, kind, variables);
}
