using System.Globalization;
using CsCheck;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class PortalDateTests
{
    [Theory]
    [InlineData("04/03/2020 02:42 CH", "2020-03-04 14:42")]
    [InlineData("04/03/2020 02:42 SA", "2020-03-04 02:42")]
    [InlineData("04/03/2020 12:05 SA", "2020-03-04 00:05")]
    [InlineData("04/03/2020 12:30 CH", "2020-03-04 12:30")]
    [InlineData("4/3/2020 2:42 PM", "2020-03-04 14:42")]
    [InlineData("Thứ tư, 04/03/2020 - 14:42", "2020-03-04 14:42")]
    [InlineData("Thứ Tư, ngày 04/03/2020, 14:42 [GMT+7]", "2020-03-04 14:42")]
    [InlineData("Thứ 4, 4/3/2020 | 14:42 GMT+7", "2020-03-04 14:42")]
    [InlineData("Chủ nhật, 1.3.2020, 07:05 (GMT+7)", "2020-03-01 07:05")]
    [InlineData("04-03-2020", "2020-03-04 00:00")]
    [InlineData("4-3-2020 9h05'", "2020-03-04 09:05")]
    [InlineData("Cập nhật lúc 14:42 ngày 04/03/2020", "2020-03-04 14:42")]
    [InlineData("Cập nhật lúc: 14h42, 04/03/2020", "2020-03-04 14:42")]
    [InlineData("Đăng ngày 04/03/2020", "2020-03-04 00:00")]
    [InlineData("Ngày đăng: 04/03/2020 14:42:59", "2020-03-04 14:42:59")]
    [InlineData("(Đăng lúc 04/03/2020 02:42:00 CH)", "2020-03-04 14:42")]
    [InlineData("Ngày 04 tháng 3 năm 2020", "2020-03-04 00:00")]
    [InlineData("2020-03-04", "2020-03-04 00:00")]
    [InlineData("2020-03-04T14:42:00+07:00", "2020-03-04 14:42")]
    [InlineData("2020-03-04T07:42:00Z", "2020-03-04 14:42")]
    [InlineData("2020-03-03T23:30:00.000Z", "2020-03-04 06:30")]
    [InlineData("2020-03-04 14:42:07", "2020-03-04 14:42:07")]
    [InlineData("29/02/2020", "2020-02-29 00:00")]
    [InlineData("04/03/2020 14:42", "2020-03-04 14:42")]
    [InlineData("4/3/2020 14:42 [GMT+7]", "2020-03-04 14:42")]
    [InlineData("04/03/2020 02:42:31 CH (GMT+07:00)", "2020-03-04 14:42:31")]
    [InlineData("Thứ Tư, 04/03/2020", "2020-03-04 00:00")]
    [InlineData("Thứ Ba, ngày 3 tháng 11 năm 2020 7 giờ 05 phút", "2020-11-03 07:05")]
    [InlineData("ngày 04 tháng 3 năm 2020", "2020-03-04 00:00")]
    [InlineData("04\u00A0/\u00A003\u00A0/\u00A02020 02:42\u00A0CH", "2020-03-04 14:42")]
    [InlineData("THỨ TƯ, 04/03/2020 02:42 CH", "2020-03-04 14:42")]
    [InlineData("Thu\u031B\u0301 Tu\u031B, 04/03/2020 - 14:42", "2020-03-04 14:42")]
    [InlineData("2020-03-04T14:42:00.1234567+0700", "2020-03-04 14:42")]
    [InlineData("2020-03-04T02:12:00-05:30", "2020-03-04 14:42")]
    public void Dates_of_old_portals(string text, string expected)
    {
        Assert.True(PortalDate.TryRead(text, out var site));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), site);
    }

    [Theory]
    [InlineData("29/02/2019")]
    [InlineData("31/04/2020 14:42")]
    [InlineData("13/13/2020")]
    [InlineData("03/15/2020")]
    [InlineData("00/03/2020")]
    [InlineData("04/03/2020 24:00")]
    [InlineData("04/03/2020 14:60")]
    [InlineData("01/01/0001")]
    [InlineData("01/01/1900")]
    [InlineData("2020-02-30T10:00:00")]
    [InlineData("Chiều 2-3, Ban Tổ chức Trung ương tổ chức hội nghị")]
    [InlineData("Hội nghị họp ngày 04/03/2020 tại Bình Phước")]
    [InlineData("tháng 3-2020")]
    [InlineData("2-3")]
    [InlineData("Bình Phước, ngày 04 tháng 3 năm 2020")]
    [InlineData("04/03/2020 13:42 CH CH")]
    [InlineData("04/03/2020 05/03/2020")]
    [InlineData("2020-03-04T99:99:99Z")]
    [InlineData("2020-03-04T14:42:00+99:99")]
    [InlineData("9999999999/9999999999/9999999999")]
    [InlineData("26")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date(string? text) => Assert.False(PortalDate.TryRead(text, out _));

    [Fact]
    public void Any_text_is_a_date_or_none() =>
        Gen.OneOf(
                SomeText.Anything,
                Gen.OneOf(
                        "04/03/2020 02:42 CH",
                        "Thứ tư, 04/03/2020 - 14:42",
                        "2020-03-04T14:42:00+07:00",
                        "ngày 04 tháng 3 năm 2020"
                    )
                    .SelectMany(date =>
                        Gen.Select(
                            Gen.Int[0, date.Length - 1],
                            SomeText.Anything,
                            (at, some) => date.Insert(at, some[..Math.Min(2, some.Length)])
                        )
                    )
            )
            .Sample(
                text =>
                {
                    if (PortalDate.TryRead(text, out var date))
                        Assert.InRange(date.Year, 1989, 2100);
                },
                iter: Endurance.Trials(3_000)
            );
}
