using Bubblescript.Builtins;

namespace Bubblescript.Coordination;

/// <summary>
/// Answers one kind of requests that leave a turn. Called outside of turns and without locks, by several threads at once; what it throws, other than a
/// cancellation, is a mistake of the host and is reported as such.
/// </summary>
internal interface IExternalCallHandler
{
    /// <summary>The <see cref="ExternalRequest.Kind"/> that it answers.</summary>
    string Kind { get; }

    /// <summary>Answers a request. A request may come again after a crash of the host.</summary>
    ValueTask<ExternalAnswer> AnswerAsync(ExternalRequest request, ExternalCallContext context, CancellationToken cancellationToken);
}
