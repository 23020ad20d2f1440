using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Bubblescript.Binding;
using Bubblescript.Builtins;
using Bubblescript.Coordination.Http;
using Bubblescript.Coordination.LanguageModels;
using Bubblescript.Coordination.Telemetry;
using Bubblescript.Diagnostics;
using Bubblescript.Interpretation;
using Bubblescript.Matching;
using Bubblescript.Storage;
using Bubblescript.Values;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bubblescript.Coordination;

/// <summary>Says what a <see cref="BotHost"/> is made of. Not safe for use by several threads.</summary>
public sealed class BotHostBuilder
{
    private readonly List<Func<ImmutableArray<BuiltinFunction>, Bot>> _bots = [];
    private readonly List<HostFunction> _functions = [];
    private readonly List<string> _httpHosts = [];
    private readonly List<IExternalCallHandler> _handlers = [];
    private TimeProvider _time = TimeProvider.System;
    private ExecutionLimits _limits = ExecutionLimits.Default;
    private Func<IConversationStore>? _makeStore;
    private bool _ownsStore = true;
    private BotHostOptions _options = BotHostOptions.Default;
    private IMailSender? _mailSender;
    private IChatClient? _chatClient;
    private ISentenceAnalyzer? _analyzer;
    private IEntityRecognizer? _recognizer;
    private ILoggerFactory _loggers = NullLoggerFactory.Instance;
    private IMeterFactory? _meters;
    private Func<HttpMessageInvoker>? _makeHttpClient;
    private TurnRunner _runTurn = Interpreter.Run;
    private bool _isDebugging;
    private long? _randomSeed;
    private IReadOnlyDictionary<string, Value>? _mocks;

    /// <summary>Adds a bot to the workspace. The first one is the bot of conversations that name none.</summary>
    public BotHostBuilder AddBot(Bot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        _bots.Add(functions => functions.IsEmpty ? bot : Bot.Build(bot.Sources with { Functions = functions }));
        return this;
    }

    /// <summary>Adds the bot of a folder or file, loaded by <see cref="Build"/>; it can use the functions of the host.</summary>
    public BotHostBuilder AddBot(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _bots.Add(functions => functions.IsEmpty ? Bot.Load(path) : Bot.Build(BotSources.Read(path) with { Functions = functions }));
        return this;
    }

    /// <summary>Adds the bot of files, bound by <see cref="Build"/>; it can use the functions of the host.</summary>
    public BotHostBuilder AddBot(BotSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        _bots.Add(functions => Bot.Build(sources with { Functions = functions }));
        return this;
    }

    /// <summary>The clock of all timers and of the functions for dates; the system's without it.</summary>
    public BotHostBuilder UseTimeProvider(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        return this;
    }

    /// <summary>What scripts may use (language reference, section 11).</summary>
    public BotHostBuilder UseLimits(ExecutionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        return this;
    }

    /// <summary>Where conversations are kept; in memory without it. The host does not dispose of the store.</summary>
    public BotHostBuilder UseStore(IConversationStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _makeStore = () => store;
        _ownsStore = false;
        return this;
    }

    /// <summary>Where conversations are kept: a store that <see cref="Build"/> makes and the host disposes of.</summary>
    public BotHostBuilder UseStore(Func<IConversationStore> makeStore)
    {
        ArgumentNullException.ThrowIfNull(makeStore);
        _makeStore = makeStore;
        _ownsStore = true;
        return this;
    }

    /// <summary>Sets the variable <c>debugging</c> of scripts: errors are shown to users.</summary>
    public BotHostBuilder UseDebugging(bool on = true)
    {
        _isDebugging = on;
        return this;
    }

    /// <summary>Makes chance repeatable, for tests: each process gets a random sequence of this seed and its address.</summary>
    public BotHostBuilder UseRandomSeed(long seed)
    {
        _randomSeed = seed;
        return this;
    }

