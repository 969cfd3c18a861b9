using System.Text.Json;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.Accounts;

public sealed class AuditWordsTests
{
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
    public void Every_step_of_an_article_is_a_deed_that_has_words()
    {
        foreach (var kind in Enum.GetNames<ArticleStepKind>())
            Assert.Contains("article." + JsonNamingPolicy.KebabCaseLower.ConvertName(kind), AuditWords.Known);
    }

    [Fact]
    public void A_deed_that_nobody_has_put_into_words_stays_as_it_is_written() =>
        Assert.Equal("x.y", AuditWords.Of("x.y", Texts.Vietnamese));
}
