using DaiHoi.Web.Portal.Store;
using Microsoft.AspNetCore.Http;

namespace DaiHoi.Web.Tests.Portal.Store;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("/", "", "/")]
    [InlineData("/", "?utm_source=zalo&fbclid=IwAR0", "/")]
    [InlineData("/chuyen-muc/tin-tuc", "?trang=2", "/chuyen-muc/tin-tuc?trang=2")]
    [InlineData("/chuyen-muc/tin-tuc", "?utm_campaign=a&trang=2&gclid=x", "/chuyen-muc/tin-tuc?trang=2")]
    [InlineData("/tim-kiem", "?trang=2&q=a", "/tim-kiem?q=a&trang=2")]
    [InlineData("/tim-kiem", "?q=%C4%91%E1%BA%A1i+h%E1%BB%99i", "/tim-kiem?q=%C4%91%E1%BA%A1i%20h%E1%BB%99i")]
    [InlineData("/tim-kiem", "?q=a%26trang%3D2", "/tim-kiem?q=a%26trang%3D2")]
    [InlineData("/van-ban", "?co-quan=b&loai=c&nam=2020", "/van-ban?loai=c&co-quan=b&nam=2020")]
    public void Only_what_pages_understand_is_part_of_it(string path, string query, string address)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        Assert.Equal(address, PageAddress.Of(context.Request));
    }

    [Theory]
    [InlineData("", "---")]
    [InlineData("hien-thi=lcd", "lcd")]
    [InlineData("hien-thi=s--", "s--")]
    [InlineData("hien-thi=-c-", "-c-")]
    [InlineData("hien-thi=--l", "--l")]
    [InlineData("a=b; hien-thi=--d; c=d", "--d")]
    [InlineData("hien-thi=xyz", "---")]
    [InlineData("hien-thi=", "---")]
    [InlineData("hien-thi=lcdlcd", "---")]
    [InlineData("hien-thi=lc", "---")]
    [InlineData("hien-thi=%00%00%00", "---")]
    [InlineData("hien-thi=💥d", "---")]
    [InlineData(";;;=;hien-thi", "---")]
    [InlineData("hien-thi=\"lcd\"", "---")]
    public void A_cookie_says_one_of_eighteen_looks(string cookie, string look)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        var display = Display.Of(context.Request);
        Assert.Equal(look, display.Cookie);
        Assert.Equal(look == "---", display.IsUsual);
    }
}
