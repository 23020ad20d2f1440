using System.Collections.Frozen;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>Calls the asynchronous functions of the host.</summary>
internal sealed class FunctionCallHandler(IEnumerable<HostFunction> functions) : IExternalCallHandler
{
    private readonly FrozenDictionary<string, HostFunction> _functions =
        functions.Where(static function => function.IsAsynchronous).ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);

    public string Kind => HostFunctions.CallKind;

    public async ValueTask<ExternalAnswer> AnswerAsync(ExternalCall call, CancellationToken cancellationToken)
    {
        MapValue payload = call.Payload.AsMap() ?? MapValue.Empty;
        string name = payload["name"].ToString();
        if (!_functions.TryGetValue(name, out HostFunction? function))
        {
            return new ExternalAnswer(default, $"the host has no function '{name}'");
        }

        Value result = await function.InvokeAsync(payload["arguments"].AsList() ?? ListValue.Empty, cancellationToken).ConfigureAwait(false);
        Value plain = ValueNormalizer.Normalize(result, LocaleContext.English);
        return plain.AsError() is { } error ? new ExternalAnswer(default, $"{name}: {error.Message}") : new ExternalAnswer(plain);
    }
}
