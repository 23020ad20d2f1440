using System.Net;
using Bubblescript.Coordination.Http;

namespace Bubblescript.Tests.Coordination.Http;

public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("api.example.com", "api.example.com", 443, true)]
    [InlineData("API.Example.com", "api.example.COM.", 80, true)]
    [InlineData("api.example.com", "evil.api.example.com", 443, false)]
    [InlineData("api.example.com", "api.example.com.evil.net", 443, false)]
    [InlineData("api.example.com:8443", "api.example.com", 8443, true)]
    [InlineData("api.example.com:8443", "api.example.com", 443, false)]
    [InlineData("*.example.org", "a.example.org", 443, true)]
    [InlineData("*.example.org", "a.b.example.org", 443, true)]
    [InlineData("*.example.org", "example.org", 443, false)]
    [InlineData("*.example.org", "badexample.org", 443, false)]
    [InlineData("*", "anything.net", 443, true)]
    [InlineData("*", "8.8.8.8", 443, true)]
    [InlineData("*", "127.0.0.1", 443, false)]
    [InlineData("*", "::1", 443, false)]
    [InlineData("127.0.0.1:5000", "127.0.0.1", 5000, true)]
    [InlineData("127.0.0.1:5000", "127.0.0.1", 5001, false)]
    [InlineData("127.0.0.1:5000", "127.0.0.2", 5000, false)]
    [InlineData("[::1]:5000", "::1", 5000, true)]
    [InlineData("::1", "[::1]", 5000, true)]
    [InlineData("10.0.0.0/8", "10.1.2.3", 80, true)]
    [InlineData("10.0.0.0/8", "11.1.2.3", 80, false)]
    [InlineData("fd00::/8", "fd12::1", 80, true)]
    [InlineData("bücher.example", "xn--bcher-kva.example", 443, true)]
    public void Entries_allow_what_they_name(string entry, string host, int port, bool expected) =>
        AllowedHosts.Parse([entry]).AllowsName(host, port).Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com")]
    [InlineData("example.com/path")]
    [InlineData("example.com:0")]
    [InlineData("example.com:port")]
    [InlineData("a b")]
    [InlineData("*.")]
    [InlineData("**")]
    [InlineData("10.0.0.0/33")]
    public void Wrong_entries_are_refused(string entry)
    {
        FluentActions.Invoking(() => AllowedHosts.Parse([entry])).Should().Throw<ArgumentException>()
            .WithMessage($"\"{entry}\" is no host that can be allowed; write a name*");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("64:ff9b:1::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:7f00:1::", false)]
    [InlineData("::127.0.0.1", false)]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool expected) =>
        PublicAddresses.Contains(IPAddress.Parse(address)).Should().Be(expected);
}
