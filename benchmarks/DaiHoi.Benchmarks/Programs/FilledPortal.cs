namespace DaiHoi.Benchmarks.Programs;

/// <summary>A data folder with the demo in it, and what was seen of the process that filled it.</summary>
/// <param name="Folder">of a program that has ended</param>
/// <param name="Article">the path of the first article that the home page links</param>
/// <param name="IdleBytes">memory of the process that filled it, some seconds after a few pages</param>
internal sealed record FilledPortal(string Folder, string Article, long IdleBytes)
{
    public static async Task<FilledPortal> FillAsync(string program, string folder, Action<string> say, CancellationToken stop)
    {
        say("filling a portal with the demo");
        await using var portal = await Portal.OpenAsync(program, folder, stop);
        using var reader = new Reader(portal.Port);
        var article = await reader.FirstArticleAsync(stop);
        var idle = await reader.IdleBytesAsync(portal, article, stop);
        return new(folder, article, idle);
    }
}
