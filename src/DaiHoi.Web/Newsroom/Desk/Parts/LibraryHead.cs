using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Desk.Parts;

/// <summary>What stands over both lists of the media library: how many of each kind, and the search.</summary>
/// <param name="AreFiles">whether the list below is that of the files</param>
/// <param name="Words">what was searched for, or null</param>
internal sealed record LibraryHead(Texts T, bool AreFiles, string? Words, int Pictures, int Files)
{
    public const string PicturesPath = "/ban-bien-tap/kho-phuong-tien";
    public const string FilesPath = PicturesPath + "/tep";

    /// <summary>The same search in a list.</summary>
    public string In(string path) => Words is null ? path : $"{path}?q={Uri.EscapeDataString(Words)}";
}
