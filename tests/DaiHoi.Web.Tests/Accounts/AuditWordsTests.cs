using DaiHoi.Web.Accounts;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.Accounts;

public sealed class AuditWordsTests
{
    private static readonly SiteClock Clock = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));

    public static TheoryData<string> Deeds => [.. AuditWords.Known];

    [Theory]
    [MemberData(nameof(Deeds))]
    public void Every_deed_is_told_in_words_of_its_own(string deed)
    {
        foreach (var t in (Texts[])[Texts.Vietnamese, Texts.InEnglish])
        {
            var words = AuditWords.Of(deed, t);
            Assert.NotEqual(deed, words);
            Assert.Equal([deed], AuditWords.Known.Where(other => AuditWords.Of(other, t) == words));
        }
    }

    [Fact]
    public void A_deed_that_nobody_has_put_into_words_stays_as_it_is_written() =>
        Assert.Equal("x.y", AuditWords.Of("x.y", Texts.Vietnamese));

    [Fact]
    public void Values_are_told_with_their_names_days_states_and_roles_in_words()
    {
        const string before = """{"status":"Draft","publishAt":"2020-03-04T07:42:00","role":"Editor","nobody":"Draft"}""";
        const string after =
            """{"status":"Published","issuedOn":"2020-03-04","madeUp":true,"items":[{"text":"a","days":3},{"text":"b"}],"blocks":[{"block":"Newest","columns":"Third"}]}""";
        Assert.Equal(
            [
                ("Trạng thái", "bản nháp", "đã đăng"),
                ("Giờ đăng", "04/03/2020 02:42 CH", null),
                ("Vai trò", "Biên tập viên", null),
                ("nobody", "Draft", null),
                ("Ngày ban hành", null, "04/03/2020"),
                ("Dữ liệu minh họa", null, "có"),
                ("Các việc", null, "Nội dung: a, Số ngày: 3; Nội dung: b"),
                ("Các khối", null, "Khối: tin mới nhất, Bề rộng: một phần ba"),
            ],
            AuditWords.Changes(before, after, Texts.Vietnamese, Clock)
        );
        Assert.Equal(["nobody"], AuditWords.Unnamed(before));
    }

    [Theory]
    [InlineData("[\"a\",\"b\"]", "a; b")]
    [InlineData("{\"title\":\"cut of", "{\"title\":\"cut of")]
    public void A_side_that_is_no_object_stands_under_no_name(string json, string told) =>
        Assert.Equal([("", null, told)], AuditWords.Changes(null, json, Texts.Vietnamese, Clock));
}
