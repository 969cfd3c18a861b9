using DaiHoi.Rules.Personnel;

namespace DaiHoi.Rules.Tests.Personnel;

/// <summary>Limits by month of birth, and months of service that must be left.</summary>
public sealed class AgeTests
{
    // CT 35-CT/TW of 2019 with its guide; the month itself is still young enough.
    [Theory]
    [InlineData("province", Candidacy.First, Sex.Men, "1965-09-01", "1965-08-31")]
    [InlineData("province", Candidacy.First, Sex.Women, "1970-09-01", "1970-08-31")]
    [InlineData("district", Candidacy.First, Sex.Men, "1965-06-01", "1965-05-31")]
    [InlineData("district", Candidacy.First, Sex.Women, "1970-06-01", "1970-05-31")]
    [InlineData("province", Candidacy.Again, Sex.Men, "1963-03-01", "1963-02-28")]
    [InlineData("province", Candidacy.Again, Sex.Women, "1968-03-01", "1968-02-29")]
    [InlineData("district", Candidacy.Again, Sex.Men, "1962-12-01", "1962-11-30")]
    [InlineData("district", Candidacy.Again, Sex.Women, "1967-12-01", "1967-11-30")]
    public void The_first_month_is_young_enough_and_the_day_before_it_is_not(
        string level,
        Candidacy candidacy,
        Sex sex,
        string young,
        string old
    )
    {
        var decision = Age.Of(A.Vn2020, level, candidacy, sex, A.Day(young))!;
        Assert.Equal((true, "35-CT/TW"), (decision.Value, decision.Article.Document!.Number));
        Assert.True(Age.Of(A.Vn2020, level, candidacy, sex, A.Day(young[..8] + "28"))!.Value);
        Assert.False(Age.Of(A.Vn2020, level, candidacy, sex, A.Day(old))!.Value);
    }

    [Fact]
    public void Where_nothing_is_said_nothing_is_decided()
    {
        var born = A.Day("1930-01-01");
        Assert.Null(Age.Of(A.Vn2020, "branch", Candidacy.First, Sex.Men, born));
        Assert.Null(Age.Of(A.Vn2025, "province", Candidacy.First, Sex.Men, born));
        Assert.Null(Age.Of(A.Association, "province", Candidacy.First, Sex.Men, born));
        Assert.Null(Service.Of(A.Vn2020, "province", null, Candidacy.First, born));
        Assert.Null(Service.OfSpecialCase(A.Vn2025, "district", null, Candidacy.Again, born));
        Assert.Null(Service.OfSpecialCase(A.Vn2025, "branch", null, Candidacy.Again, born));
    }

    // 2025: a full term left the first time, 48 months again, counted from the month of the level.
    [Theory]
    [InlineData("grassroots", null, Candidacy.First, "2030-04-01", "2030-03-31")]
    [InlineData("grassroots", null, Candidacy.Again, "2029-04-01", "2029-03-31")]
    [InlineData("district", null, Candidacy.First, "2030-06-01", "2030-05-31")]
    [InlineData("district", null, Candidacy.Again, "2029-06-01", "2029-05-31")]
    [InlineData("district", "commune-ward-special-zone", Candidacy.Again, "2029-07-01", "2029-06-30")]
    [InlineData("district", "moon", Candidacy.Again, "2029-06-01", "2029-05-31")]
    [InlineData("province", null, Candidacy.First, "2030-09-01", "2030-08-31")]
    [InlineData("province", null, Candidacy.Again, "2029-09-01", "2029-08-31")]
    public void So_many_months_must_be_left(string level, string? kind, Candidacy candidacy, string enough, string tooFew)
    {
        Assert.True(Service.Of(A.Vn2025, level, kind, candidacy, A.Day(enough))!.Value);
        Assert.False(Service.Of(A.Vn2025, level, kind, candidacy, A.Day(tooFew))!.Value);
    }

    [Theory]
    [InlineData("2029-03-01", true)]
    [InlineData("2029-02-28", false)]
    public void A_deputy_secretary_of_a_province_may_have_fewer(string retires, bool enough) =>
        Assert.Equal(enough, Service.OfSpecialCase(A.Vn2025, "province", null, Candidacy.Again, A.Day(retires))!.Value);
}
