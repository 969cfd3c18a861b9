namespace DaiHoi.Web.Campaigns.Difficulties;

internal static class DifficultyWords
{
    private const int InList = 280;

    /// <summary>As much of a text as stands in a list, cut between words.</summary>
    public static string Short(string text)
    {
        if (text.Length <= InList)
            return text;
        var cut = text.LastIndexOf(' ', InList);
        return text[..(cut > InList / 2 ? cut : InList)] + "…";
    }
}
