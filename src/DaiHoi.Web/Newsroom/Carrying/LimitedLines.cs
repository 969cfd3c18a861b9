using System.Text;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>Lines of a text, none longer than it may be: what comes behind such a length is not read.</summary>
internal sealed class LimitedLines(TextReader text, int longest)
{
    private readonly char[] buffer = new char[16 * 1024];
    private int at;
    private int filled;

    /// <summary>Null at the end; a line that is too long comes back cut, one sign longer than it may be.</summary>
    public async Task<string?> NextAsync(CancellationToken stop)
    {
        var line = new StringBuilder();
        var any = false;
        while (true)
        {
            if (at == filled)
            {
                (at, filled) = (0, await text.ReadAsync(buffer, stop));
                if (filled == 0)
                    return any ? line.ToString() : null;
            }
            any = true;
            var end = Array.IndexOf(buffer, '\n', at, filled - at);
            var until = end < 0 ? filled : end;
            line.Append(buffer, at, Math.Min(until - at, longest + 1 - line.Length));
            at = end < 0 ? filled : end + 1;
            if (end >= 0 || line.Length > longest)
                return line.ToString();
        }
    }
}
