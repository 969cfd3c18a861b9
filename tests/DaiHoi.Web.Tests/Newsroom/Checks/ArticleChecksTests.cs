using System.Globalization;
using DaiHoi.Web.Newsroom.Checks;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Newsroom.Checks;

/// <summary>What is pointed out before an article is published, and what is not.</summary>
public sealed class ArticleChecksTests
{
    [Theory]
    [InlineData("Có 9/13 đơn vị (61,53 %) tổ chức xong.", "69.23")]
    [InlineData("9 trên 13 đơn vị, đạt 61,53%", "69.23")]
    [InlineData("9 of 13 (61.53 %)", "69.23")]
    [InlineData("9 trong tổng số 13 huyện (chiếm 61,53%)", "69.23")]
    [InlineData("đạt 61,53% (9/13)", "69.23")]
    [InlineData("1.757/18.525 đảng viên (9,6 %)", "9.48")]
    [InlineData("118/120 đại biểu có mặt, đạt 100%", "98.33")]
    [InlineData("9/13 đơn vị (69 %)", "")]
    [InlineData("9/13 đơn vị (69,2 %)", "")]
    [InlineData("9/13 đơn vị (69,23 %)", "")]
    [InlineData("9/13 đơn vị (69,230 %)", "")]
    [InlineData("2/3 (66,6%)", "")]
    [InlineData("2/3 (66,7%)", "")]
    [InlineData("1.757/18.525 đảng viên (9,48 %)", "")]
    [InlineData("120/120 đại biểu, đạt 100%", "")]
    [InlineData("Chiều 2/3, có 61,53% đơn vị", "66.67")]
    [InlineData("Ngày 02/03/2020 đạt 61,53%", "")]
    [InlineData("13/9, đạt 50%", "")]
    [InlineData("0/0 đơn vị (0%)", "")]
    [InlineData("9/13 đơn vị. Tỷ lệ 61,53%", "")]
    public void Percentages_that_do_not_fit_their_numbers_are_found(string text, string right) =>
        Assert.Equal(
            right,
            string.Join(' ', Percentages.WrongIn(text).Select(wrong => wrong.Right.ToString(CultureInfo.InvariantCulture)))
        );

    [Fact]
    public void What_is_quoted_of_a_percentage_ends_with_its_bracket() =>
        Assert.Equal("9/13 đơn vị (61,53 %)", Percentages.WrongIn("Có 9/13 đơn vị (61,53 %) tổ chức xong.")[0].Written);

    [Theory]
    [InlineData("Ngày 5/3/2020 và 05-03-2020", "5/3/2020 05-03-2020")]
    [InlineData("ngày 5 tháng 3 năm 2020", "5 tháng 3 năm 2020")]
    [InlineData("4/3/2020, 3/3/2020, 30/2/2021, 1/13/2021, 2-3, tháng 5-2020", "")]
    [InlineData("31.12.2020", "31.12.2020")]
    public void Days_that_have_not_come_are_found(string text, string days) =>
        Assert.Equal(days, string.Join(' ', FutureDates.In(text, new DateOnly(2020, 3, 4))));

    [Theory]
    [InlineData(
        "Tập trung chuẩn bị và tổ chức tốt đại hội đảng bộ các cấp",
        "Tập trung chuẩn bị, tổ chức tốt đại hội Đảng bộ các cấp",
        true
    )]
    [InlineData("Lộc Ninh tổ chức đại hội điểm cấp cơ sở", "Bù Đăng tổ chức đại hội điểm cấp cơ sở", false)]
    [InlineData("Thông báo", "Thông báo", true)]
    [InlineData("Thông báo nghỉ", "Thông báo họp", false)]
    public void Headlines_that_say_nearly_the_same_are_found(string one, string other, bool alike) =>
        Assert.Equal(alike, AlikeTitles.AreAlike(Fold.Letters(one), Fold.Letters(other)));
}
