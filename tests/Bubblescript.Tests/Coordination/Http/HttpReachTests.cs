using System.Globalization;
using System.Net;
using Bubblescript.Coordination;
using Bubblescript.Coordination.Http;
using Bubblescript.Values;
using Microsoft.AspNetCore.Http;
using static Bubblescript.Tests.Coordination.Http.HttpCalls;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Coordination.Http;

/// <summary>Which hosts calls reach, and where redirects lead.</summary>
public sealed class HttpReachTests
{
    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://2130706433:9/")]
    [InlineData("http://0x7f.1:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://other.example.com/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://0177.0.0.1:9/")]
    [InlineData("http://017700000001:9/")]
    [InlineData("http://127.1:9/")]
    [InlineData("http://127.0.0.1.:9/")]
    [InlineData("http://0:9/")]
    [InlineData("http://[::ffff:7f00:1]:9/")]
    [InlineData("http://[64:ff9b::7f00:1]:9/")]
    [InlineData("http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460:9/")]
    [InlineData("http://api.example.com@127.0.0.1:9/")]
    [InlineData("http://api.example.com:80@127.0.0.1:9/")]
    [InlineData("http://127.0.0.1:9#@api.example.com/")]
    [InlineData("http://127.0.0.1:9?@api.example.com/")]
    [InlineData("http://api.example.com.evil.net/")]
    [InlineData("http://evil.net/api.example.com")]
    [InlineData("http://api\u3002example\u3002com\u3002evil\u3002net/")]
    public async Task Hosts_that_are_not_allowed_are_not_reached(string url)
    {
        HttpCallOptions options = new() { AllowedHosts = AllowedHosts.Parse(["api.example.com"]), ResolveAsync = static (_, _) => throw new InvalidOperationException("resolved") };
        MapValue answer = await CallAsync(options, Map(("url", url)));
        answer["status_code"].Should().Be((Value)0);
        answer["error"].ToString().Should().EndWith("is not among the hosts that the host application allows");
    }

