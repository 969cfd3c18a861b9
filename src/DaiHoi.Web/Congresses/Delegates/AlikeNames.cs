using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Whether two names on one list may be one person's.</summary>
internal static class AlikeNames
{
    /// <summary>
    /// They are written alike, or one of them without any mark: Dung and Dũng are two names, and "Nguyen Van Dung" may be either.
    /// </summary>
    public static bool MayBeOne(string one, string other) =>
        PersonName.IsSame(one, other)
        || ((IsWithoutMarks(one) || IsWithoutMarks(other)) && Fold.Letters(one) == Fold.Letters(other));

    private static bool IsWithoutMarks(string name) => name.All(char.IsAscii);
}
