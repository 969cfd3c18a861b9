using System.Globalization;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.People;

/// <summary>Dates of birth, names and words as tired people write them.</summary>
public sealed class PersonWordsTests
{
    [Theory]
    [InlineData("12/3/1970", "12/03/1970")]
    [InlineData(" 12-03-1970 ", "12/03/1970")]
    [InlineData("1970-03-12 00:00:00", "12/03/1970")]
    [InlineData("3/1970", "03/1970")]
    [InlineData("03.1970", "03/1970")]
    [InlineData("1970", "1970")]
    [InlineData("29/2/1971", null)]
    [InlineData("13/1970", null)]
    [InlineData("0/1970", null)]
    [InlineData("70", null)]
    [InlineData("0000", null)]
    [InlineData("１９７０", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_date_of_birth_is_known_to_the_day_the_month_or_the_year(string? typed, string? read) =>
        Assert.Equal(read, BirthDate.Of(typed)?.ToString());

    [Theory]
    [InlineData("12/3/1970", "12/3/1970", true)]
    [InlineData("12/3/1970", "13/3/1970", false)]
    [InlineData("12/3/1970", "3/1970", true)]
    [InlineData("12/3/1970", "4/1970", false)]
    [InlineData("12/3/1970", "1970", true)]
    [InlineData("4/1970", "1970", true)]
    [InlineData("4/1970", "1971", false)]
    public void Two_dates_may_be_one_as_far_as_they_are_known(string one, string other, bool may)
    {
        var (first, second) = (BirthDate.Of(one)!.Value, BirthDate.Of(other)!.Value);
        Assert.Equal(may, first.MayBe(second));
        Assert.Equal(may, second.MayBe(first));
    }

    [Theory]
    [InlineData("12/3/1970", "2020-03-11", 49)]
    [InlineData("12/3/1970", "2020-03-12", 50)]
    [InlineData("29/2/1980", "2021-02-28", 40)]
    [InlineData("29/2/1980", "2021-03-01", 41)]
    [InlineData("3/1970", "2020-02-29", 49)]
    [InlineData("3/1970", "2020-03-01", 50)]
    [InlineData("1970", "2020-01-01", 50)]
    public void An_age_counts_full_years(string born, string on, int age) =>
        Assert.Equal(age, BirthDate.Of(born)!.Value.AgeOn(DateOnly.Parse(on, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("Trần Thị Bình", "Trần", "Thị", "Bình")]
    [InlineData("Trần  Bình", "Trần", "", "Bình")]
    [InlineData("Bình", "", "", "Bình")]
    [InlineData("Nguyễn Thị Minh Khai", "Nguyễn", "Thị Minh", "Khai")]
    public void A_name_is_split_where_names_are_split(string full, string family, string middle, string given)
    {
        var name = PersonName.Of(full);
        Assert.Equal((family, middle, given), (name.Family, name.Middle, name.Given));
    }

    [Fact]
    public void Lists_follow_given_name_family_name_middle_names_and_birth()
    {
        string[] inOrder =
        [
            "Lê Văn An 1980",
            "Nguyễn An 1970",
            "Nguyễn Văn An 1969",
            "Nguyễn Văn An 1970",
            "Trần Thị Ánh 1970",
            "Đỗ Bình 1970",
            "Đinh Thị Đào 1970",
            "Trần Hòa 1960",
            "Trần Hoà 1970",
        ];
        var shuffled = inOrder.Order(StringComparer.Ordinal).Reverse();
        Assert.Equal(inOrder, shuffled.OrderBy(Key, StringComparer.Ordinal));

        static string Key(string written) => PlantedPeople.DataOf(written[..^5], written[^4..]).SortKey;
    }

    [Theory]
    [InlineData("NGUYỄN THỊ H'BƠ", "Nguyễn Thị H'Bơ")]
    [InlineData("Y BAN NIÊ-KĐĂM", "Y Ban Niê-Kđăm")]
    [InlineData("trần thị đào", "Trần Thị Đào")]
    [InlineData("Trần thị Bình", "Trần thị Bình")]
    public void A_name_in_capitals_is_written_as_names_are(string typed, string written) =>
        Assert.Equal(written, PersonName.Written(typed));

    [Theory]
    [InlineData("kinh", "Kinh")]
    [InlineData("STIENG", "Xtiêng")]
    [InlineData("S’tiêng", "Xtiêng")]
    [InlineData("Khơ me", "Khmer")]
    [InlineData("H'Mông", "Mông")]
    [InlineData("Ê Đê", "Ê-đê")]
    [InlineData("Klingon", null)]
    [InlineData("", null)]
    public void An_ethnic_group_is_known_by_what_papers_write(string typed, string? name) =>
        Assert.Equal(name, Ethnicities.Of(typed));

    [Fact]
    public void There_are_fifty_four_ethnic_groups()
    {
        Assert.Equal(54, Ethnicities.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Ethnicities.All, name => Assert.Equal(name, Ethnicities.Of(name.ToUpperInvariant())));
    }

    [Theory]
    [InlineData("12/12", "UpperSecondary")]
    [InlineData("10/10", "UpperSecondary")]
    [InlineData("9/12", "LowerSecondary")]
    [InlineData("11/12", "LowerSecondary")]
    [InlineData("7/10", "LowerSecondary")]
    [InlineData("6/10", "Primary")]
    [InlineData("8/12", "Primary")]
    [InlineData("thpt", "UpperSecondary")]
    [InlineData("Trung học cơ sở", "LowerSecondary")]
    [InlineData("13/12", null)]
    [InlineData("0/12", null)]
    [InlineData("11/10", null)]
    public void Schooling_is_read_from_forms_and_words(string typed, string? read) =>
        Assert.Equal(read, PersonWords.SchoolingOf(typed)?.ToString());

    [Theory]
    [InlineData("ThS", "Master")]
    [InlineData("thạc sỹ", "Master")]
    [InlineData("kỹ sư", "University")]
    [InlineData("university", "University")]
    [InlineData("giáo sư", null)]
    public void A_degree_is_read_from_what_offices_write(string typed, string? read) =>
        Assert.Equal(read, PersonWords.DegreeOf(typed)?.ToString());

    [Fact]
    public void Every_word_is_read_back_as_it_is_shown_and_kept()
    {
        foreach (var t in (Texts[])[Texts.Vietnamese, Texts.InEnglish])
        {
            Assert.All(Enum.GetValues<Sex>(), value => Assert.Equal(value, PersonWords.SexOf(PersonWords.Word(value, t))));
            Assert.All(
                Enum.GetValues<Schooling>(),
                value => Assert.Equal(value, PersonWords.SchoolingOf(PersonWords.Word(value, t)))
            );
            Assert.All(Enum.GetValues<Degree>(), value => Assert.Equal(value, PersonWords.DegreeOf(PersonWords.Word(value, t))));
            Assert.All(Enum.GetValues<Theory>(), value => Assert.Equal(value, PersonWords.TheoryOf(PersonWords.Word(value, t))));
        }
        Assert.Equal("upper-secondary", PersonWords.Code(Schooling.UpperSecondary));
        Assert.Equal(Schooling.UpperSecondary, PersonWords.SchoolingOf("upper-secondary"));
    }
}
