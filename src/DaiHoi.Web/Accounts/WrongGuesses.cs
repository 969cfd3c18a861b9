using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Accounts;

/// <summary>
/// Counts the wrong passwords that no account can count: those for a name that nobody has, which is locked as an account would
/// be, so that nobody learns from a lock which names exist; and all that come from one address, whatever the names.
/// </summary>
/// <remarks>
/// In memory, of this process, and bounded: of more than <see cref="MostKept"/> names or addresses the one that was tried
/// longest ago is forgotten, 20,000 guesses later, which one address has no time for. Names are kept as hashes.
/// </remarks>
internal sealed class WrongGuesses(SiteClock clock)
{
    /// <summary>Wrong passwords after which an account or a name is locked.</summary>
    public const int MostOfName = 5;

    /// <summary>Wrong passwords within a minute after which an address waits: an office behind one address mistypes less often.</summary>
    public const int MostOfAddress = 20;
    public const int MostKept = 20_000;

    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLock = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock one = new();
    private readonly Kept<Name> names = new(MostKept);
    private readonly Kept<Source> sources = new(MostKept);

    /// <summary>How long the n-th lock in a row is, from 1: each twice as long as the one before, up to a day.</summary>
    public static TimeSpan LengthOf(int locks) =>
        TimeSpan.FromTicks(Math.Min(FirstLock.Ticks << Math.Min(locks - 1, 20), LongestLock.Ticks));

    /// <summary>Until when a name is locked that no account has; null where it is not.</summary>
    public DateTimeOffset? LockOf(string name)
    {
        lock (one)
            return names.Find(KeyOf(name)) is { Until: var until } && until > Now ? until : null;
    }

    /// <summary>Counts a wrong password for a name that no account has.</summary>
    /// <returns>until when the name is locked, and whether by this one; null where it is not</returns>
    public (DateTimeOffset Until, bool IsNew)? CountName(string name)
    {
        lock (one)
        {
            var kept = names.Take(KeyOf(name));
            if (kept.Until > Now)
                return (kept.Until, false);
            if (++kept.Wrong < MostOfName)
                return null;
            kept.Wrong = 0;
            kept.Until = Now + LengthOf(++kept.Locks);
            return (kept.Until, true);
        }
    }

    /// <summary>Until when an address waits; null where it does not.</summary>
    public DateTimeOffset? LockOf(System.Net.IPAddress? address)
    {
        if (KeyOf(address) is not { } key)
            return null;
        lock (one)
            return sources.Find(key) is { Until: var until } && until > Now ? until : null;
    }

    /// <summary>Counts a wrong password from an address.</summary>
    /// <returns>until when it waits, where this one was one too many; otherwise null</returns>
    public DateTimeOffset? CountAddress(System.Net.IPAddress? address)
    {
        if (KeyOf(address) is not { } key)
            return null;
        lock (one)
        {
            var kept = sources.Take(key);
            if (kept.Until > Now)
                return null;
            kept.Wrong.Enqueue(Now);
            while (kept.Wrong.Peek() <= Now - Minute)
                kept.Wrong.Dequeue();
            if (kept.Wrong.Count < MostOfAddress)
                return null;
            kept.Wrong.Clear();
            return kept.Until = Now + Minute;
        }
    }

    private DateTimeOffset Now => clock.Time.GetUtcNow();

    private static UInt128 KeyOf(string name) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    // Everybody behind a proxy that the settings do not name comes from this machine: one would lock out all. Of IPv6 a whole
    // network of 64 bits belongs to one subscriber.
    private static UInt128? KeyOf(System.Net.IPAddress? address)
    {
        if (address is null || System.Net.IPAddress.IsLoopback(address))
            return null;
        var bytes = address.MapToIPv6().GetAddressBytes();
        var whole = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return address.IsIPv4MappedToIPv6 || address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? whole
            : whole >> 64;
    }

    private sealed class Name
    {
        public int Wrong { get; set; }
        public int Locks { get; set; }
        public DateTimeOffset Until { get; set; }
    }

    private sealed class Source
    {
        public Queue<DateTimeOffset> Wrong { get; } = new();
        public DateTimeOffset Until { get; set; }
    }

    /// <summary>At most so many; the one that was taken longest ago goes first.</summary>
    private sealed class Kept<T>(int most)
        where T : class, new()
    {
        private readonly Dictionary<UInt128, LinkedListNode<(UInt128 Key, T Value)>> byKey = [];
        private readonly LinkedList<(UInt128 Key, T Value)> order = new();

        public T? Find(UInt128 key) => byKey.TryGetValue(key, out var node) ? node.Value.Value : null;

        public T Take(UInt128 key)
        {
            if (byKey.TryGetValue(key, out var node))
            {
                order.Remove(node);
                order.AddLast(node);
                return node.Value.Value;
            }
            if (byKey.Count == most)
            {
                byKey.Remove(order.First!.Value.Key);
                order.RemoveFirst();
            }
            var added = new T();
            byKey[key] = order.AddLast((key, added));
            return added;
        }
    }
}
