using Bubblescript.Builtins;
using Bubblescript.Coordination;
using Bubblescript.Coordination.LanguageModels;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Tests.Builtins;
using Bubblescript.Values;
using Microsoft.Extensions.AI;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Coordination.LanguageModels;

public sealed class LanguageModelHandlerTests
{
    private static readonly ExternalCall Empty = new("main~ann", Map(("messages", List())), IsRepeated: false);
    private static readonly DeclaredTask Stock = new("stock", "Tells how many are left.", Map(("type", "object")));

    [Fact]
    public async Task Without_a_model_the_call_is_a_runtime_error()
    {
        LanguageModelHandler handler = new(client: null, new InMemoryStore(), TimeSpan.FromSeconds(1));
        ExternalAnswer answer = await handler.AnswerAsync(Empty, CancellationToken.None);
        answer.Error.Should().Be("LLM.complete: no language model is configured; the host application sets one with UseChatClient");
    }

    [Fact]
    public async Task The_model_gets_messages_and_options_and_its_text_is_the_answer()
    {
        using ScriptedChatClient model = new ScriptedChatClient().Answer("\"Hi!\"");
        MapValue result = await CompleteAsync(model, Map(
            ("text", "Greet"), ("system", "Be kind."), ("provider", "p"), ("model", "m"), ("temperature", 0.5), ("max_tokens", 10), ("format", "json")));
        ScriptedChatRequest request = model.Requests[0];
        request.Messages.Select(static message => (message.Role, message.Text)).Should().Equal((ChatRole.System, "Be kind."), (ChatRole.User, "Greet"));
        request.Options!.ModelId.Should().Be("m");
        request.Options.Temperature.Should().Be(0.5f);
        request.Options.MaxOutputTokens.Should().Be(10);
        request.Options.ResponseFormat.Should().BeOfType<ChatResponseFormatJson>();
        request.Options.AdditionalProperties!["provider"].Should().Be("p");
        result["data"].Should().Be((Value)"Hi!");
    }

    [Fact]
    public async Task A_schema_travels_with_the_request()
    {
        using ScriptedChatClient model = new ScriptedChatClient().Answer("5");
        MapValue result = await CompleteAsync(model, Map(("text", "A number"), ("schema", Map(("type", "integer")))));
        result["data"].Should().Be((Value)5);
        ((ChatResponseFormatJson)model.Requests[0].Options!.ResponseFormat!).Schema!.Value.GetRawText().Should().Be("""{"type":"integer"}""");
    }

    [Fact]
    public async Task Tools_are_called_and_their_results_go_back_to_the_model()
    {
        using ScriptedChatClient model = new ScriptedChatClient().CallTool("stock", ("drink", "tea"), ("sizes", new[] { 1, 2 })).Answer("Three cups.");
        MapValue result = await CompleteAsync(model, Map(("text", "Is there tea?"), ("tools", List("stock"))), static request =>
        {
            request.AsMap()!["arguments"].Should().Be(Map(("drink", "tea"), ("sizes", List(1, 2))));
            return 3;
        });
        result["text"].Should().Be((Value)"Three cups.");
        AIFunctionDeclaration tool = model.Requests[0].Options!.Tools!.OfType<AIFunctionDeclaration>().Single();
        (tool.Name, tool.Description, tool.JsonSchema.GetRawText()).Should().Be(("stock", "Tells how many are left.", """{"type":"object"}"""));
        model.Requests[1].Messages[1].Contents.OfType<FunctionCallContent>().Single().Name.Should().Be("stock");
        FunctionResultContent content = model.Requests[1].Messages[2].Contents.OfType<FunctionResultContent>().Single();
        (content.CallId, content.Result).Should().Be(("call1", "3"));
    }

    [Fact]
    public async Task A_model_that_fails_is_an_error_in_the_result()
    {
        using ScriptedChatClient model = new ScriptedChatClient().Fail(new HttpRequestException("quota exceeded"));
        (await CompleteAsync(model, "Hi"))["error"].Should().Be((Value)"the language model failed: quota exceeded");
    }

    [Fact]
    public async Task A_model_that_does_not_answer_is_given_up()
    {
        using SilentChatClient model = new();
        LanguageModelHandler handler = new(model, new InMemoryStore(), TimeSpan.FromMilliseconds(50));
        ExternalAnswer answer = await handler.AnswerAsync(Empty, CancellationToken.None);
        answer.Result.Should().Be(Map(("error", "the language model did not answer within 0.05 s")));
    }

    [Fact]
    public async Task A_host_that_stops_cancels_the_request()
    {
        using SilentChatClient model = new();
        LanguageModelHandler handler = new(model, new InMemoryStore(), TimeSpan.FromMinutes(1));
        using CancellationTokenSource stop = new();
        Task<ExternalAnswer> answer = handler.AnswerAsync(Empty, stop.Token).AsTask();
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => answer).Should().ThrowAsync<OperationCanceledException>();
    }

    /// <summary>Calls <c>LLM.complete</c> as the interpreter does: suspended at every request, evaluated again with one more answer.</summary>
    private static async Task<MapValue> CompleteAsync(IChatClient model, Value prompt, Func<Value, Value>? performTask = null)
    {
        RequestRecorder recorder = new() { Tasks = [Stock] };
        LanguageModelHandler handler = new(model, new InMemoryStore(), TimeSpan.FromMinutes(1));
        while (true)
        {
            Value result = recorder.Call(LanguageModelFunctions.All.Single(), [prompt, MapValue.Empty]);
            if (!result.IsSignal)
            {
                return result.AsMap()!;
            }

            ExternalRequest request = recorder.Requests[^1];
            recorder.Record(request.Kind == "task"
                ? performTask!(request.Payload)
                : (await handler.AnswerAsync(Empty with { Payload = request.Payload }, TestContext.Current.CancellationToken)).Result);
        }
    }

    private sealed class SilentChatClient : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("The delay ended.");
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
