using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>
/// The code of a builtin. The arguments are complete (one per parameter, defaults filled in, converted to the parameter's type), followed by the
/// rest of a variadic call. Returns a value or an error signal (<see cref="FunctionContext.Fail"/>); never throws for what a script does.
/// </summary>
internal delegate Value FunctionImplementation(ReadOnlySpan<Value> arguments, FunctionContext context);
