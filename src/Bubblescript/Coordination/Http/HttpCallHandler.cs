using System.Net;
using System.Net.Sockets;
using Bubblescript.Builtins;
using Bubblescript.Values;
using Polly;
using Polly.Retry;

namespace Bubblescript.Coordination.Http;

/// <summary>
/// Sends the HTTP calls of scripts (builtin functions, section 8). Only hosts that the host application allows are reached; every hop of a redirect is
/// checked again. The time of a call covers redirects, repetitions and the whole body.
/// </summary>
internal sealed class HttpCallHandler : IExternalCallHandler, IDisposable
{
    private readonly HttpCallOptions _options;
    private readonly HttpMessageInvoker? _ownClient;
    private readonly Func<HttpMessageInvoker> _makeClient;
    private readonly ResiliencePipeline<Value> _retries;

    /// <param name="options">What may be reached, and the limits.</param>
    /// <param name="makeClient">Makes the client of a request, whose connections a handler of <see cref="MakeHandler"/> makes; null for a client of its own.</param>
    public HttpCallHandler(HttpCallOptions options, Func<HttpMessageInvoker>? makeClient = null)
    {
        _options = options;
        _ownClient = makeClient is null ? new HttpMessageInvoker(MakeHandler(options)) : null;
        _makeClient = makeClient ?? (() => _ownClient!);
        _retries = CreateRetries(options);
    }

    /// <inheritdoc/>
    public string Kind => HttpFunctions.RequestKind;

    /// <inheritdoc/>
    public async ValueTask<ExternalAnswer> AnswerAsync(ExternalCall call, CancellationToken cancellationToken)
    {
        HttpCall request = HttpCall.Read(call.Payload.AsMap()!);
        TimeSpan time = request.Timeout < _options.MaximumTime ? request.Timeout : _options.MaximumTime;
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(time);
        try
        {
            Value result = request.IsIdempotent && _options.Retries > 0
                ? await _retries.ExecuteAsync(token => FollowAsync(request, token), timeout.Token).ConfigureAwait(false)
                : await FollowAsync(request, timeout.Token).ConfigureAwait(false);
            return new ExternalAnswer(result);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NoAnswer($"no answer from {request.Url.Host} within {ValueText.ToText(time.TotalSeconds)} s");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or HttpRefusedException)
        {
            // Servers that cannot be reached or misbehave are results, not errors (builtin functions, section 8).
            return NoAnswer(Explain(request, exception));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _ownClient?.Dispose();

    /// <summary>What makes the connections: to allowed hosts only, and redirects are left to the caller.</summary>
    public static HttpMessageHandler MakeHandler(HttpCallOptions options) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = new CheckedConnector(options).ConnectAsync,
        ConnectTimeout = options.MaximumTime,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,

        // A proxy of the environment would resolve names itself, behind the back of the address check.
        UseProxy = false,
    };

    private static ResiliencePipeline<Value> CreateRetries(HttpCallOptions options)
    {
        if (options.Retries == 0)
        {
            return ResiliencePipeline<Value>.Empty;
        }

        return new ResiliencePipelineBuilder<Value>()
            .AddRetry(new RetryStrategyOptions<Value>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static outcome => ValueTask.FromResult(IsTransient(outcome.Outcome)),
            })
            .Build();
    }

    private static bool IsTransient(Outcome<Value> outcome) => outcome.Exception is { } exception
        ? exception is HttpRequestException or IOException && FindRefusal(exception) is null
        : outcome.Result.AsMap()?["status_code"].AsInteger() is 502 or 503 or 504;

    private async ValueTask<Value> FollowAsync(HttpCall call, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            if (!_options.AllowedHosts.AllowsName(call.Url.IdnHost, call.Url.Port))
            {
                throw CheckedConnector.NotAllowed(call.Url.IdnHost, call.Url.Port);
            }

            using HttpRequestMessage message = call.ToMessage();
            using HttpResponseMessage response = await _makeClient().SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (RedirectOf(call, response) is not { } next)
            {
                return await HttpAnswerReader.ReadAsync(call, response, _options.MaximumBodySize, cancellationToken).ConfigureAwait(false);
            }

            if (redirects == _options.MaximumRedirects)
            {
                throw new HttpRefusedException($"{call.Url.Host} redirects more than {_options.MaximumRedirects} times");
            }

            call = next;
        }
    }

    private static HttpCall? RedirectOf(HttpCall call, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (status is not (301 or 302 or 303 or 307 or 308) || call.Method == HttpMethod.Connect || response.Headers.Location is not { } location)
        {
            return null;
        }

        if (!Uri.TryCreate(call.Url, location, out Uri? url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            throw new HttpRefusedException($"{call.Url.Host} redirects to {location}, which is no address of the web");
        }

        if (call.Url.Scheme == Uri.UriSchemeHttps && url.Scheme == Uri.UriSchemeHttp)
        {
            throw new HttpRefusedException($"{call.Url.Host} redirects from https to http, which is not followed");
        }

        return call.RedirectTo(url, status);
    }

    private static string Explain(HttpCall call, Exception exception)
    {
        if (FindRefusal(exception) is { } refusal)
        {
            return refusal.Message;
        }

        string reason = exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the name is not known",
            HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => "the name is not known",
            HttpRequestException { InnerException: SocketException socket } => socket.Message,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "the secure connection could not be made",
            _ => exception.Message,
        };
        return $"no answer from {call.Url.Host}: {reason}";
    }

    private static HttpRefusedException? FindRefusal(Exception? exception)
    {
        while (exception is not null and not HttpRefusedException)
        {
            exception = exception.InnerException;
        }

        return (HttpRefusedException?)exception;
    }

    private static ExternalAnswer NoAnswer(string error) => new(Value.MapOf(
        ("status_code", 0), ("headers", MapValue.Empty), ("body", default), ("error", error)));
}
