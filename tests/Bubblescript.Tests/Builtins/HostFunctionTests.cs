using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class HostFunctionTests
{
    [Fact]
    public void Synchronous_delegates_are_called_with_converted_arguments()
    {
        Run((string name, long times) => string.Concat(Enumerable.Repeat(name, (int)times)), "ab", 2).Should().Be(Value.From("abab"));
        Run((int a, double b, bool c) => c ? a + b : 0, 1, 2, true).Should().Be(Value.From(3.0));
        Run((Value value) => value.Kind.ToString(), List()).Should().Be(Value.From("List"));
        Run((IReadOnlyList<string> names) => names.Count, List("a", "b")).Should().Be(Value.From(2));
        Run((IReadOnlyList<Value> items) => items[0], Range(5, 6)).Should().Be(Value.From(5));
        Run((IReadOnlyDictionary<string, Value> map) => map.Count, Map(("a", 1))).Should().Be(Value.From(1));
        Run((long[] numbers) => numbers.Sum(), List(1, 2)).Should().Be(Value.From(3));
        Run((string text, long count = 3) => text + count, "a").Should().Be(Value.From("a3"));
        Run((string? text) => text is null, default(Value)).Should().Be(Value.True);
        Run((string text) => text.Length, default(Value)).Should().Be(Value.From(0));
        Run((long? number) => number ?? -1, default(Value)).Should().Be(Value.From(-1));
        Run(() => new[] { 1, 2 }).Should().Be(List(1, 2));
        Run(() => { }).Should().Be(Value.Nil);
        Run((decimal number) => number * 2, 1.25).Should().Be(Value.From(2.5));
    }

    [Fact]
    public void Wrong_arguments_and_failing_delegates_are_errors_of_the_script()
    {
        Error(Run((string name) => name, List())).Should().Be("points: argument 1 must be text, got list ([])");
        Error(Run((string name) => name)).Should().Be("points takes 1 argument (name), got 0");
        Error(Run((string name) => name.Length > 0 ? throw new InvalidOperationException("no connection") : 1, "x")).Should().Be("points: no connection");
        Error(Run((int number) => number, long.MaxValue)).Should().StartWith("points: ");
        Error(Run(() => double.NaN)).Should().Be("points: the result is no finite number");
    }

    [Fact]
    public async Task Asynchronous_delegates_suspend_and_are_run_by_the_host()
    {
        HostFunction function = HostFunction.Create("points", async (string user, CancellationToken cancellationToken) =>
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return user.Length;
        });
        function.IsAsynchronous.Should().BeTrue();
        function.Declaration.Suspends.Should().BeTrue();
        TestFunctionContext context = new();
        BuiltinCall.Invoke(function.Declaration, new Value[] { Message("anna") }, [], context).Should().Be(Value.From("waiting"));
        ExternalRequest request = context.Requests.Should().ContainSingle().Subject;
        request.Kind.Should().Be("function");
        request.Payload.Should().Be(Map(("name", "points"), ("arguments", List("anna"))));
        (await function.RunAsync(request.Payload, CancellationToken.None)).Should().Be(Value.From(4));
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        Func<Task> cancelled = () => function.RunAsync(request.Payload, source.Token);
        await cancelled.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task All_kinds_of_tasks_are_awaited()
    {
        (await RunAsync(() => ValueTask.FromResult("a"))).Should().Be(Value.From("a"));
        (await RunAsync(() => ValueTask.CompletedTask)).Should().Be(Value.Nil);
        (await RunAsync(() => Task.CompletedTask)).Should().Be(Value.Nil);
        (await RunAsync(() => Task.FromResult<IReadOnlyList<string>>(["a"]))).Should().Be(List("a"));
        Error(await RunAsync(() => Task.FromException<int>(new TimeoutException("too slow")))).Should().Be("points: too slow");
        Error(await RunAsync(Task<int> () => throw new TimeoutException("too slow"))).Should().Be("points: too slow");
    }

    [Fact]
    public void Names_and_types_are_checked_when_the_function_is_made()
    {
        Action wrongName = () => HostFunction.Create("Loyalty points", () => 1);
        wrongName.Should().Throw<ArgumentException>().WithMessage("'Loyalty points' is no name of a function; it must begin with a small letter*");
        Action wrongParameter = () => HostFunction.Create("points", (Stream stream) => 1);
        wrongParameter.Should().Throw<ArgumentException>().WithMessage("The parameter 'stream' of 'points' is of type System.IO.Stream, which has no counterpart in scripts.*");
        Action wrongResult = () => HostFunction.Create("points", () => new Uri("https://example.com"));
        wrongResult.Should().Throw<ArgumentException>().WithMessage("The result of 'points' is of type System.Uri, which has no counterpart in scripts.*");
    }

    private static Value Run(Delegate function, params Value[] arguments) =>
        BuiltinCall.Invoke(HostFunction.Create("points", function).Declaration, arguments, [], new TestFunctionContext());

    private static Task<Value> RunAsync(Delegate function) =>
        HostFunction.Create("points", function).RunAsync(Map(("name", "points"), ("arguments", List())), CancellationToken.None);
}
