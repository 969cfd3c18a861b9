using CsCheck;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Tests.Platform;

public sealed class NotesReadTests
{
    private static readonly DateTime Now = SettableTime.Usual.UtcDateTime;

    [Fact]
    public void However_transactions_commit_each_note_is_heard_once() =>
        Gen.Select(
                Gen.Int[0, 30].SelectMany(count => Gen.Shuffle(Enumerable.Range(1, count).ToArray())),
                Gen.Int[0, 40],
                Gen.Int[1, 5]
            )
            .Sample(
                (committed, before, atOnce) =>
                {
                    // Numbers in the order of their commits; some were there before the start.
                    var there = committed.Take(before).Select(seq => (long)seq).ToList();
                    var read = new NotesRead(there, Now);
                    // What was open at the start with a number below all that were there is nobody's to know of.
                    var expected = committed
                        .Skip(before)
                        .Select(seq => (long)seq)
                        .Where(seq => there.Count == 0 || seq > there.Min())
                        .ToHashSet();
                    var heard = new List<long>();
                    foreach (var batch in committed.Skip(before).Chunk(atOnce))
                    {
                        there.AddRange(batch.Select(seq => (long)seq));
                        Poll();
                        Poll();
                    }
                    Assert.Equal(expected.Order(), heard.Order());

                    void Poll() =>
                        heard.AddRange(
                            read.Unheard(there.Where(seq => seq > read.After).Order().Select(seq => (seq, "key")), Now)
                                .Select(note => note.Seq)
                        );
                },
                iter: Endurance.Trials(1_000)
            );

    [Fact]
    public void A_number_that_never_comes_is_looked_for_a_minute()
    {
        var read = new NotesRead([1, 2], Now);
        Assert.Equal([(5, "e")], read.Unheard([(5, "e")], Now));
        Assert.Equal(2, read.After);
        read.Unheard([(5, "e")], Now.AddMinutes(1));
        Assert.Equal(2, read.After);
        read.Unheard([(5, "e")], Now.AddMinutes(1).AddSeconds(1));
        Assert.Equal(5, read.After);
    }

    [Fact]
    public void A_great_gap_costs_no_great_memory()
    {
        var read = new NotesRead([1], Now);
        read.Unheard([(1_000_000_000_000, "far")], Now);
        Assert.Equal(1_000_000_000_000 - 10_000 - 1, read.After);
        read.Unheard([(1_000_000_000_500, "on")], Now);
        Assert.InRange(read.After, 1_000_000_000_000 - 10_000, 1_000_000_000_000);
    }

    [Fact]
    public void Where_there_are_no_notes_the_first_is_heard() =>
        Assert.Equal([(1, "a")], new NotesRead([], Now).Unheard([(1, "a")], Now));
}
