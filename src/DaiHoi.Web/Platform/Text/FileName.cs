namespace DaiHoi.Web.Platform.Text;

/// <summary>What a file may be called on every reader's disk.</summary>
public static class FileName
{
    private const string NotOnEveryDisk = "<>:\"|?*";

    /// <summary>The name that somebody gave, without folders and without what a disk does not take; it always ends as what it is.</summary>
    /// <param name="ending">of what the content is: ".pdf"</param>
    /// <param name="longest">in letters, the ending included</param>
    public static string Of(string given, string ending, int longest)
    {
        var clean = Fold.Clean(Path.GetFileName(given.Replace('\\', '/'))).Trim();
        var stem = clean.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? clean[..^ending.Length] : clean;
        stem = string.Concat(stem.Select(letter => NotOnEveryDisk.Contains(letter, StringComparison.Ordinal) ? ' ' : letter));
        stem = string.Join(' ', stem.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (stem.Length == 0)
            stem = "tep-dinh-kem";
        var most = longest - ending.Length;
        return (stem.Length <= most ? stem : stem[..most].TrimEnd()) + ending;
    }
}
