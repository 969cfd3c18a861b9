namespace DaiHoi.Rules;

/// <summary>Why a document is refused.</summary>
/// <param name="Place">the field, as <c>ballots.papers[2].struck[0]</c>; empty for the whole document</param>
/// <param name="Message">what is wrong there and, where it helps, what to do</param>
public sealed record Problem(string Place, Words Message)
{
    /// <summary>The line for people: place, colon, message.</summary>
    public string In(Language language) => Place.Length == 0 ? Message.In(language) : $"{Place}: {Message.In(language)}";
}
