namespace DaiHoi.Web.Newsroom.Import;

internal enum BlockKind
{
    Paragraph,
    Heading,
    List,
    Table,
    Quote,
    Photo,
}

/// <summary>One piece of a body between two line ends, as plain text and as clean HTML.</summary>
/// <param name="Html">what stands inside a paragraph or heading; the whole element of lists, tables and quotations</param>
internal sealed record Block(BlockKind Kind, string Text, string Html)
{
    public RecognisedPhoto? Photo { get; init; }

    /// <summary>Set apart by the old page as the line under a picture is: centred, slanted, or called a caption.</summary>
    public bool LooksLikeCaption { get; init; }

    /// <summary>All of it is bold.</summary>
    public bool IsStrong { get; init; }

    public static Block Paragraph(string text) => new(BlockKind.Paragraph, text, Markup.Text(text));

    public static Block Of(RecognisedPhoto photo) => new(BlockKind.Photo, photo.Caption, "") { Photo = photo };
}
