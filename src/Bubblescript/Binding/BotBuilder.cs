using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Binding.Checks;
using Bubblescript.Binding.DataFiles;
using Bubblescript.Builtins;
using Bubblescript.Diagnostics;
using Bubblescript.Matching;
using Bubblescript.Schemas;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>From the files of a bot to the bot: parses, reads data, evaluates constants, binds the programs and checks them. All mistakes are reported together.</summary>
internal sealed class BotBuilder
{
    private readonly BotSources _sources;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly FunctionTable _builtins;
    private readonly ScriptSet _scripts;

    public BotBuilder(BotSources sources)
    {
        _sources = sources;
        _builtins = new FunctionTable(BuiltinLibrary.Default.All, sources.Functions);
        _scripts = new ScriptSet(sources, _builtins, _diagnostics);
    }

    /// <summary>The bot; null when there are errors.</summary>
    /// <param name="outline">What other bots may have to know of it, also when there are errors.</param>
    public Bot? Build(out BotOutline outline)
    {
        _scripts.Parse();
        bool isWhole = !_diagnostics.HasErrors;
        ConstantTable constants = new();
        TranslationTables translations = new(_diagnostics) { FunctionNames = _scripts.FunctionNames(BotFileKind.Main) };
        DataFileLoader data = new(_diagnostics, constants, translations);
        data.Load(_sources.Files.Where(static file => BotFileKinds.Of(file.Path) == BotFileKind.Data));
        MapValue info = BotInfo.Read(_sources, constants);
        string locale = ValueText.ToText(info["locale"]);
        BindingSession session = new(_sources.Id, _diagnostics, _builtins, translations, new LocaleContext(locale, locale));
        foreach (ConstantSymbol symbol in constants.Own.Where(static symbol => symbol.Cell.IsLoaded))
        {
            symbol.IsLocalized = LocaleSearch.Collect(symbol.Cell.Value, session.ConstantLocales);
        }

        BoundProgram main = Bind(session, ScriptKind.Main, BotFileKind.Main, constants);
        BoundProgram? master = BindCoordinator(session, ScriptKind.Master, BotFileKind.Master, constants);
        BoundProgram? group = BindCoordinator(session, ScriptKind.Group, BotFileKind.Group, constants);
        ImmutableArray<BotTest> tests = BindTests(main.Scope);
        BoundProgram[] programs = [main, .. Optional(master), .. Optional(group)];
        PatternCache patterns = new(PatternOptions([.. programs.Select(static program => program.Constants)]));
        new BotChecks(session, patterns).Run(data, programs);
        CheckScripts(main, isWhole);
        WorkspaceCheck.CheckIds(_sources.KnownBots.IsEmpty ? [] : session.Switches, _sources.KnownBots, _diagnostics);
        outline = new BotOutline(
            _sources.Id,
            _diagnostics.ToSorted([.. _scripts.Order]),
            [.. _scripts.Order],
            isWhole ? main.Program.DialogsByName.Keys : null,
            [.. session.Switches],
            [.. session.UnreachableDialogs]);
        return _diagnostics.HasErrors ? null : Complete(session, outline, main, master, group, tests, patterns, info, constants);
    }

    private static IEnumerable<BoundProgram> Optional(BoundProgram? program) => program is null ? [] : [program];

    private Bot Complete(
        BindingSession session,
        BotOutline outline,
        BoundProgram main,
        BoundProgram? master,
        BoundProgram? group,
        ImmutableArray<BotTest> tests,
        PatternCache patterns,
        MapValue info,
        ConstantTable constants) => new(_sources, new BotParts
        {
            Outline = outline,
            Main = main.ToBotProgram(),
            Master = master?.ToBotProgram(),
            Group = group?.ToBotProgram(),
            Constants = constants.Own.ToFrozenDictionary(static symbol => symbol.Name, static symbol => symbol.Cell, StringComparer.Ordinal),
            Tests = tests,
            Translations = session.Translations.ToFrozen(),
            TranslatableTexts = session.TranslatableTexts.ToImmutable(),
            Info = info,
            Locale = session.Locale.Default,
            Patterns = patterns,
            Schemas = new SchemaCache(constants.Find("schemas")?.Cell.Value.AsMap() ?? MapValue.Empty),
            Builtins = _builtins,
        });

    private BoundProgram? BindCoordinator(BindingSession session, ScriptKind kind, BotFileKind files, ConstantTable parent) =>
        _scripts.Of(files).IsEmpty ? null : Bind(session, kind, files, new ConstantTable(parent));

    private BoundProgram Bind(BindingSession session, ScriptKind kind, BotFileKind files, ConstantTable constants)
    {
        ImmutableArray<Script> scripts = _scripts.Of(files);
        ConstantBinder binder = new(session, constants);
        foreach (Script script in scripts)
        {
            binder.Declare(script);
        }

        binder.Evaluate();
        BotSettings settings = new BotSettingsReader(session, constants).Read();
        ProgramScope scope = new(session, kind, constants);
        ScriptProgram program = new ProgramBinder(scope).Bind(scripts, settings);
        return new BoundProgram(scope, program, constants, _scripts.FunctionNames(files));
    }

    private ImmutableArray<BotTest> BindTests(ProgramScope main)
    {
        TestBinder binder = new(main);
        ImmutableArray<BotTest>.Builder tests = ImmutableArray.CreateBuilder<BotTest>();
        foreach (Script script in _scripts.All)
        {
            tests.AddRange(binder.Bind(script));
        }

        return tests.DrainToImmutable();
    }

    private BmlOptions PatternOptions(ConstantTable[] constants) => new()
    {
        Concepts = new ConceptResolver(name =>
            constants.Select(table => table.Find(name)).FirstOrDefault(static symbol => symbol is { HasFailed: false })?.Cell.Value).Resolve,
        EntityKinds = [.. _sources.EntityKinds],
    };

    /// <summary>A bot needs a script, and conversations a dialog that starts them; with syntax errors some dialogs may be unknown.</summary>
    private void CheckScripts(BoundProgram main, bool isWhole)
    {
        if (_scripts.All.IsEmpty)
        {
            DiagnosticDescriptor descriptor = Descriptors.NoScript;
            _diagnostics.Add(new Diagnostic(descriptor.Code, descriptor.Severity, _sources.Id, 1, 1, "the bot has no script", "add a file 'main.bubble'", "", 1));
            return;
        }

        if (isWhole && _scripts.Of(BotFileKind.Main) is [var first, ..] && !new DialogChecks(main.Scope).HasStart())
        {
            _diagnostics.Report(Descriptors.NoMain, first.Source, default, "conversations start without a dialog: there is neither 'main' nor '__main__'", "add 'dialog main do … end'");
        }
    }
}
