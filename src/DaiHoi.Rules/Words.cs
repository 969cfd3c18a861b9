namespace DaiHoi.Rules;

public enum Language
{
    Vietnamese,
    English,
}

/// <summary>The same said in Vietnamese, as an office writes it, and in plain English.</summary>
public sealed record Words
{
    /// <exception cref="ArgumentException">one of the languages says nothing</exception>
    public Words(string vietnamese, string english)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(vietnamese);
        ArgumentException.ThrowIfNullOrWhiteSpace(english);
        Vietnamese = vietnamese;
        English = english;
    }

    public string Vietnamese { get; }
    public string English { get; }

    public string In(Language language) =>
        language switch
        {
            Language.Vietnamese => Vietnamese,
            Language.English => English,
            _ => throw new ArgumentOutOfRangeException(nameof(language)),
        };

    /// <summary>One sentence after the other.</summary>
    public static Words operator +(Words first, Words second) =>
        new($"{first.Vietnamese} {second.Vietnamese}", $"{first.English} {second.English}");
}
