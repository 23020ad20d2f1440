using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>Language models (builtin functions, section 9).</summary>
internal static class LanguageModelFunctions
{
    /// <summary>
    /// The kind of a request to a model. Payload: <c>messages</c> (each <c>role text calls call_id</c>; a text that is a list has the conversation
    /// between its parts), <c>model provider temperature max_tokens</c>,
    /// <c>format</c>, <c>schema</c>, <c>tools</c> (each <c>name description parameters</c>). Answer: <c>text</c>, <c>calls</c> (each
    /// <c>id name arguments</c>), <c>error</c>.
    /// </summary>
    public const string RequestKind = "llm";

    /// <summary>
    /// The kind of a request that the interpreter answers itself: it performs the declared task <c>name</c> with <c>arguments</c> and records what the
    /// task returns.
    /// </summary>
    public const string TaskRequestKind = "task";

    private const string Documentation =
        "Asks a language model. `prompt` is an entry of a prompt file or a text; `{{ name }}` in it is replaced by the argument of that name and `[[transcript]]` "
        + "by the conversation. The result is a map: `text`, `data` (the decoded answer of a prompt with `format: json` or `schema`) and `error`. Declared tasks that "
        + "the prompt lists under `tools` can be called by the model. Without a model in the host application it is a runtime error.";

    public static ImmutableArray<BuiltinFunction> All { get; } =
    [
        new BuiltinFunction(
            "complete",
            [
                Declare.Any("prompt"),
                new FunctionParameter("vars", ParameterType.Map, IsOptional: true) { DefaultText = "none" },
            ],
            "map",
            Documentation,
            static (arguments, context) => Prompt.TryRead(arguments[0], arguments[1].AsMap() ?? MapValue.Empty, context, out Prompt? prompt, out string? problem)
                ? new ModelConversation(prompt, context).Run()
                : FunctionContext.Fail($"LLM.complete: {problem}"))
        {
            Module = "LLM",
            Topic = ConversationFunctions.Topic,
            Purity = FunctionPurity.Reading,
            Suspends = true,
            KeywordParameter = 1,
            Example = "LLM.complete(\"Translate {{ word }} to Dutch.\", word: \"tea\").text",
            ExampleResult = "\"thee\"",
        },
    ];
}
