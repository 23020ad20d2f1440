using System.IO.Compression;
using System.Text;
using Bubblescript.Builtins;
using Bubblescript.Coordination;
using Bubblescript.Coordination.Http;
using Bubblescript.Tests.Builtins;
using Bubblescript.Values;
using Microsoft.AspNetCore.Http;
using static Bubblescript.Tests.Coordination.Http.HttpCalls;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Coordination.Http;

public sealed class HttpCallHandlerTests
{
    [Fact]
    public async Task The_answer_has_status_headers_and_body()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static async context =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers["X-Item"] = "one";
            context.Response.Headers.Append("X-Many", "first");
            context.Response.Headers.Append("X-Many", "last");
            await context.Response.WriteAsync($"no {context.Request.Path}");
        });
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/a"))));
        answer["status_code"].Should().Be((Value)404);
        answer["body"].Should().Be((Value)"no /a");
        answer["headers"].AsMap()!["X-Item"].Should().Be((Value)"one");
        answer["headers"].AsMap()!["X-Many"].Should().Be((Value)"last");
        answer.ContainsKey("error").Should().BeFalse();
    }

    [Theory]
    [InlineData("application/json", """{"items": [1, 2.5, null]}""", """{"items": [1, 2.5, null]}""")]
    [InlineData("application/vnd.api+json; charset=utf-8", "[1]", "[1]")]
    [InlineData("application/json", "no json", "\"no json\"")]
    [InlineData("application/json", "", "\"\"")]
    [InlineData("text/plain", "[1]", "\"[1]\"")]
    [InlineData("text/plain; charset=no-such-set", "é", "\"é\"")]
    public async Task Json_is_decoded_by_its_content_type(string contentType, string body, string expected)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        });
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/"))));
        answer["body"].Should().Be(ValueJson.Parse(expected));
    }

    [Fact]
    public async Task Other_character_sets_are_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            return context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("café")).AsTask();
        });
        (await CallAsync(server, Map(("url", server.Url("/")))))["body"].Should().Be((Value)"café");
    }

    [Theory]
    [InlineData("http_get", "GET", "")]
    [InlineData("http_delete", "DELETE", "")]
    [InlineData("http_options", "OPTIONS", "")]
    [InlineData("http_trace", "TRACE", "")]
    [InlineData("http_post", "POST", "{\"a\":1}")]
    [InlineData("http_put", "PUT", "{\"a\":1}")]
    [InlineData("http_patch", "PATCH", "{\"a\":1}")]
    public async Task Every_function_sends_its_method_headers_and_body(string function, string method, string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(EchoAsync);
        RequestRecorder recorder = new();
        Value[] arguments = body.Length == 0 ? [server.Url("/e?x=1")] : [server.Url("/e?x=1"), Map(("a", 1))];
        recorder.Call(HttpFunctions.All.Single(candidate => candidate.Name == function), arguments, ("headers", Map(("X-Test", "yes"))), ("bearer", "t0ken"));
        string echo = (await CallAsync(server, recorder.Requests.Single().Payload))["body"].ToString();
        echo.Should().StartWith($"{method} {server.Url("/e?x=1")}\n").And.Contain("X-Test: yes\n").And.Contain("Authorization: Bearer t0ken\n").And.EndWith("\n\n" + body);
        echo.Should().Contain("User-Agent: Bubblescript\n");
    }

    [Fact]
    public async Task A_connect_request_gives_the_status_and_closes_the_tunnel()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context => context.Response.CompleteAsync());
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/")), ("method", "CONNECT")));
        answer["status_code"].Should().NotBe((Value)0);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_bodies_are_read(string encoding)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => WriteCompressedAsync(context, encoding, "hello"u8.ToArray(), times: 1));
        (await CallAsync(server, Map(("url", server.Url("/")))))["body"].Should().Be((Value)"hello");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_is_not_compressed_as_it_says_is_no_answer(string encoding)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.WriteAsync("this is not compressed at all, whatever the header says");
        });
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/"))));
        answer["status_code"].Should().Be((Value)0);
        answer["error"].Should().Be((Value)"no answer from 127.0.0.1: the body is not compressed as its headers say");
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_cut_off()
    {
        // 1 GiB of zeros packs to about 1 MiB.
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            static context => WriteCompressedAsync(context, "gzip", new byte[1024 * 1024], times: 1024));
        long before = GC.GetTotalAllocatedBytes();
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/"))));
        answer["status_code"].Should().Be((Value)0);
        answer["error"].Should().Be((Value)"the answer of 127.0.0.1 is larger than the limit of 10485760 bytes");
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(400L * 1024 * 1024);
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, 200)]
    [InlineData((10 * 1024 * 1024) + 1, 0)]
    public async Task Ten_mebibytes_are_read_and_one_byte_more_is_not(int size, int expectedStatus)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.Body.WriteAsync(new byte[size]).AsTask());
        (await CallAsync(server, Map(("url", server.Url("/")))))["status_code"].Should().Be((Value)expectedStatus);
    }

    [Fact]
    public async Task A_body_that_trickles_does_not_outlast_the_timeout()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("x", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        });
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/")), ("timeout", 0.3)));
        answer["status_code"].Should().Be((Value)0);
        answer["body"].IsNil.Should().BeTrue();
        answer["error"].Should().Be((Value)"no answer from 127.0.0.1 within 0.3 s");
    }

    [Theory]
    [InlineData(1, 200_000)]
    [InlineData(10_000, 100)]
    public async Task Headers_without_end_are_no_answer(int count, int length)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            for (int i = 0; i < count; i++)
            {
                context.Response.Headers[$"X-{i}"] = new string('a', length);
            }

            return context.Response.WriteAsync("hello");
        });
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/"))));
        answer["status_code"].Should().Be((Value)0);
        answer["error"].ToString().Should().StartWith("no answer from 127.0.0.1: ");
    }

    [Fact]
    public async Task The_host_has_the_last_word_on_timeouts()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        HttpCallOptions options = new() { AllowedHosts = AllowedHosts.Parse([server.AllowEntry]), MaximumTime = TimeSpan.FromMilliseconds(200) };
        MapValue answer = await CallAsync(options, Map(("url", server.Url("/")), ("timeout", 3600.0)));
        answer["error"].Should().Be((Value)"no answer from 127.0.0.1 within 0.2 s");
    }

    [Fact]
    public async Task A_host_that_stops_cancels_the_call()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using CancellationTokenSource stop = new();
        using HttpCallHandler handler = new(new HttpCallOptions { AllowedHosts = AllowedHosts.Parse([server.AllowEntry]) });
        Task<ExternalAnswer> answer = handler.AnswerAsync(Request(Map(("url", server.Url("/")))), stop.Token).AsTask();
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => answer).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("GET", 3)]
    [InlineData("PUT", 3)]
    [InlineData("DELETE", 3)]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    public async Task Only_calls_that_may_be_repeated_are_sent_again(string method, int expectedCalls)
    {
        int calls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            calls++;
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/")), ("method", method)));
        answer["status_code"].Should().Be((Value)503);
        calls.Should().Be(expectedCalls);
    }

    [Fact]
    public async Task A_call_that_succeeds_at_the_second_attempt_has_succeeded()
    {
        int calls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (calls++ == 0)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("ok");
        });
        (await CallAsync(server, Map(("url", server.Url("/")))))["body"].Should().Be((Value)"ok");
        calls.Should().Be(2);
    }

    [Fact]
    public async Task Errors_of_the_script_are_not_repeated()
    {
        int calls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            calls++;
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        (await CallAsync(server, Map(("url", server.Url("/")))))["status_code"].Should().Be((Value)500);
        calls.Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_refuses_the_connection_is_no_answer()
    {
        LoopbackServer server = await LoopbackServer.StartAsync(EchoAsync);
        string url = server.Url("/");
        string entry = server.AllowEntry;
        await server.DisposeAsync();
        MapValue answer = await CallAsync(new HttpCallOptions { AllowedHosts = AllowedHosts.Parse([entry]) }, Map(("url", url)));
        answer["status_code"].Should().Be((Value)0);
        answer["headers"].Should().Be((Value)MapValue.Empty);
        answer["error"].Should().Be((Value)"no answer from 127.0.0.1: Connection refused");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_no_answer()
    {
        HttpCallOptions options = new()
        {
            AllowedHosts = AllowedHosts.Parse(["nowhere.example.com"]),
            ResolveAsync = static (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound),
        };
        (await CallAsync(options, Map(("url", "https://nowhere.example.com/"))))["error"].Should().Be((Value)"no answer from nowhere.example.com: the name is not known");
    }

    private static async Task WriteCompressedAsync(HttpContext context, string encoding, byte[] block, int times)
    {
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
        };
        for (int i = 0; i < times && !context.RequestAborted.IsCancellationRequested; i++)
        {
            await stream.WriteAsync(block);
        }
    }
}
