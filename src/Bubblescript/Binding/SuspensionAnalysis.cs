using System.Runtime.InteropServices;
using Bubblescript.Builtins;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Finds the functions of a script whose calls may wait for the outside: they, or functions that they call, use a builtin that does.</summary>
internal static class SuspensionAnalysis
{
    public static void Apply(ProgramScope program)
    {
        Dictionary<string, List<FunctionSymbol>> callers = new(StringComparer.Ordinal);
        Queue<FunctionSymbol> suspending = new();
        foreach (FunctionSymbol function in program.FunctionSymbols)
        {
            CallCollector calls = new(program);
            calls.Visit(function.Item.Body);
            foreach (string callee in calls.Functions)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(callers, callee, out _) ??= [];
                callers[callee].Add(function);
            }

            if (calls.MaySuspend)
            {
                function.Bound.IsSuspending = true;
                suspending.Enqueue(function);
            }
        }

        while (suspending.TryDequeue(out FunctionSymbol? function))
        {
            foreach (FunctionSymbol caller in callers.GetValueOrDefault(function.Bound.Name, []))
            {
                if (!caller.Bound.IsSuspending)
                {
                    caller.Bound.IsSuspending = true;
                    suspending.Enqueue(caller);
                }
            }
        }
    }

    private sealed class CallCollector(ProgramScope program) : SyntaxWalker
    {
        public HashSet<string> Functions { get; } = new(StringComparer.Ordinal);

        public bool MaySuspend { get; private set; }

        protected override void OnCall(CallExpression call)
        {
            if (call.Module is null && program.Functions.ContainsKey(call.Name.Text))
            {
                Functions.Add(call.Name.Text);
                return;
            }

            BuiltinFunction? builtin = program.Session.Builtins.Find(call.Module?.Text, call.Name.Text);
            MaySuspend |= builtin is { Suspends: true };
        }

        protected override void OnCommand(CommandStatement command) =>
            MaySuspend |= string.Equals(command.Word.Text, "query", StringComparison.Ordinal);
    }
}
