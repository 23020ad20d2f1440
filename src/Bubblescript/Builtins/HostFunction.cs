using System.Reflection;
using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// A function that the host adds to the language. Synchronous delegates run inside the statement; asynchronous ones (<see cref="Task"/> or
/// <see cref="ValueTask"/>) suspend it with a request of kind <see cref="RequestKind"/>, which <see cref="RunAsync"/> answers.
/// </summary>
internal sealed partial class HostFunction
{
    /// <summary>The kind of the requests of asynchronous functions; the payload has <c>name</c> and <c>arguments</c>.</summary>
    public const string RequestKind = "function";

    private readonly HostDelegate _delegate;

    private HostFunction(BuiltinFunction declaration, HostDelegate target)
    {
        Declaration = declaration;
        _delegate = target;
    }

    /// <summary>The declaration that the binder checks and scripts call.</summary>
    public BuiltinFunction Declaration { get; }

    /// <summary>Whether calls suspend the statement.</summary>
    public bool IsAsynchronous => _delegate.IsAsynchronous;

    /// <summary>
    /// Makes a function of a delegate. Parameters may be texts, numbers, booleans, values, lists and maps; optional ones keep their defaults; a
    /// <see cref="CancellationToken"/> is supplied by the host.
    /// </summary>
    /// <exception cref="ArgumentException">The name is no name of a function, or a type has no counterpart in scripts.</exception>
    public static HostFunction Create(string name, Delegate function, string documentation = "")
    {
        if (!FunctionName().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is no name of a function; it must begin with a small letter or '_' and go on with letters, digits and '_'.", nameof(name));
        }

        HostDelegate target = new(name, function);
        BuiltinFunction declaration = new(name, target.Parameters, target.Result, documentation, (arguments, context) => Call(name, target, arguments, context))
        {
            Topic = "Functions of the host",
            Purity = FunctionPurity.Reading,
            Suspends = target.IsAsynchronous,
        };
        return new HostFunction(declaration, target);
    }

    /// <summary>Answers the request of an asynchronous function: its value, or an error signal when the host's code fails.</summary>
    public async Task<Value> RunAsync(Value payload, CancellationToken cancellationToken)
    {
        ListValue arguments = payload.AsMap()?["arguments"].AsList() ?? ListValue.Empty;
        try
        {
            object? result = _delegate.Invoke(arguments.AsSpan(), cancellationToken);
            return HostValues.ToValue(await _delegate.AwaitAsync(result).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever the host's code throws is an error of the script that called it.
            return Failed(Declaration.Name, exception);
        }
    }

    private static Value Call(string name, HostDelegate target, ReadOnlySpan<Value> arguments, FunctionContext context)
    {
        if (target.IsAsynchronous)
        {
            Value plain = ValueNormalizer.Normalize(ListValue.From(arguments), context.Locale, context.Limits);
            return plain.IsSignal ? plain : context.Await(new ExternalRequest(RequestKind, Value.MapOf(("name", name), ("arguments", plain))));
        }

        try
        {
            return HostValues.ToValue(target.Invoke(arguments, CancellationToken.None));
        }
        catch (Exception exception)
        {
            // Whatever the host's code throws is an error of the script that called it.
            return Failed(name, exception);
        }
    }

    private static Value Failed(string name, Exception exception) =>
        FunctionContext.Fail($"{name}: {(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception).Message}");

    [GeneratedRegex("^[a-z_][A-Za-z0-9_]*[?!]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FunctionName();
}
