using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class BuiltinLibraryTests
{
    public static TheoryData<string> Functions => [.. BuiltinLibrary.Default.Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_example_gives_its_result(string name)
    {
        BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function).Should().BeTrue();
        function!.Example.Should().NotBeEmpty();
        Value result = ExpressionReader.Evaluate(function.Example, new TestFunctionContext { Answer = ExampleWorld.Answer });
        result.Should().Be(ExpressionReader.Evaluate(function.ExampleResult!), $"{function.Example} gives {ValueDescription.Describe(result)}");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_is_documented(string name)
    {
        BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function).Should().BeTrue();
        function!.Documentation.Should().EndWith(".");
        function.Topic.Should().NotBeEmpty();
        function.Result.Should().NotBeEmpty();
        function.Parameters.Select(static parameter => parameter.Name).Should().OnlyHaveUniqueItems();
        function.Parameters.SkipWhile(static parameter => !parameter.IsOptional).Should().NotContain(static parameter => !parameter.IsOptional);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_misuse_names_the_function(string name)
    {
        BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function).Should().BeTrue();
        Value tooMany = BuiltinCall.Invoke(function!, new Value[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 }, [], new TestFunctionContext());
        if (!function!.IsVariadic)
        {
            Error(tooMany).Should().StartWith(name).And.Contain("got 13");
        }

        for (int i = 0; i < function.Parameters.Length; i++)
        {
            if (function.Parameters[i].Type == ParameterType.Any)
            {
                continue;
            }

            int positional = function.OptionsStart < 0 ? function.Parameters.Length : function.OptionsStart;
            if (i >= positional)
            {
                continue;
            }

            Value[] arguments = [.. function.Parameters.Take(positional).Select(static parameter => Good(parameter.Type))];
            arguments[i] = function.Parameters[i].Type == ParameterType.Query ? "x" : Range(1, long.MaxValue);
            Value wrong = BuiltinCall.Invoke(function, arguments, [], new TestFunctionContext());
            Error(wrong).Should().NotBeNull();
            if (function.Parameters[i].Type != ParameterType.List)
            {
                Error(wrong).Should().Be($"{name}: argument {i + 1} must be {ArgumentConversion.NameOf(function.Parameters[i].Type)}, got {ValueDescription.Describe(arguments[i])}");
            }
        }
    }

    private static Value Good(ParameterType type) => type switch
    {
        ParameterType.Text => "text",
        ParameterType.Integer or ParameterType.Number => 1,
        ParameterType.Boolean => true,
        ParameterType.List => List(1),
        ParameterType.Map or ParameterType.Query => Map(("a", 1)),
        ParameterType.Location => List(4, 52),
        ParameterType.Date => "2024-05-01",
        ParameterType.Duration => 5,
        _ => default,
    };
}
