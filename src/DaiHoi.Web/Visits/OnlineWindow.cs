using System.Runtime.CompilerServices;

namespace DaiHoi.Web.Visits;

/// <summary>
/// How many visitors had a page view in the last five minutes: for each of those seconds, how many visitors were last
/// seen in it. A visitor seen exactly five minutes ago no longer counts.
/// </summary>
internal sealed class OnlineWindow
{
    public const int Length = 5 * 60;

    private const int Mask = 511;
    private readonly int[] lastSeenIn = new int[Mask + 1];

    public int Online { get; private set; }

    /// <summary>The last second that was told; it never goes back.</summary>
    public long Now { get; private set; } = long.MinValue / 2;

    public void Advance(long second)
    {
        if (second <= Now)
            return;
        if (second - Now >= Length)
        {
            Array.Clear(lastSeenIn);
            Online = 0;
        }
        else
        {
            for (var left = Now - Length + 1; left <= second - Length; left++)
            {
                Online -= lastSeenIn[left & Mask];
                lastSeenIn[left & Mask] = 0;
            }
        }
        Now = second;
    }

    /// <summary>Nobody is known to be online, and it is <paramref name="second"/>.</summary>
    public void Restart(long second)
    {
        Array.Clear(lastSeenIn);
        Online = 0;
        Now = second;
    }

    /// <summary>A visitor is here now.</summary>
    /// <param name="before">when he was here before this, or anything five minutes or more ago</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Seen(long before)
    {
        lastSeenIn[Now & Mask]++;
        if (Now - before < Length)
            lastSeenIn[before & Mask]--;
        else
            Online++;
    }

    /// <summary>A visitor was last here at a second that has passed, and not since.</summary>
    public void SeenAt(long second)
    {
        if (second > Now || Now - second >= Length)
            return;
        lastSeenIn[second & Mask]++;
        Online++;
    }
}