    [Fact]
    public async Task Nothing_is_reached_unless_the_host_allows_it()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(EchoAsync);
        MapValue answer = await CallAsync(new HttpCallOptions(), Map(("url", server.Url("/"))));
        answer["error"].Should().Be((Value)$"the host 127.0.0.1 (port {server.Port}) is not among the hosts that the host application allows");
    }

    [Fact]
    public async Task An_allowed_name_that_leads_to_a_private_address_is_not_reached()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(EchoAsync);
        HttpCallOptions options = new() { AllowedHosts = AllowedHosts.Parse(["localhost", "*"]) };
        MapValue answer = await CallAsync(options, Map(("url", $"http://localhost:{server.Port}/")));
        answer["status_code"].Should().Be((Value)0);
        answer["error"].ToString().Should().StartWith("the host localhost leads to an address of a private network, ");

        options = options with { AllowedHosts = AllowedHosts.Parse(["localhost", server.AllowEntry]) };
        (await CallAsync(options, Map(("url", $"http://localhost:{server.Port}/"))))["status_code"].Should().Be((Value)200);
    }

    [Fact]
    public async Task The_address_counts_at_the_moment_of_the_connection()
    {
        // The only look-up is that of the connection itself: there is no earlier one that could have given a harmless address.
        await using LoopbackServer server = await LoopbackServer.StartAsync(EchoAsync);
        int lookups = 0;
        HttpCallOptions options = new()
        {
            AllowedHosts = AllowedHosts.Parse(["rebind.example.com"]),
            ResolveAsync = (_, _) => Task.FromResult<IPAddress[]>([lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("8.8.8.8")]),
        };
        MapValue answer = await CallAsync(options, Map(("url", $"http://rebind.example.com:{server.Port}/")));
        lookups.Should().Be(1);
        answer["error"].Should().Be((Value)"the host rebind.example.com leads to an address of a private network, 127.0.0.1, which the host application does not allow");
    }

    [Fact]
    public async Task Redirects_are_followed_hop_by_hop()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
        {
            int hop = int.Parse(context.Request.Path.Value![1..], CultureInfo.InvariantCulture);
            if (hop == 0)
            {
                return context.Response.WriteAsync("arrived");
            }

            context.Response.Redirect($"/{hop - 1}");
            return Task.CompletedTask;
        });
        (await CallAsync(server, Map(("url", server.Url("/5")))))["body"].Should().Be((Value)"arrived");
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/6"))));
        answer["status_code"].Should().Be((Value)0);
        answer["error"].Should().Be((Value)"127.0.0.1 redirects more than 5 times");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/", "the host 169.254.169.254 (port 80) is not among the hosts that the host application allows")]
    [InlineData("http://127.0.0.1:1/", "the host 127.0.0.1 (port 1) is not among the hosts that the host application allows")]
    [InlineData("//10.0.0.1/", "the host 10.0.0.1 (port 80) is not among the hosts that the host application allows")]
    [InlineData("file:///etc/passwd", "127.0.0.1 redirects to file:///etc/passwd, which is no address of the web")]
    public async Task A_redirect_to_an_address_that_is_not_allowed_is_not_followed(string location, string expected)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        MapValue answer = await CallAsync(server, Map(("url", server.Url("/"))));
        answer["status_code"].Should().Be((Value)0);
        answer["error"].Should().Be((Value)expected);
    }

    [Fact]
    public async Task A_redirect_to_a_name_that_leads_inside_is_not_followed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.Redirect($"http://localhost:{context.Request.Host.Port}/secret");
            return Task.CompletedTask;
        });
        HttpCallOptions options = new()
        {
            AllowedHosts = AllowedHosts.Parse([server.AllowEntry, "localhost"]),
            ResolveAsync = static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2")]),
        };
        MapValue answer = await CallAsync(options, Map(("url", server.Url("/"))));
        answer["error"].ToString().Should().StartWith("the host localhost leads to an address of a private network, 127.0.0.2");
    }

    [Fact]
    public async Task Credentials_are_dropped_when_a_redirect_leaves_the_origin()
    {
        await using LoopbackServer other = await LoopbackServer.StartAsync(EchoAsync);
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/same")
            {
                return EchoAsync(context);
            }

            context.Response.Redirect(context.Request.Path == "/stay" ? "/same" : other.Url("/there"));
            return Task.CompletedTask;
        });
        HttpCallOptions options = new() { AllowedHosts = AllowedHosts.Parse([server.AllowEntry, other.AllowEntry]) };
        Value headers = Map(("Authorization", "Basic x"), ("Cookie", "a=b"), ("X-Api-Key", "k"), ("Accept", "text/plain"));
        string stayed = (await CallAsync(options, Map(("url", server.Url("/stay")), ("headers", headers))))["body"].ToString();
        stayed.Should().Contain("Authorization: Basic x\n").And.Contain("X-Api-Key: k\n");
        string left = (await CallAsync(options, Map(("url", server.Url("/leave")), ("headers", headers))))["body"].ToString();
        left.Should().Contain("Accept: text/plain\n").And.NotContain("Authorization").And.NotContain("Cookie").And.NotContain("X-Api-Key");
    }

    [Theory]
    [InlineData(301, "POST", "GET", "")]
    [InlineData(302, "POST", "GET", "")]
    [InlineData(303, "PUT", "GET", "")]
    [InlineData(307, "POST", "POST", "body")]
    [InlineData(308, "PUT", "PUT", "body")]
    public async Task Redirects_keep_or_change_the_method_as_http_says(int status, string method, string expectedMethod, string expectedBody)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/end")
            {
                return EchoAsync(context);
            }

            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/end";
            return Task.CompletedTask;
        });
        Value request = Map(("url", server.Url("/start")), ("method", method), ("body", "body"), ("headers", Map(("Content-Type", "text/plain"))));
        string echo = (await CallAsync(server, request))["body"].ToString();
        echo.Should().StartWith(expectedMethod + " ").And.EndWith("\n\n" + expectedBody);
        echo.Contains("Content-Type", StringComparison.Ordinal).Should().Be(expectedBody.Length > 0);
    }
}
