using System.Text;
using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class HttpFunctionsTests
{
    private readonly RequestRecorder _context = new();

    [Theory]
    [InlineData("http_get", "GET")]
    [InlineData("http_delete", "DELETE")]
    [InlineData("http_options", "OPTIONS")]
    [InlineData("http_connect", "CONNECT")]
    [InlineData("http_trace", "TRACE")]
    [InlineData("http_post", "POST")]
    [InlineData("http_put", "PUT")]
    [InlineData("http_patch", "PATCH")]
    public void Every_function_asks_the_host_with_its_method(string function, string method)
    {
        Value request = Request(function, ["https://example.com/a"]);
        request.AsMap()!["method"].Should().Be((Value)method);
        request.AsMap()!["url"].Should().Be((Value)"https://example.com/a");
        request.AsMap()!["timeout"].Should().Be((Value)10.0);
        _context.Requests.Single().Kind.Should().Be("http");
    }

    [Fact]
    public void The_statement_is_suspended_and_gets_the_answer_when_it_is_evaluated_again()
    {
        _context.Call(Find("http_get"), ["https://example.com"]).IsSignal.Should().BeTrue();
        _context.Record(Map(("status_code", 200)));
        _context.Call(Find("http_get"), ["https://example.com"]).Should().Be(Map(("status_code", 200)));
    }

    [Theory]
    [InlineData("get", "GET")]
    [InlineData(" HEAD ", "HEAD")]
    public void http_request_takes_any_method_in_any_case(string given, string method) =>
        Request("http_request", [given, "https://example.com"]).AsMap()!["method"].Should().Be((Value)method);

    [Fact]
    public void The_query_is_encoded_and_added_to_the_url()
    {
        Value query = Map(("q", "a b&c"), ("n", 5), ("tag", List("x", "y")), ("none", default), ("é", Value.AtomOf("ü")));
        Request("http_get", ["https://example.com/s?p=1#top"], ("query", query)).AsMap()!["url"].ToString()
            .Should().Be("https://example.com/s?p=1&q=a%20b%26c&n=5&tag=x&tag=y&%C3%A9=%C3%BC");
    }

    [Fact]
    public void Maps_and_lists_are_sent_as_json_and_texts_as_they_are()
    {
        MapValue request = Request("http_post", ["https://example.com", Map(("a", List(1, default, 2.0)), ("gone", default))]).AsMap()!;
        request["body"].Should().Be((Value)"""{"a":[1,null,2.0]}""");
        Header(request, "Content-Type").Should().Be("application/json");

        request = Request("http_post", ["https://example.com", "plain"]).AsMap()!;
        request["body"].Should().Be((Value)"plain");
        Header(request, "Content-Type").Should().Be("text/plain; charset=utf-8");

        request = Request("http_post", ["https://example.com", Entity(5)]).AsMap()!;
        request["body"].Should().Be((Value)"5");
    }

    [Fact]
    public void Json_and_form_say_how_the_body_is_written()
    {
        MapValue request = Request("http_put", ["https://example.com"], ("json", "text")).AsMap()!;
        request["body"].Should().Be((Value)"\"text\"");

        request = Request("http_post", ["https://example.com"], ("form", Map(("a", "x y"), ("b", "1+1")))).AsMap()!;
        request["body"].Should().Be((Value)"a=x+y&b=1%2B1");
        Header(request, "Content-Type").Should().Be("application/x-www-form-urlencoded");

        request = Request("http_post", ["https://example.com", "<a/>"], ("headers", Map(("content-type", "application/xml")))).AsMap()!;
        request["headers"].Should().Be(Map(("content-type", "application/xml")));
    }

    [Fact]
    public void Options_can_be_given_as_one_map()
    {
        MapValue request = Request("http_post", ["https://example.com", "x", Map(("headers", Map(("X-A", 1))), ("timeout", "2s"), ("query", Map(("a", 1))))]).AsMap()!;
        request["timeout"].Should().Be((Value)2.0);
        request["url"].Should().Be((Value)"https://example.com/?a=1");
        Header(request, "X-A").Should().Be("1");
        Request("http_get", ["https://example.com", Map(("body", "x"))]).AsMap()!["body"].Should().Be((Value)"x");
    }

    [Fact]
    public void Credentials_become_a_header()
    {
        string basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ann:sécret"));
        Header(Request("http_get", ["https://example.com"], ("auth", Map(("username", "ann"), ("password", "sécret")))).AsMap()!, "Authorization").Should().Be(basic);
        Header(Request("http_get", ["https://example.com"], ("bearer", "t0ken")).AsMap()!, "Authorization").Should().Be("Bearer t0ken");
        MapValue request = Request("http_get", ["https://ann:s%C3%A9cret@example.com/"]).AsMap()!;
        Header(request, "Authorization").Should().Be(basic);
        request["url"].Should().Be((Value)"https://example.com/");
    }

    [Theory]
    [InlineData("", "http_get: \"\" is no valid URL; it must begin with https:// or http:// and a host")]
    [InlineData("example.com", "http_get: \"example.com\" is no valid URL; it must begin with https:// or http:// and a host")]
    [InlineData("file:///etc/passwd", "http_get: \"file:///etc/passwd\" is no valid URL; it must begin with https:// or http:// and a host")]
    [InlineData("ftp://example.com", "http_get: \"ftp://example.com\" is no valid URL; it must begin with https:// or http:// and a host")]
    [InlineData("http://127.0.0.1:9\\@api.example.com/", "http_get: \"http://127.0.0.1:9\\\\@api.example.com/\" is no valid URL; it must begin with https:// or http:// and a host")]
    [InlineData("http://api.example.com%2eevil.net/", "http_get: \"http://api.example.com%2eevil.net/\" is no valid URL; it must begin with https:// or http:// and a host")]
    [InlineData("https://", "http_get: \"https://\" is no valid URL; it must begin with https:// or http:// and a host")]
    public void An_invalid_url_is_a_runtime_error(string url, string expected) => Fail("http_get", [url]).Should().Be(expected);

    [Fact]
    public void A_method_that_is_none_is_a_runtime_error() =>
        Fail("http_request", ["BREW", "https://example.com"]).Should().Be(
            "http_request: \"BREW\" is no HTTP method; use CONNECT, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, TRACE");

    [Fact]
    public void Wrong_options_are_runtime_errors_that_name_the_function()
    {
        Fail("http_get", ["https://example.com"], ("timeout", "soon")).Should().Be("http_get: timeout must be a number of seconds greater than 0, got string (\"soon\")");
        Fail("http_get", ["https://example.com"], ("timeout", 0)).Should().Be("http_get: timeout must be a number of seconds greater than 0, got integer (0)");
        Fail("http_post", ["https://example.com", "x"], ("json", 1)).Should().Be("http_post: give only one of body, json and form");
        Fail("http_post", ["https://example.com"], ("form", "a=1")).Should().Be("http_post: form must be map, got string (\"a=1\")");
        Fail("http_get", ["https://example.com", Map(("timeuot", 5))]).Should().Be(
            "http_get has no option 'timeuot'; it has headers, query, form, json, timeout, auth, bearer, body");
        Fail("http_get", ["https://example.com", Map(("headers", "X: y"))]).Should().Be("http_get: headers must be map, got string (\"X: y\")");
        Fail("http_get", ["https://example.com"], ("auth", Map(("user", "ann")))).Should().Be("http_get: auth must be a map with username and password");
        Fail("http_get", ["https://example.com"], ("auth", Map(("username", "a"))), ("bearer", "b")).Should().Be("http_get: give only one of auth and bearer");
    }

    [Theory]
    [InlineData("X-Evil", "a\r\nHost: internal", "http_get: the header X-Evil may only contain visible ASCII characters, got \"a\\nHost: internal\"")]
    [InlineData("X-Evil", "a\nb", "http_get: the header X-Evil may only contain visible ASCII characters, got \"a\\nb\"")]
    [InlineData("X Evil", "a", "http_get: \"X Evil\" is no valid header name")]
    [InlineData("X:Evil\r\nA", "a", "http_get: \"X:Evil\\nA\" is no valid header name")]
    [InlineData("", "a", "http_get: \"\" is no valid header name")]
    [InlineData("host", "internal", "http_get: the header host is set by the runtime and cannot be given")]
    [InlineData("Transfer-Encoding", "chunked", "http_get: the header Transfer-Encoding is set by the runtime and cannot be given")]
    public void Headers_cannot_smuggle_anything_into_the_request(string name, string value, string expected) =>
        Fail("http_get", ["https://example.com"], ("headers", Map((name, value)))).Should().Be(expected);

    [Fact]
    public void A_bearer_token_cannot_smuggle_a_header_into_the_request() =>
        Fail("http_get", ["https://example.com"], ("bearer", "a\r\nX: b")).Should().Be("http_get: bearer may only contain visible ASCII characters, got \"a\\nX: b\"");

    private static BuiltinFunction Find(string name) => HttpFunctions.All.Single(function => function.Name == name);

    private static string? Header(MapValue request, string name) => request["headers"].AsMap()![name].AsString();

    private Value Request(string function, Value[] positional, params ReadOnlySpan<(string Name, Value Value)> named)
    {
        Value result = _context.Call(Find(function), positional, named);
        result.IsError.Should().BeFalse(Error(result));
        return _context.Requests.Single().Payload;
    }

    private string? Fail(string function, Value[] positional, params ReadOnlySpan<(string Name, Value Value)> named)
    {
        Value result = _context.Call(Find(function), positional, named);
        _context.Requests.Should().BeEmpty();
        return Error(result);
    }
}
