using System.Text;
using AngleSharp.Dom;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// Writes what stands inside a paragraph: text, links and the few marks of emphasis, white space folded, everything else
/// dropped to its text. A line break ends a piece.
/// </summary>
internal sealed class InlineText(Func<string, string?> link)
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder html = new();
    private bool pendingSpace;
    private int strongLetters;
    private int slantedLetters;

    /// <summary>Pieces between line breaks; an empty piece is a second break behind the first.</summary>
    public List<Piece> Pieces { get; } = [];

    public void Append(INode node, Emphasis emphasis = Emphasis.None)
    {
        if (node is IText plain)
            AppendText(plain.Data, emphasis);
        else if (node is IElement { LocalName: "br" })
            EndPiece();
        else if (node is IElement element && !Dom.IsUnseen(element))
            AppendElement(element, emphasis);
    }

    public void EndPiece()
    {
        // Once more as a whole: a letter and its mark may have stood in two elements.
        var written = Fold.Clean(text.ToString());
        var letters = written.Count(char.IsLetter);
        Pieces.Add(
            new(
                written,
                Fold.Clean(html.ToString()),
                letters > 0 && strongLetters >= letters,
                letters > 0 && slantedLetters >= letters
            )
        );
        text.Clear();
        html.Clear();
        pendingSpace = false;
        (strongLetters, slantedLetters) = (0, 0);
    }

    /// <summary>The pieces, and nothing is left of them here.</summary>
    public List<Piece> Take()
    {
        EndPiece();
        var taken = Pieces.ToList();
        Pieces.Clear();
        return taken;
    }

    private void AppendText(string data, Emphasis emphasis)
    {
        foreach (var c in data)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                pendingSpace = text.Length > 0;
                continue;
            }
            if (pendingSpace)
            {
                text.Append(' ');
                html.Append(' ');
                pendingSpace = false;
            }
            text.Append(c);
            html.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    _ => c.ToString(),
                }
            );
            if (!char.IsLetter(c))
                continue;
            strongLetters += emphasis.HasFlag(Emphasis.Strong) ? 1 : 0;
            slantedLetters += emphasis.HasFlag(Emphasis.Slanted) ? 1 : 0;
        }
    }

    private void AppendElement(IElement element, Emphasis emphasis)
    {
        var (tag, added) = TagOf(element);
        // An emphasis inside the same emphasis says nothing more; a break inside one would leave it open.
        if (tag is null || emphasis.HasFlag(added) && added != Emphasis.None || element.QuerySelector("br") is not null)
        {
            foreach (var child in element.ChildNodes)
                Append(child, emphasis | added);
            return;
        }
        if (pendingSpace)
        {
            text.Append(' ');
            html.Append(' ');
            pendingSpace = false;
        }
        var start = html.Length;
        html.Append('<').Append(tag).Append('>');
        var opened = html.Length;
        foreach (var child in element.ChildNodes)
            Append(child, emphasis | added);
        if (html.Length == opened)
            html.Length = start;
        else
            html.Append("</").Append(tag.Split(' ')[0]).Append('>');
    }

    private (string? Tag, Emphasis Added) TagOf(IElement element) =>
        element.LocalName switch
        {
            "b" or "strong" => ("strong", Emphasis.Strong),
            "i" or "em" => ("em", Emphasis.Slanted),
            "sub" => ("sub", Emphasis.None),
            "sup" => ("sup", Emphasis.None),
            "a" => (
                element.GetAttribute("href") is { } address && link(address) is { } kept
                    ? $"a href=\"{Markup.Attribute(kept)}\""
                    : null,
                Emphasis.None
            ),
            _ => (null, StyleOf(element)),
        };

    private static Emphasis StyleOf(IElement element)
    {
        var style = element.GetAttribute("style");
        if (style is null)
            return Emphasis.None;
        return (style.Contains("italic", StringComparison.OrdinalIgnoreCase) ? Emphasis.Slanted : Emphasis.None)
            | (style.Contains("bold", StringComparison.OrdinalIgnoreCase) ? Emphasis.Strong : Emphasis.None);
    }

    /// <param name="Html">the piece with its marks</param>
    internal readonly record struct Piece(string Text, string Html, bool IsStrong, bool IsSlanted);
}

[Flags]
internal enum Emphasis
{
    None = 0,
    Strong = 1,
    Slanted = 2,
}
