using System.Globalization;
using CsCheck;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class FormatsTests
{
    [Theory]
    [InlineData("2020-03-04 14:42", "04/03/2020 02:42 CH")]
    [InlineData("2020-03-04 02:42", "04/03/2020 02:42 SA")]
    [InlineData("2020-03-04 00:05", "04/03/2020 12:05 SA")]
    [InlineData("2020-03-04 12:00", "04/03/2020 12:00 CH")]
    [InlineData("2020-03-04 11:59:59", "04/03/2020 11:59 SA")]
    [InlineData("2020-12-31 23:59:59", "31/12/2020 11:59 CH")]
    public void A_moment_stands_as_portals_write_it(string site, string expected) =>
        Assert.Equal(expected, Formats.Moment(DateTime.Parse(site, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2020-03-04 00:05", "04/03/2020 00:05")]
    [InlineData("2020-03-04 06:58", "04/03/2020 06:58")]
    [InlineData("2020-03-04 14:42", "04/03/2020 14:42")]
    public void A_moment_has_its_hours_of_the_day_in_English(string site, string expected) =>
        Assert.Equal(expected, Formats.Moment(DateTime.Parse(site, CultureInfo.InvariantCulture), english: true));

    [Fact]
    public void A_day_stands_short_plain_and_long()
    {
        var day = new DateOnly(2020, 3, 4);
        Assert.Equal("04/03", Formats.ShortDay(day));
        Assert.Equal("04/03/2020", Formats.Day(day));
        Assert.Equal("Wednesday, 04/03/2020", Formats.LongDay(day, english: true));
        Assert.Equal(
            [
                "Thứ Hai, 02/03/2020",
                "Thứ Ba, 03/03/2020",
                "Thứ Tư, 04/03/2020",
                "Thứ Năm, 05/03/2020",
                "Thứ Sáu, 06/03/2020",
                "Thứ Bảy, 07/03/2020",
                "Chủ Nhật, 08/03/2020",
            ],
            Enumerable.Range(2, 7).Select(date => Formats.LongDay(new(2020, 3, date)))
        );
    }

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(803, "803", "803")]
    [InlineData(1757, "1.757", "1,757")]
    [InlineData(18_525, "18.525", "18,525")]
    [InlineData(1_234_567, "1.234.567", "1,234,567")]
    public void A_number_is_grouped_as_its_language_does(long number, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, Formats.Number(number));
        Assert.Equal(english, Formats.Number(number, english: true));
    }

    [Theory]
    [InlineData(0, "000000000")]
    [InlineData(25_819, "000025819")]
    [InlineData(999_999_999, "999999999")]
    [InlineData(1_000_000_000, "1000000000")]
    public void An_odometer_has_nine_digits_and_loses_none(long visits, string expected) =>
        Assert.Equal(expected, Formats.Odometer(visits));

    [Fact]
    public void What_a_portal_writes_it_reads_again() =>
        Gen.DateTime[new DateTime(1990, 1, 1), new DateTime(2099, 12, 31)]
            .Sample(
                moment =>
                {
                    Assert.True(PortalDate.TryRead(Formats.Moment(moment), out var read));
                    Assert.Equal(moment.Date.AddHours(moment.Hour).AddMinutes(moment.Minute), read);
                    Assert.True(PortalDate.TryRead(Formats.LongDay(DateOnly.FromDateTime(moment)), out read));
                    Assert.Equal(moment.Date, read);
                },
                iter: Endurance.Trials(2_000)
            );
}
