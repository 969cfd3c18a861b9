using System.Text;
using DiffPlex;

namespace DaiHoi.Web.Newsroom.Bodies;

/// <summary>What a text lost and got, word by word.</summary>
internal static class WordDifference
{
    /// <summary>The pieces of both texts in reading order; neighbours of one kind are one piece.</summary>
    public static IReadOnlyList<DifferentPiece> Of(string before, string after)
    {
        var result = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new Words());
        var pieces = new List<DifferentPiece>();
        var b = 0;
        foreach (var block in result.DiffBlocks)
        {
            Add(pieces, PieceKind.Same, result.PiecesNew, b, block.InsertStartB - b);
            Add(pieces, PieceKind.Removed, result.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(pieces, PieceKind.Added, result.PiecesNew, block.InsertStartB, block.InsertCountB);
            b = block.InsertStartB + block.InsertCountB;
        }
        Add(pieces, PieceKind.Same, result.PiecesNew, b, result.PiecesNew.Count - b);
        return Together(pieces);
    }

    // Words that changed one after another read as one change, not as a change for each with a space between.
    private static List<DifferentPiece> Together(List<DifferentPiece> pieces)
    {
        var together = new List<DifferentPiece>();
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        foreach (var (i, piece) in pieces.Index())
        {
            switch (piece.Kind)
            {
                case PieceKind.Removed:
                    removed.Append(piece.Text);
                    break;
                case PieceKind.Added:
                    added.Append(piece.Text);
                    break;
                case PieceKind.Same when IsSpaceInChange(pieces, i, removed, added):
                    removed.Append(piece.Text);
                    added.Append(piece.Text);
                    break;
                case PieceKind.Same:
                    Flush();
                    together.Add(piece);
                    break;
                default:
                    throw new InvalidOperationException(piece.Kind.ToString());
            }
        }
        Flush();
        return together;

        void Flush()
        {
            if (removed.Length > 0)
                together.Add(new(PieceKind.Removed, removed.ToString()));
            if (added.Length > 0)
                together.Add(new(PieceKind.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
    }

    private static bool IsSpaceInChange(List<DifferentPiece> pieces, int at, StringBuilder removed, StringBuilder added) =>
        pieces[at].Text == " "
        && removed.Length > 0
        && added.Length > 0
        && at + 2 < pieces.Count
        && pieces[at + 1].Kind != PieceKind.Same
        && pieces[at + 2].Kind != PieceKind.Same;

    private static void Add(List<DifferentPiece> pieces, PieceKind kind, IReadOnlyList<string> words, int from, int count)
    {
        if (count <= 0)
            return;
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++)
            text.Append(words[i]);
        pieces.Add(new(kind, text.ToString()));
    }

    /// <summary>Words, and what stands between them, as pieces of their own.</summary>
    private sealed class Words : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var pieces = new List<string>();
            var start = 0;
            for (var i = 1; i <= text.Length; i++)
            {
                if (i < text.Length && IsWord(text[i]) && IsWord(text[i - 1]))
                    continue;
                pieces.Add(text[start..i]);
                start = i;
            }
            return pieces;
        }

        private static bool IsWord(char c) => char.IsLetterOrDigit(c);
    }
}

/// <param name="Text">plain text; a line end begins a new paragraph</param>
internal sealed record DifferentPiece(PieceKind Kind, string Text);

internal enum PieceKind
{
    Same,
    Removed,
    Added,
}
