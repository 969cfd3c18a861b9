using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DaiHoi.Web.Visits;

/// <summary>
/// When each visitor was last here, exact, for visitors of the last half hour: whoever was away longer begins anew, as if
/// never seen, so his place is given away. Eight bytes hold a visitor: 4096 parts by the first twelve bits of the key, and
/// in a part a slot of the other 52 bits and twelve of the time.
/// </summary>
/// <remarks>
/// Keys are keyed hashes, so their bits are random and are the place in the table without another hash; others are counted
/// just as rightly, only slower. Eight slots are a bucket, one line of the cache, searched at once; who finds no place in
/// his own lies in the next that has one. A bucket is filled from its first slot on, so that one with an empty slot ends
/// the search. A part that is seven eighths full grows until it is three fifths full: at most 13.4 bytes for a visitor of
/// the day, and 0.4 MB for the table. Not safe for several threads; seconds must not go back.
/// </remarks>
internal sealed unsafe class VisitorTable : IDisposable
{
    /// <summary>Seconds without a page view after which a visitor is forgotten.</summary>
    public const int Gap = 30 * 60;

    /// <summary>What is answered for somebody who was not here in the last half hour.</summary>
    public const long Unknown = long.MinValue / 4;

    private const int PartBits = 12;
    private const int PartCount = 1 << PartBits;
    private const int BucketSize = 8;
    private const int BucketBytes = BucketSize * sizeof(ulong);

    // A slot keeps second − base + 1. Zero is an empty slot; one is base itself, half an hour before the first use of it.
    private const ulong TimeMask = PartCount - 1;
    private const long LastOffset = (long)TimeMask - 1;
    private const ulong Gone = 1;

    [StructLayout(LayoutKind.Sequential)]
    private struct Part
    {
        public ulong* Slots;
        public long Base;
        public int Buckets;
        public int Used;
    }

    private Part* parts = (Part*)NativeMemory.AlignedAlloc((nuint)(PartCount * sizeof(Part)), BucketBytes);

    public VisitorTable()
    {
        new Span<Part>(parts, PartCount).Clear();
        for (var part = parts; part < parts + PartCount; part++)
        {
            part->Slots = Allocate(buckets: 1);
            part->Buckets = 1;
            part->Base = long.MinValue / 2;
        }
        Bytes = (long)PartCount * (sizeof(Part) + BucketBytes);
    }

    ~VisitorTable() => Free();

    /// <summary>Bytes of all parts and slots.</summary>
    public long Bytes { get; private set; }

    /// <summary>Slots in use; those of visitors who are gone are among them until another takes their place.</summary>
    public int Used { get; private set; }

    /// <summary>Notes that a visitor is here.</summary>
    /// <param name="second">never less than in an earlier call</param>
    /// <returns>the second at which he was last here, if less than half an hour ago, else <see cref="Unknown"/></returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Touch(ulong visitor, long second)
    {
        var part = PartFor(visitor, second);
        var now = second - part->Base + 1;
        var slot = Find(part, visitor, now);
        var value = *slot;
        if ((value ^ (visitor << PartBits)) > TimeMask || value == 0)
        {
            Take(part, slot, visitor, now);
            return Unknown;
        }
        *slot = (visitor << PartBits) | (ulong)now;
        var before = part->Base + (long)(value & TimeMask) - 1;
        return second - before < Gap ? before : Unknown;
    }

    /// <summary>Notes that visitors are here, and answers how many of them were not here in the last half hour.</summary>
    /// <param name="now">the last second seen, before and after; an earlier one counts as that</param>
    public long TouchAll(ReadOnlySpan<PageView> views, ref long now)
    {
        long unknown = 0;
        var last = now;
        foreach (ref readonly var view in views)
        {
            last = Math.Max(last, view.Second);
            unknown += Touch(view.Visitor, last) == Unknown ? 1 : 0;
        }
        now = last;
        return unknown;
    }

    /// <summary>Notes a visitor unless he was noted less than half an hour ago; answers whether he was noted now.</summary>
    /// <param name="second">never less than in an earlier call</param>
    public bool Claim(ulong visitor, long second)
    {
        if (LastOf(visitor, second) != Unknown)
            return false;
        Touch(visitor, second);
        return true;
    }

