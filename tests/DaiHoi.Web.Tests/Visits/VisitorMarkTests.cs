using System.Net;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

public sealed class VisitorMarkTests
{
    private static readonly Salt Salt = new(0x0706050403020100, 0x0f0e0d0c0b0a0908);

    [Fact]
    public void The_hash_is_the_one_of_its_paper() =>
        // Aumasson and Bernstein, appendix A: key 00 … 0f, input 00 … 0e.
        Assert.Equal(0xa129ca6149be45e5, SipHash.Of(Salt, [.. Enumerable.Range(0, 15).Select(n => (byte)n)]));

    [Fact]
    public void An_address_is_the_same_visitor_on_a_socket_of_either_kind() =>
        Assert.Equal(KeyOf("192.0.2.1"), KeyOf("::ffff:192.0.2.1"));

    [Fact]
    public void Address_browser_and_languages_each_tell_visitors_apart()
    {
        var keys = new[]
        {
            KeyOf("192.0.2.1"),
            KeyOf("192.0.2.2"),
            KeyOf("2001:db8::1"),
            KeyOf("192.0.2.1", browser: "Firefox 141"),
            KeyOf("192.0.2.1", languages: "en"),
            new VisitorMark(null, 1, 1).Under(Salt),
        };
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Under_another_salt_nothing_is_known_again() =>
        Assert.NotEqual(KeyOf("192.0.2.1"), new VisitorMark(IPAddress.Parse("192.0.2.1"), 1, 1).Under(Salt.New()));

    [Fact]
    public void Only_the_beginning_of_a_long_header_counts()
    {
        Assert.Equal(
            VisitorMark.Shorten(Salt, new string('ệ', 512)),
            VisitorMark.Shorten(Salt, new string('ệ', 512) + new string('x', 100_000))
        );
        Assert.NotEqual(VisitorMark.Shorten(Salt, new string('a', 511)), VisitorMark.Shorten(Salt, new string('a', 512)));
    }

    private static ulong KeyOf(string address, string browser = "Firefox 140", string languages = "vi") =>
        new VisitorMark(IPAddress.Parse(address), VisitorMark.Shorten(Salt, browser), VisitorMark.Shorten(Salt, languages)).Under(
            Salt
        );
}
