using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

/// <summary>The server and the language model that the examples of suspending functions talk to. What it does not expect, it refuses.</summary>
internal static class ExampleWorld
{
    public static Value Answer(ExternalRequest request) => request.Kind switch
    {
        HttpFunctions.RequestKind => AnswerHttp(request.Payload.AsMap()!),
        LanguageModelFunctions.RequestKind => AnswerPrompt(request.Payload.AsMap()!),
        _ => throw new InvalidOperationException($"No example makes requests of kind {request.Kind}."),
    };

    private static Value AnswerHttp(MapValue request)
    {
        string call = $"{request["method"]} {request["url"]} {request["body"]}".TrimEnd();
        return call switch
        {
            "GET https://example.com/api?q=x" => Response(200, body: Map(("items", List("x")))),
            "DELETE https://example.com/orders/5" => Response(204),
            "OPTIONS https://example.com/orders" => Response(200, headers: Map(("Allow", "GET, POST"))),
            "CONNECT https://example.com/" or "TRACE https://example.com/orders" => Response(405),
            "POST https://example.com/orders {\"item\":\"tea\"}" => Response(201, body: Map(("id", 5), ("item", "tea"))),
            "PUT https://example.com/orders/5 {\"item\":\"mate\"}" => Response(200),
            "PATCH https://example.com/orders/5 item=mate" when request["headers"].AsMap()!["Authorization"].AsString() == "Bearer secret" => Response(200),
            "HEAD https://example.com/orders/5" when request["timeout"].AsDouble() == 5 => Response(200),
            _ => throw new InvalidOperationException($"No example makes the call {call}."),
        };
    }

    private static Value Response(int status, Value body = default, Value headers = default) =>
        Map(("status_code", status), ("headers", headers.IsNil ? Map() : headers), ("body", body));

    private static Value AnswerPrompt(MapValue request)
    {
        string prompt = request["messages"].AsList()![0].AsMap()!["text"].ToString();
        return prompt == "Translate tea to Dutch." ? Map(("text", "thee")) : throw new InvalidOperationException($"No example asks: {prompt}");
    }
}
