using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Short forms for the parameters of builtins.</summary>
internal static class Declare
{
    public static FunctionParameter Any(string name) => new(name, ParameterType.Any);

    public static FunctionParameter Text(string name) => new(name, ParameterType.Text);

    public static FunctionParameter Integer(string name) => new(name, ParameterType.Integer);

    public static FunctionParameter Number(string name) => new(name, ParameterType.Number);

    public static FunctionParameter List(string name) => new(name, ParameterType.List);

    public static FunctionParameter Map(string name) => new(name, ParameterType.Map);

    public static FunctionParameter Date(string name) => new(name, ParameterType.Date);

    public static FunctionParameter Location(string name) => new(name, ParameterType.Location);

    public static FunctionParameter Query(string name) => new(name, ParameterType.Query);

    /// <summary>An option with a default that is no nil.</summary>
    public static FunctionParameter Option(string name, ParameterType type, Value value) => new(name, type, IsOptional: true, value);

    /// <summary>An option that is nil when it is not given; <paramref name="meaning"/> says what that means.</summary>
    public static FunctionParameter Optional(string name, ParameterType type, string meaning = "nil") =>
        new(name, type, IsOptional: true) { KeepsNil = true, DefaultText = meaning };
}
