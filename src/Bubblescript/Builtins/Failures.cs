using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Errors that several builtins share; the name of the function is put before them.</summary>
internal static class Failures
{
    /// <summary>The error of an argument of the wrong type, for parameters that take several types.</summary>
    public static Value WrongType(int number, string wanted, Value given) =>
        FunctionContext.Fail($"argument {number} must be {wanted}, got {ValueDescription.Describe(given)}");
}
