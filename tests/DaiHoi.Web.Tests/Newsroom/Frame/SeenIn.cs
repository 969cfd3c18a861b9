namespace DaiHoi.Web.Tests.Newsroom.Frame;

/// <summary>The mark of what somebody had before him, as a form carries it.</summary>
internal static class SeenIn
{
    /// <param name="form">the name of its handler; empty for the first form that carries one</param>
    public static string Form(string page, string form = "")
    {
        const string Field = "name=\"seen\" value=\"";
        var from = form.Length == 0 ? 0 : page.IndexOf("handler=" + form, StringComparison.Ordinal);
        from = page.IndexOf(Field, from, StringComparison.Ordinal) + Field.Length;
        return page[from..page.IndexOf('"', from)];
    }
}
