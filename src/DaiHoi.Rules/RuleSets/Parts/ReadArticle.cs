using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Json;

namespace DaiHoi.Rules.RuleSets.Parts;

/// <summary>What stands everywhere in a rule set: articles, cited values, words in both languages, periods.</summary>
internal static class ReadArticle
{
    public static Article Article(this Members members, string key = "article") => members.Object(key, Read);

    public static Article? ArticleOr(this Members members, string key) => members.ObjectOr(key, Read);

    /// <summary>An object of "value" and "article".</summary>
    public static Cited<T> Cited<T>(this Members members, string key, Func<Members, T> value) =>
        members.Object(key, read => new Cited<T>(value(read), read.Article()));

    public static Cited<T>? CitedOr<T>(this Members members, string key, Func<Members, T> value) =>
        members.ObjectOr(key, read => new Cited<T>(value(read), read.Article()));

    public static Words Words(this Members members, string key) => members.Object(key, InBothLanguages);

    public static Words? WordsOr(this Members members, string key) => members.ObjectOr(key, InBothLanguages);

    public static Period Period(this Members members)
    {
        var period = new Period(members.DayOr("from"), members.DayOr("until"));
        if (period.From > period.Until)
            members.Refuse("until", new("đứng trước ngày đầu", "is before the first day"));
        return period;
    }

    public static int Small(this Members members, string key, int least, int most) => (int)members.Integer(key, least, most);

    public static int? SmallOr(this Members members, string key, int least, int most) =>
        (int?)members.IntegerOr(key, least, most);

    private static Words InBothLanguages(Members members) => new(members.Text("vi"), members.Text("en"));

    private static Article Read(Members members)
    {
        var key = members.TextOr("document");
        var article = new Article(
            members.Reading.RuleSet,
            key is null ? null : members.Reading.Documents.GetValueOrDefault(key),
            members.TextOr("article"),
            members.TextOr("clause"),
            members.TextOr("point"),
            members.Choice<Standing>("standing"),
            members.WordsOr("note")
        );
        if (key is not null && article.Document is null)
            members.Refuse("document", new("không có trong documents", "is not among the documents"));
        if (key is null && article.Standing != Standing.Unverified)
            members.Refuse(
                "standing",
                new("không nêu văn bản thì chỉ có thể là unverified", "without a document it can only be unverified")
            );
        if (key is null && (article.Number ?? article.Clause ?? article.Point) is not null)
            members.Refuse("document", new("thiếu, vì đã nêu điều khoản", "is missing, although a place in it is named"));
        if (article.Clause is not null && article.Number is null)
            members.Refuse("article", new("thiếu, vì đã nêu khoản", "is missing, although a clause is named"));
        members.Reading.Articles.Add(new(members.Place.ToString(), article));
        return article;
    }
}