    /// <summary>When a visitor was last noted, if less than half an hour before <paramref name="second"/>, else <see cref="Unknown"/>.</summary>
    public long LastOf(ulong visitor, long second)
    {
        var part = PartFor(visitor, second);
        var value = *Find(part, visitor, second - part->Base + 1);
        var before = part->Base + (long)(value & TimeMask) - 1;
        return value != 0 && (value ^ (visitor << PartBits)) <= TimeMask && second - before < Gap ? before : Unknown;
    }

    /// <summary>Forgets a visitor at once.</summary>
    /// <param name="second">never less than in an earlier call</param>
    public void Forget(ulong visitor, long second)
    {
        var part = PartFor(visitor, second);
        var slot = Find(part, visitor, second - part->Base + 1);
        if (*slot != 0 && (*slot ^ (visitor << PartBits)) <= TimeMask)
            *slot = (*slot & ~TimeMask) | Gone;
    }

    /// <summary>Visitors who were here less than half an hour before <paramref name="second"/>, in no order.</summary>
    public List<PageView> Since(long second)
    {
        var views = new List<PageView>();
        for (var number = 0; number < PartCount; number++)
        {
            var part = parts[number];
            foreach (var slot in new ReadOnlySpan<ulong>(part.Slots, part.Buckets * BucketSize))
            {
                var last = part.Base + (long)(slot & TimeMask) - 1;
                if (slot != 0 && second - last < Gap)
                    views.Add(new(((ulong)number << (64 - PartBits)) | (slot >> PartBits), last));
            }
        }
        return views;
    }

    /// <summary>Tells of each visitor when he was last here, if it may matter to who is online.</summary>
    public void TellTo(OnlineWindow online)
    {
        for (var part = parts; part < parts + PartCount; part++)
        {
            foreach (var slot in new ReadOnlySpan<ulong>(part->Slots, part->Buckets * BucketSize))
            {
                var last = part->Base + (long)(slot & TimeMask) - 1;
                if (slot != 0 && online.Now - last < OnlineWindow.Length)
                    online.SeenAt(last);
            }
        }
    }

