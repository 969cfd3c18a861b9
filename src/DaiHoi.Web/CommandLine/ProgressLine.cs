using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.CommandLine;

/// <summary>
/// A bar on stderr for work of many steps, redrawn some times a second and gone at the end; nothing at all where stderr is
/// no terminal, or for few steps.
/// </summary>
public sealed class ProgressLine(TextWriter output, int steps, string what) : IDisposable
{
    private const int Fewest = 20;
    private const int Width = 30;
    private const int Pause = 100;

    private readonly bool shown = steps >= Fewest && !Console.IsErrorRedirected;
    private int done;
    private long drawnAt;
    private bool visible;

    public void Step()
    {
        done++;
        if (!shown || Environment.TickCount64 - drawnAt < Pause)
            return;
        drawnAt = Environment.TickCount64;
        var filled = (int)((long)Width * done / steps);
        output.Write(
            $"\r{what} [{new string('█', filled)}{new string('·', Width - filled)}] {Formats.Number(done)}/{Formats.Number(steps)}"
        );
        visible = true;
    }

    /// <summary>Takes the bar away, so that a line can be printed where it stands.</summary>
    public void Hide()
    {
        if (!visible)
            return;
        output.Write("\r\e[K");
        visible = false;
    }

    public void Dispose() => Hide();
}
