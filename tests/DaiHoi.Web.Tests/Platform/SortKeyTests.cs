using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("hoa ban|hoa xuân|hòa âm|hòa bình")]
    [InlineData("An|Anh|Ánh|Ân|Chính|Dung|Dũng|Đạt|Đức")]
    [InlineData("ma|mà|mả|mã|má|mạ|mai|măng|mân|me|mê|mi|mo|mô|mơ|mu|mư|my")]
    [InlineData("dân|đa|đà|đạt|em|ê ẩm|gà")]
    [InlineData("ta|tan|tản|tán|tăng|tâm|thanh|tranh|tư")]
    [InlineData("Chi bộ 1|Chi bộ 2|Chi bộ ấp|Chi bộ cơ sở")]
    [InlineData("ha|ha ha|hà|hàn")]
    public void Words_stand_as_in_a_dictionary(string ordered)
    {
        var words = ordered.Split('|');
        var keys = words.Select(SortKey.Of).ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(words.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Case_and_the_place_of_the_tone_do_not_count()
    {
        Assert.Equal(SortKey.Of("hòa bình"), SortKey.Of("HOÀ  BÌNH"));
        Assert.Equal(SortKey.Of("ủy ban"), SortKey.Of("«Uỷ ban»"));
        Assert.Equal(SortKey.Of("Đăng"), SortKey.Of("Ðăng"));
    }

    [Fact]
    public void Latin_text_gives_an_ascii_key()
    {
        Assert.True(System.Text.Ascii.IsValid(SortKey.Of("Đảng bộ tỉnh Bình Phước 2020–2025, café Zürich")));
        Assert.Equal("", SortKey.Of(" — "));
    }
}