    /// <summary>
    /// Adds a function that scripts call like a builtin. Its parameters are <see cref="Value"/>, text, numbers, booleans, lists or maps. When it gives a
    /// task, the conversation waits for the result without holding a thread, and the function may be called again if the host is stopped meanwhile.
    /// </summary>
    /// <exception cref="ArgumentException">The delegate has a parameter of another type.</exception>
    public BotHostBuilder AddFunction(string name, Delegate function)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(function);
        _functions.Add(HostFunctions.Create(name, function));
        return this;
    }

    /// <summary>
    /// Lets scripts reach these hosts by HTTP; without it they reach none. Entries are host names (<c>api.example.com</c>), all names below a domain
    /// (<c>*.example.org</c>), addresses and address ranges, each with a port or for every port. A name never opens a private address.
    /// </summary>
    public BotHostBuilder AllowHttp(params string[] hosts)
    {
        _httpHosts.AddRange(hosts);
        return this;
    }

    /// <summary>Sends the mails of scripts; without it they are only told to observers.</summary>
    public BotHostBuilder UseMailSender(IMailSender sender)
    {
        ArgumentNullException.ThrowIfNull(sender);
        _mailSender = sender;
        return this;
    }

    /// <summary>Answers the prompts of scripts (<c>LLM.complete</c>).</summary>
    public BotHostBuilder UseChatClient(IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _chatClient = client;
        return this;
    }

    /// <summary>Analyses what users say, in the place of the built-in analysis.</summary>
    public BotHostBuilder UseSentenceAnalyzer(ISentenceAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        _analyzer = analyzer;
        return this;
    }

    /// <summary>Recognises entities, in the place of the built-in recogniser.</summary>
    public BotHostBuilder UseEntityRecognizer(IEntityRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _recognizer = recognizer;
        return this;
    }

    /// <summary>Other settings.</summary>
    public BotHostBuilder UseOptions(BotHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        return this;
    }

    /// <summary>Where the host writes its log; nowhere without it.</summary>
    public BotHostBuilder UseLoggers(ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(loggers);
        _loggers = loggers;
        return this;
    }

    /// <summary>Where the host's meter comes from, so that it ends with the application; a meter of its own without it.</summary>
    public BotHostBuilder UseMeters(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _meters = meters;
        return this;
    }

    /// <summary>
    /// For tests of scripts: values that take the place of builtins, functions and tasks of these names. The dictionary is read while turns run, so
    /// it must be safe for use by several threads if it is changed meanwhile.
    /// </summary>
    public BotHostBuilder UseMocks(IReadOnlyDictionary<string, Value> mocks)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        _mocks = mocks;
        return this;
    }

    /// <summary>Makes the host; it runs after <see cref="BotHost.StartAsync"/>.</summary>
    /// <exception cref="BotLoadException">A bot has errors.</exception>
    /// <exception cref="InvalidOperationException">No bot was added, or two have one id.</exception>
    public BotHost Build()
    {
        if (_bots.Count == 0)
        {
            throw new InvalidOperationException("The host has no bot; add one with AddBot.");
        }

        ImmutableArray<BuiltinFunction> functions = [.. _functions.Select(static function => function.ToBuiltin())];
        ImmutableArray<Bot> bots = [.. _bots.Select(make => make(functions))];
        if (bots.GroupBy(static bot => bot.Id, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { } repeated)
        {
            throw new InvalidOperationException($"The host has two bots with the id '{repeated.Key}'.");
        }

        if (bots.Length > 1)
        {
            ImmutableArray<Diagnostic> diagnostics = Bot.CheckWorkspace(bots);
            if (diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                throw new BotLoadException(string.Join(", ", bots.Select(static bot => bot.Id)), diagnostics);
            }
        }

        HostTelemetry telemetry = new(_meters);
        EventHub events = new(_loggers.CreateLogger<BotHost>(), telemetry);
        return new BotHost(ToSettings(bots, telemetry), events);
    }

    /// <summary>Sends HTTP calls by clients of an application, whose connections <see cref="MakeHttpHandler"/> makes.</summary>
    internal BotHostBuilder UseHttpClient(Func<HttpMessageInvoker> makeClient)
    {
        _makeHttpClient = makeClient;
        return this;
    }

    /// <summary>What makes the connections of HTTP calls, to allowed hosts only.</summary>
    internal HttpMessageHandler MakeHttpHandler() => HttpCallHandler.MakeHandler(MakeHttpOptions());

    /// <summary>Puts something else in the place of the interpreter, for tests of the coordination.</summary>
    internal BotHostBuilder UseTurnRunner(TurnRunner runner)
    {
        _runTurn = runner;
        return this;
    }

    /// <summary>Answers a kind of request to the outside.</summary>
    internal BotHostBuilder AddCallHandler(IExternalCallHandler handler)
    {
        _handlers.Add(handler);
        return this;
    }

    private ProcessSystemSettings ToSettings(ImmutableArray<Bot> bots, HostTelemetry telemetry) =>
        ToSettings(bots, telemetry, _makeStore?.Invoke() ?? new InMemoryStore());

    private ProcessSystemSettings ToSettings(ImmutableArray<Bot> bots, HostTelemetry telemetry, IConversationStore store) => new()
    {
        Telemetry = telemetry,
        Workspace = new Workspace(bots),
        Store = store,
        OwnsStore = _ownsStore,
        Options = _options,
        RunTurn = _runTurn,
        Time = _time,
        Limits = _limits,
        MailSender = _mailSender,
        CallHandlers = MakeHandlers(store),
        NewSeed = MakeSeed,
        Turns = new TurnSettings
        {
            Limits = _limits,
            IsDebugging = _isDebugging,
            ChatBaseAddress = _options.ChatBaseAddress,
            Frontend = _options.Frontend,
            Analyzer = _analyzer,
            EntityRecognizer = _recognizer,
            Mocks = _mocks,
        },
    };

    /// <summary>The handlers of the library, unless others have been put in their place.</summary>
    private List<IExternalCallHandler> MakeHandlers(IConversationStore store)
    {
        List<IExternalCallHandler> handlers = [.. _handlers];
        AddUnlessGiven(new FunctionCallHandler(_functions));
        AddUnlessGiven(new HttpCallHandler(MakeHttpOptions(), _makeHttpClient));
        AddUnlessGiven(new LanguageModelHandler(_chatClient, store, _options.LanguageModelTimeout));
        return handlers;

        void AddUnlessGiven(IExternalCallHandler handler)
        {
            if (!handlers.Exists(given => string.Equals(given.Kind, handler.Kind, StringComparison.Ordinal)))
            {
                handlers.Add(handler);
            }
        }
    }

    private HttpCallOptions MakeHttpOptions() => new() { AllowedHosts = AllowedHosts.Parse(_httpHosts) };

    private ulong MakeSeed(string address)
    {
        if (_randomSeed is not { } seed)
        {
            return unchecked((ulong)Random.Shared.NextInt64());
        }

        // FNV-1a: the same on every machine and run.
        ulong hash = 14_695_981_039_346_656_037 ^ unchecked((ulong)seed);
        foreach (char character in address)
        {
            hash = unchecked((hash ^ character) * 1_099_511_628_211);
        }

        return hash;
    }
}
