namespace Bubblescript.Coordination;

/// <summary>Answers one kind of request that scripts make to the outside: <c>http</c>, <c>llm</c>, <c>function</c>. Safe for use by several threads.</summary>
internal interface IExternalCallHandler
{
    /// <summary>The kind of request (<see cref="Builtins.ExternalRequest.Kind"/>).</summary>
    string Kind { get; }

    /// <summary>Gives the answer. An exception becomes a runtime error of the script with the exception's message.</summary>
    ValueTask<ExternalAnswer> AnswerAsync(ExternalCall call, CancellationToken cancellationToken);
}
