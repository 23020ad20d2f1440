using Bubblescript.Coordination;
using Bubblescript.Coordination.Http;
using Bubblescript.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Coordination.Http;

/// <summary>Calls of HTTP functions against servers of the test.</summary>
internal static class HttpCalls
{
    public static async Task EchoAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string headers = string.Concat(context.Request.Headers.Select(static header => $"{header.Key}: {header.Value}\n"));
        await context.Response.WriteAsync($"{context.Request.Method} {context.Request.GetEncodedUrl()}\n{headers}\n\n{await reader.ReadToEndAsync()}");
    }

    public static Task<MapValue> CallAsync(LoopbackServer server, Value request) =>
        CallAsync(new HttpCallOptions { AllowedHosts = AllowedHosts.Parse([server.AllowEntry]), RetryDelay = TimeSpan.FromMilliseconds(1) }, request);

    public static async Task<MapValue> CallAsync(HttpCallOptions options, Value request)
    {
        using HttpCallHandler handler = new(options);
        ExternalAnswer answer = await handler.AnswerAsync(Request(request), TestContext.Current.CancellationToken);
        answer.Error.Should().BeNull();
        return answer.Result.AsMap()!;
    }

    public static ExternalCall Request(Value request) => new("main~ann", Value.From(MapValue.From(("method", "GET"), ("timeout", 10.0)).Merge(request.AsMap()!)), IsRepeated: false);
}
