using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;

namespace Bubblescript.Binding;

/// <summary>A body while it is flattened into code: its local variables, loops, labels and statement identities.</summary>
internal sealed class BodyScope(ProgramScope program, BodyKind kind, SourceText source, string identity, DialogSymbol? dialog = null) : ExpressionScope
{
    private const string OnceHead = "once:";

    private readonly ImmutableArray<BoundStatement>.Builder _code = ImmutableArray.CreateBuilder<BoundStatement>();
    private readonly ImmutableArray<StatementText>.Builder _texts = ImmutableArray.CreateBuilder<StatementText>();
    private readonly List<string> _locals = [];
    private Dictionary<string, int>? _slots;
    private Stack<LoopScope>? _loops;
    private int _loopCount;
    private int _onceCount;

    public ProgramScope Program { get; } = program;

    public BodyKind Kind { get; } = kind;

    public SourceText Source { get; } = source;

    /// <summary>The identity of the declaration.</summary>
    public string Identity { get; } = identity;

    /// <summary>The dialog whose body this is, or null.</summary>
    public DialogSymbol? Dialog { get; } = dialog;

    public override BindingSession Session => Program.Session;

    public override ConstantTable Constants => Program.Constants;

    public override IReadOnlyDictionary<string, BoundFunction> Functions => Program.Functions;

    /// <summary>The innermost loop, or null outside of loops.</summary>
    public LoopScope? Loop => _loops is not null && _loops.TryPeek(out LoopScope? loop) ? loop : null;

    public override EvaluationNode BindName(string name, SourcePlace place) => name.StartsWith('_')
        ? new LocalNode(place, name, LocalSlot(name))
        : Program.BindVariable(name, place);

    public override string? HintForCall(string name) => Program.HintForCall(name);

    public override void CheckCall(BuiltinFunction function, SourcePlace place)
    {
        if (Kind == BodyKind.Function && function.Purity == FunctionPurity.Acting)
        {
            Session.Report(Descriptors.ImpureFunction, place, $"'{function.FullName}' acts on the outside and cannot be called in a function", "call it in a task or dialog");
        }
    }

    /// <summary>The slot of a local variable; a new one at its first mention.</summary>
    public int LocalSlot(string name)
    {
        _slots ??= new Dictionary<string, int>(StringComparer.Ordinal);
        if (!_slots.TryGetValue(name, out int slot))
        {
            slot = _locals.Count;
            _locals.Add(name);
            _slots.Add(name, slot);
        }

        return slot;
    }

    /// <summary>The name of a new local variable that scripts cannot write.</summary>
    public string NewHiddenLocal(string purpose) => string.Create(CultureInfo.InvariantCulture, $"_${purpose}{_locals.Count}");

    public LoopScope EnterLoop()
    {
        LoopScope loop = new(_loopCount++, new CodeLabel());
        _loops ??= new Stack<LoopScope>();
        _loops.Push(loop);
        return loop;
    }

    public void LeaveLoop() => _loops!.Pop();

    /// <summary>The key under which the next <c>once</c> of the body is counted: the identities of the declaration and of the statement.</summary>
    public string NextOnceCounter() => $"{Identity}/{StatementIdentities.Number(OnceHead, _onceCount++)}";

    /// <summary>Adds a statement that a saved position can name.</summary>
    public T Emit<T>(T statement, string kind, SourceSpan text)
        where T : BoundStatement
    {
        _code.Add(statement);
        _texts.Add(new StatementText(kind, text));
        return statement;
    }

    public void EmitJump(SourcePlace place, CodeLabel target)
    {
        _code.Add(new JumpStatement(place, target));
        _texts.Add(new StatementText("", default));
    }

    /// <summary>Gives a label the position of the next statement.</summary>
    public void Mark(CodeLabel label) => label.Position = _code.Count;

    public BoundBody Complete() => new(Source, _code.DrainToImmutable(), _texts.DrainToImmutable(), [.. _locals], _loopCount);
}
