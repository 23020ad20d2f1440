using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>perform</c> and <c>return</c> (language reference, sections 7.3 and 9).</summary>
internal static class TaskStatements
{
    public static Completion Perform(Turn turn, Frame frame, CommandStatement command)
    {
        Value arguments = MapValue.Empty;
        if (command.Arguments.Length > 0)
        {
            if (!Operands.TryArgument(turn, command, 0, out arguments))
            {
                return Completion.Failed;
            }

            arguments = arguments.IsNil ? MapValue.Empty : arguments;
        }

        if (turn.Mocks is { } mocks && mocks.TryGetValue(command.Name!, out Value mock))
        {
            return Deliver(turn, command, mock);
        }

        BoundTask? task = Find(turn, command.Name!);
        if (turn.Failure.IsSignal)
        {
            return Completion.Failed;
        }

        return task is null ? Deliver(turn, command, default) : Start(turn, command.Place, task, arguments);
    }

    /// <summary>
    /// Performs a task that a language model asks for, in the middle of the statement that asked the model. What the task returns becomes a recorded answer
    /// of that statement, which then starts again.
    /// </summary>
    public static Completion PerformForModel(Turn turn, Frame frame, ExternalRequest request)
    {
        MapValue call = request.Payload.AsMap()!;
        string name = call["name"].AsString()!;
        if (turn.Mocks is { } mocks && mocks.TryGetValue(name, out Value mock))
        {
            frame.Record(mock, turn.Now);
            return Completion.Yield;
        }

        BoundTask? task = Find(turn, name);
        if (turn.Failure.IsSignal)
        {
            return Completion.Failed;
        }

        if (task is not null)
        {
            return Start(turn, frame.Declaration!.Body.Code[frame.Current].Place, task, call["arguments"]);
        }

        frame.Record(default, turn.Now);
        return Completion.Yield;
    }

    public static Completion Return(Turn turn, Frame frame, CommandStatement command) =>
        Operands.TryArgument(turn, command, 0, out Value value) ? FlowStatements.End(turn, frame, value) : Completion.Failed;

    /// <summary>The end of a performed task: its result goes to the statement that called it.</summary>
    public static Completion Finish(Turn turn, Frame frame, Value result)
    {
        BoundTask task = (BoundTask)frame.Declaration!;
        if (task.Declaration?.OutputSchema is { } schema)
        {
            Value checkedResult = SchemaChecks.Check(turn, result, schema, $"the result of task '{task.Name}'", task.Place);
            if (checkedResult.IsSignal)
            {
                return turn.Fail(checkedResult);
            }
        }

        Stack.Pop(turn);
        Frame caller = turn.Current.Top!;
        turn.SetLocals(caller.Locals);
        if (caller.Position == caller.Current)
        {
            // The caller's statement has not been passed: it waits for this answer of a language model's tool.
            caller.Record(result, turn.Now);
            return Completion.Yield;
        }

        CommandStatement command = (CommandStatement)caller.Declaration!.Body.Code[caller.Current];
        if (Deliver(turn, command, result) == Completion.Failed)
        {
            Failures.Handle(turn, caller);
        }

        return Completion.Yield;
    }

    /// <summary>The first task of a name whose guard holds, or null; an error of a guard is in <see cref="Turn.Failure"/>.</summary>
    private static BoundTask? Find(Turn turn, string name)
    {
        if (!turn.Current.Program.TasksByName.TryGetValue(name, out var tasks))
        {
            return null;
        }

        foreach (BoundTask task in tasks)
        {
            if (Guards.Holds(turn, task))
            {
                return task;
            }

            if (turn.Failure.IsSignal)
            {
                return null;
            }
        }

        return null;
    }

    private static Completion Start(Turn turn, SourcePlace place, BoundTask task, Value arguments)
    {
        if (turn.Current.CountTasks() >= turn.Limits.Calls)
        {
            return turn.Fail($"tasks are nested deeper than {turn.Limits.Calls}; a recursion may not end", place);
        }

        if (!turn.TryStep(place))
        {
            return Completion.Failed;
        }

        if (task.Declaration?.InputSchema is { } schema)
        {
            Value checkedArguments = SchemaChecks.Check(turn, arguments, schema, $"the arguments of task '{task.Name}'", place);
            if (checkedArguments.IsSignal)
            {
                return turn.Fail(checkedArguments);
            }
        }

        Frame frame = Stack.PushTask(turn, task, FrameKind.Task);
        if (task.ArgumentsSlot >= 0)
        {
            frame.Locals[task.ArgumentsSlot] = arguments;
        }

        return Completion.Yield;
    }

    private static Completion Deliver(Turn turn, CommandStatement command, Value result) =>
        command.Target is null || Assignment.TryAssign(turn, command.Target, result) ? Completion.Next : Completion.Failed;
}
