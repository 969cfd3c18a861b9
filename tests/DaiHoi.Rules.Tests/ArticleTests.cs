using System.Text;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests;

/// <summary>How places in a document, days and shares are written in each language.</summary>
public sealed class ArticleTests
{
    [Theory]
    [InlineData("32", "3", "b", "điểm b khoản 3 Điều 32 ", "Article 32(3), point b, ")]
    [InlineData("32", "3", null, "khoản 3 Điều 32 ", "Article 32(3), ")]
    [InlineData("32", null, "b", "điểm b Điều 32 ", "Article 32, point b, ")]
    [InlineData("32", null, null, "Điều 32 ", "Article 32, ")]
    [InlineData(null, null, "11.1", "điểm 11.1 ", "point 11.1, ")]
    [InlineData(null, null, null, "", "")]
    public void A_place_is_cited_from_the_inside_out(string? number, string? clause, string? point, string vi, string en)
    {
        var article = A.Vn2020.Elections.Threshold.Article with { Number = number, Clause = clause, Point = point };
        Assert.Equal(vi + "Quyết định số 244-QĐ/TW ngày 09/6/2014 của Ban Chấp hành Trung ương", article.Citation.Vietnamese);
        Assert.Equal(en + "Decision 244-QĐ/TW of 9 June 2014, Central Committee", article.Citation.English);
    }

    [Fact]
    public void A_file_takes_the_citation_apart()
    {
        var cited = A.Vn2025.Delegates.Replacement.Without[0].Article with { Number = "5" };
        var count = A.Count(1, 60) with
        {
            Rules = A.Vn2020 with { Elections = A.Vn2020.Elections with { Threshold = new(new(1, 2), cited) } },
        };
        using var output = new MemoryStream();
        CountJson.Write(count.Result, Language.English, output);
        var json = Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains("\"article\": \"5\",\n        \"point\": \"13.1\",", json, StringComparison.Ordinal);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-05", "05/01/2020", "5 January 2020")]
    [InlineData("2020-02-15", "15/02/2020", "15 February 2020")]
    [InlineData("2020-03-09", "09/3/2020", "9 March 2020")]
    [InlineData("2020-04-10", "10/4/2020", "10 April 2020")]
    [InlineData("2020-05-31", "31/5/2020", "31 May 2020")]
    [InlineData("2020-06-01", "01/6/2020", "1 June 2020")]
    [InlineData("2020-07-02", "02/7/2020", "2 July 2020")]
    [InlineData("2020-08-03", "03/8/2020", "3 August 2020")]
    [InlineData("2020-09-04", "04/9/2020", "4 September 2020")]
    [InlineData("2020-10-10", "10/10/2020", "10 October 2020")]
    [InlineData("2020-11-11", "11/11/2020", "11 November 2020")]
    [InlineData("2020-12-12", "12/12/2020", "12 December 2020")]
    public void Offices_write_a_zero_before_days_to_nine_and_months_to_two(string day, string vi, string en)
    {
        Assert.Equal(vi, Say.Vi(A.Day(day)));
        Assert.Equal(en, Say.En(A.Day(day)));
    }

    [Theory]
    [InlineData(0, "0", "0", "0 votes")]
    [InlineData(1, "1", "1", "1 vote")]
    [InlineData(1_757, "1.757", "1,757", "1,757 votes")]
    [InlineData(1_234_567, "1.234.567", "1,234,567", "1,234,567 votes")]
    public void Thousands_are_parted_as_each_language_does(long number, string vi, string en, string votes)
    {
        Assert.Equal(vi, Say.Vi(number));
        Assert.Equal(en, Say.En(number));
        Assert.Equal(votes, Say.En(number, "vote"));
    }

    [Fact]
    public void A_share_above_the_whole_keeps_its_thousands()
    {
        Assert.Equal("1.234,50%", Say.Vi(new Share(24_690, 2_000)));
        Assert.Equal("1,234.50%", Say.En(new Share(24_690, 2_000)));
        Assert.Equal("1234.50", new Share(24_690, 2_000).ToString());
    }
}
