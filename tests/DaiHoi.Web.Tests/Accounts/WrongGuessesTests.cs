using System.Net;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Tests.Accounts;

public sealed class WrongGuessesTests
{
    private static readonly IPAddress Somewhere = IPAddress.Parse("203.0.113.5");

    private readonly SettableTime time = new(SettableTime.Usual);
    private readonly WrongGuesses guesses;

    public WrongGuessesTests() => guesses = new(new SiteClock(time, TimeZoneInfo.Utc));

    [Fact]
    public void A_name_is_locked_like_an_account_each_time_for_longer()
    {
        foreach (var minutes in (int[])[1, 2, 4, 8])
        {
            for (var i = 0; i < 4; i++)
                Assert.Null(guesses.CountName("x"));
            Assert.Equal((time.GetUtcNow().AddMinutes(minutes), true), guesses.CountName("x"));
            Assert.Equal((time.GetUtcNow().AddMinutes(minutes), false), guesses.CountName("x"));
            Assert.NotNull(guesses.LockOf("x"));
            Assert.Null(guesses.LockOf("y"));
            time.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Null(guesses.LockOf("x"));
        }
    }

    [Fact]
    public void The_longest_lock_is_a_day() =>
        Assert.Equal(
            (TimeSpan.FromHours(17) + TimeSpan.FromMinutes(4), TimeSpan.FromDays(1)),
            (WrongGuesses.LengthOf(11), WrongGuesses.LengthOf(1_000))
        );

    [Fact]
    public void The_twentieth_within_a_minute_makes_an_address_wait_and_nineteen_a_minute_do_not()
    {
        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < 19; i++)
                Assert.Null(guesses.CountAddress(Somewhere));
            time.Advance(TimeSpan.FromMinutes(1));
        }
        for (var i = 0; i < 19; i++)
        {
            Assert.Null(guesses.CountAddress(Somewhere));
            time.Advance(TimeSpan.FromSeconds(3));
        }
        Assert.Equal(time.GetUtcNow().AddMinutes(1), guesses.CountAddress(Somewhere));
        Assert.NotNull(guesses.LockOf(Somewhere));
        Assert.NotNull(guesses.LockOf(IPAddress.Parse("::ffff:203.0.113.5")));
        Assert.Null(guesses.LockOf(IPAddress.Parse("203.0.113.6")));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(guesses.LockOf(Somewhere));
    }

    [Fact]
    public void A_network_of_IPv6_is_one_and_this_machine_none()
    {
        for (var i = 0; i < WrongGuesses.MostOfAddress; i++)
            guesses.CountAddress(IPAddress.Parse($"2001:db8::{i:x}"));
        Assert.NotNull(guesses.LockOf(IPAddress.Parse("2001:db8::ffff")));
        Assert.Null(guesses.LockOf(IPAddress.Parse("2001:db8:0:1::1")));
        foreach (var own in (IPAddress?[])[IPAddress.Loopback, IPAddress.IPv6Loopback, IPAddress.Parse("::ffff:127.0.0.1"), null])
        {
            for (var i = 0; i < 2 * WrongGuesses.MostOfAddress; i++)
                Assert.Null(guesses.CountAddress(own));
            Assert.Null(guesses.LockOf(own));
        }
    }

    [Fact]
    public void Of_however_many_names_only_so_many_are_kept_and_the_one_tried_longest_ago_goes_first()
    {
        for (var i = 0; i < 3 * WrongGuesses.MostKept; i++)
            Assert.Null(guesses.CountName(NameAt(i)));
        // Each was wrong once: of what is known four more lock, of what is forgotten five.
        var oldest = 2 * WrongGuesses.MostKept;
        Assert.Equal((4, 5, 4), (UntilLocked(NameAt(oldest)), UntilLocked(NameAt(oldest - 1)), UntilLocked(NameAt(oldest + 2))));
        Assert.Equal(4, UntilLocked(NameAt((3 * WrongGuesses.MostKept) - 1)));
    }

    private static string NameAt(int number) => $"name {number}";

    private int UntilLocked(string name)
    {
        for (var wrong = 1; ; wrong++)
        {
            if (guesses.CountName(name) is not null)
                return wrong;
        }
    }
}