    /// <summary>Asks the processor to fetch the place of a visitor who will be looked up soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong visitor)
    {
        var part = parts + (visitor >> (64 - PartBits));
        if (Sse.IsSupported)
            Sse.Prefetch0(part->Slots + Place(visitor, part->Buckets));
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Part* PartFor(ulong visitor, long second)
    {
        var part = parts + (visitor >> (64 - PartBits));
        if (second - part->Base > LastOffset)
            MoveBase(part, second - Gap);
        return part;
    }

    /// <summary>The slot of a visitor or, where he has none, the first that is empty or whose visitor is gone.</summary>
    /// <param name="now">the second as slots of the part keep it</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong* Find(Part* part, ulong visitor, long now)
    {
        var bucket = part->Slots + Place(visitor, part->Buckets);
        var slots = Vector512.LoadAligned(bucket);
        var rest = Vector512.Create(visitor << PartBits);
        var same = Vector512
            .Equals((slots ^ rest) & Vector512.Create(~TimeMask), Vector512<ulong>.Zero)
            .ExtractMostSignificantBits();
        // An empty slot is the same as the key whose bits are all zero; it lies behind that key's own, should it have one.
        if (same != 0)
            return bucket + BitOperations.TrailingZeroCount(same);
        if (bucket[BucketSize - 1] != 0)
            return FindFurther(part, bucket, visitor, now);
        var goneBefore = Vector512.Create((ulong)Math.Max(now - Gap, 0));
        var open = Vector512.LessThanOrEqual(slots & Vector512.Create(TimeMask), goneBefore).ExtractMostSignificantBits();
        return bucket + BitOperations.TrailingZeroCount(open);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong* FindFurther(Part* part, ulong* bucket, ulong visitor, long now)
    {
        var end = part->Slots + part->Buckets * BucketSize;
        var rest = Vector512.Create(visitor << PartBits);
        var goneBefore = Vector512.Create((ulong)Math.Max(now - Gap, 0));
        ulong* free = null;
        while (true)
        {
            var slots = Vector512.LoadAligned(bucket);
            var same = Vector512
                .Equals((slots ^ rest) & Vector512.Create(~TimeMask), Vector512<ulong>.Zero)
                .ExtractMostSignificantBits();
            if (same != 0 && bucket[BitOperations.TrailingZeroCount(same)] != 0)
                return bucket + BitOperations.TrailingZeroCount(same);
            if (free is null)
            {
                var open = Vector512.LessThanOrEqual(slots & Vector512.Create(TimeMask), goneBefore).ExtractMostSignificantBits();
                if (open != 0)
                    free = bucket + BitOperations.TrailingZeroCount(open);
            }
            // The last slot of a bucket is the last to be filled, and a part is never full: some bucket ends the search.
            if (bucket[BucketSize - 1] == 0)
                return free;
            bucket += BucketSize;
            if (bucket == end)
                bucket = part->Slots;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Place(ulong visitor, int buckets) =>
        (nint)((((visitor << PartBits) >> 32) * (ulong)buckets) >> 32) * BucketSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(Part* part, ulong* slot, ulong visitor, long now)
    {
        var wasEmpty = *slot == 0;
        *slot = (visitor << PartBits) | (ulong)now;
        if (!wasEmpty)
            return;
        Used++;
        if (++part->Used * 8 > part->Buckets * BucketSize * 7)
            Resize(part, now);
    }

    /// <summary>Counts the part's seconds from another base, and forgets who was here before it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MoveBase(Part* part, long newBase)
    {
        var later = Vector512.Create((ulong)Math.Min(newBase - part->Base, long.MaxValue / 2));
        var goneBefore = later + Vector512<ulong>.One;
        var here = 0;
        for (var bucket = part->Slots; bucket < part->Slots + part->Buckets * BucketSize; bucket += BucketSize)
        {
            var slots = Vector512.LoadAligned(bucket);
            var time = slots & Vector512.Create(TimeMask);
            var stays = Vector512.GreaterThan(time, goneBefore);
            var moved =
                (slots & Vector512.Create(~TimeMask)) | Vector512.ConditionalSelect(stays, time - later, Vector512.Create(Gone));
            Vector512
                .ConditionalSelect(Vector512.Equals(time, Vector512<ulong>.Zero), Vector512<ulong>.Zero, moved)
                .StoreAligned(bucket);
            here += BitOperations.PopCount(stays.ExtractMostSignificantBits());
        }
        part->Base = newBase;
        if (part->Buckets > 1 && here * 4 < part->Buckets * BucketSize)
            Resize(part, Gap + 1);
    }

    /// <summary>Forgets who is gone, and gives the part the size that the others need.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Resize(Part* part, long now)
    {
        var old = *part;
        var goneBefore = (ulong)Math.Max(now - Gap, 0);
        var here = 0;
        foreach (var slot in new ReadOnlySpan<ulong>(old.Slots, old.Buckets * BucketSize))
            here += (slot & TimeMask) > goneBefore ? 1 : 0;
        part->Buckets = Math.Max(1, (here * 5 / 3 + BucketSize - 1) / BucketSize);
        part->Slots = Allocate(part->Buckets);
        part->Used = here;
        foreach (var slot in new ReadOnlySpan<ulong>(old.Slots, old.Buckets * BucketSize))
        {
            if ((slot & TimeMask) <= goneBefore)
                continue;
            // Only the 52 bits of the slot decide the place; the part's own number is shifted out.
            var bucket = part->Slots + Place(slot >> PartBits, part->Buckets);
            while (bucket[BucketSize - 1] != 0)
            {
                bucket += BucketSize;
                if (bucket == part->Slots + part->Buckets * BucketSize)
                    bucket = part->Slots;
            }
            while (*bucket != 0)
                bucket++;
            *bucket = slot;
        }
        Bytes += (long)(part->Buckets - old.Buckets) * BucketBytes;
        Used += here - old.Used;
        NativeMemory.AlignedFree(old.Slots);
    }

    private static ulong* Allocate(int buckets)
    {
        var size = (nuint)buckets * BucketBytes;
        var slots = (ulong*)NativeMemory.AlignedAlloc(size, BucketBytes);
        NativeMemory.Clear(slots, size);
        return slots;
    }

    private void Free()
    {
        if (parts is null)
            return;
        for (var part = parts; part < parts + PartCount; part++)
            NativeMemory.AlignedFree(part->Slots);
        NativeMemory.AlignedFree(parts);
        parts = null;
    }
}
