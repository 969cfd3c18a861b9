using System.Text;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Elections;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Signing;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>
/// A file that was changed and given a new hash: whatever in it no longer fits the rest is refused with its place, and of one that
/// fits the verb says what it has not proven.
/// </summary>
public sealed class ArchiveFlawTests : IDisposable
{
    private static readonly DateTime Closed = new(2020, 3, 3, 1, 0, 0, DateTimeKind.Utc);
    private static readonly string Journal = new('a', 64);

    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>What somebody changes in a file, where it is found, and by which words.</summary>
    private static readonly Dictionary<string, (Func<ArchivedResult, ArchivedResult> Change, string Place, string Text)> Changes =
        new(StringComparer.Ordinal)
        {
            ["a signer who is none of the board"] = (
                file => file with { Signature = file.Signature with { By = "Người Lạ" } },
                "signature.by",
                "flaw-signer"
            ),
            ["a signer who is of the board and not its head"] = (
                file => file with { Signature = file.Signature with { By = "Tổ Một" } },
                "signature.by",
                "flaw-signer"
            ),
            ["signed before the list was closed"] = (
                file => file with { Signature = file.Signature with { At = Closed.AddMinutes(-1) } },
                "signature.at",
                "flaw-signed-before-list"
            ),
            ["a version below the first"] = (
                file => file with { Signature = file.Signature with { Version = 0, Reason = "x", Previous = Journal } },
                "signature.version",
                "flaw-version"
            ),
            ["a first version with a reason"] = (
                file => file with { Signature = file.Signature with { Reason = "Đọc nhầm" } },
                "signature.reason",
                "flaw-reason-of-first"
            ),
            ["a first version that follows another"] = (
                file => file with { Signature = file.Signature with { Previous = Journal } },
                "signature.previous",
                "flaw-previous-of-first"
            ),
            ["a correction without its reason"] = (
                file => file with { Signature = file.Signature with { Version = 2, Previous = Journal } },
                "signature.reason",
                "flaw-reason-missing"
            ),
            ["a correction of no version"] = (
                file => file with { Signature = file.Signature with { Version = 2, Reason = "x", Previous = "12" } },
                "signature.previous",
                "flaw-previous-missing"
            ),
            ["more ballots issued than people were there"] = (
                Of(election => election with { Figures = election.Figures with { Present = 4 } }),
                "election.figures.issued",
                "flaw-issued"
            ),
            ["a gap in the numbers of the list"] = (
                Listed(list => list with { Candidates = [list.Candidates[0], list.Candidates[2]] }),
                "election.list.candidates",
                "flaw-list-numbers"
            ),
            ["two names changed round"] = (
                Listed(list =>
                    list with
                    {
                        Candidates =
                        [
                            list.Candidates[0] with
                            {
                                Name = list.Candidates[1].Name,
                            },
                            list.Candidates[1] with
                            {
                                Name = list.Candidates[0].Name,
                            },
                            list.Candidates[2],
                        ],
                    }
                ),
                "election.list.candidates[1].name",
                "flaw-list-order"
            ),
            ["more for the list than there were"] = (
                Listed(list => list with { For = 10 }),
                "election.list.for",
                "flaw-list-votes"
            ),
            ["a list that was not carried"] = (
                Listed(list => list with { For = 3 }),
                "election.list.for",
                "flaw-list-not-carried"
            ),
            ["more at the vote on the list than were summoned"] = (
                Listed(list => list with { Attending = 99, For = 98 }),
                "election.list.attending",
                "flaw-list-attending"
            ),
            ["another number of prepared names"] = (
                Of(election => election with { ListedByCommittee = 2 }),
                "election.listedByCommittee",
                "flaw-list-prepared"
            ),
            ["a duty that no board has"] = (
                Of(election => election with { Board = [.. election.Board, new("board-friend", "Ai Đó")] }),
                "election.board[4].duty",
                "flaw-board-duty"
            ),
            ["batches numbered otherwise"] = (
                Batch(1, batch => batch with { Number = 7 }),
                "election.batches[1].number",
                "flaw-batch-number"
            ),
            ["a batch without a ballot"] = (
                Of(election =>
                    election with
                    {
                        Batches = [.. election.Batches, new(3, 0, Entry("Tổ Một"), Entry("Tổ Hai"), [], [])],
                    }
                ),
                "election.batches[2].size",
                "flaw-batch-size"
            ),
            ["a batch that the other group has entered"] = (
                Batch(0, batch => batch with { A = batch.A! with { By = "Tổ Hai" } }),
                "election.batches[0].a.by",
                "flaw-not-of-group"
            ),
            ["a batch that nobody of the board has entered"] = (
                Batch(1, batch => batch with { B = batch.B! with { By = "Người Lạ" } }),
                "election.batches[1].b.by",
                "flaw-not-of-group"
            ),
            ["a batch taken before the list was closed"] = (
                Batch(0, batch => batch with { A = batch.A! with { OpenedAt = Closed.AddMinutes(-1) } }),
                "election.batches[0].a.openedAt",
                "flaw-before-list"
            ),
            ["a list closed after the batches were taken"] = (
                Listed(list => list with { At = Closed.AddMinutes(12) }),
                "election.batches[0].a.openedAt",
                "flaw-before-list"
            ),
            ["a batch handed in before it was taken"] = (
                Batch(0, batch => batch with { A = batch.A! with { OpenedAt = Closed.AddMinutes(25) } }),
                "election.batches[0].a.handedInAt",
                "flaw-before-taken"
            ),
            ["a batch handed in after the signature"] = (
                Batch(1, batch => batch with { A = batch.A! with { HandedInAt = Closed.AddHours(2) } }),
                "election.batches[1].a.handedInAt",
                "flaw-after-signature"
            ),
            ["a journal without its hash"] = (
                Batch(0, batch => batch with { B = batch.B! with { JournalHash = "x" } }),
                "election.batches[0].b.journalHash",
                "flaw-journal"
            ),
            ["a ballot more than the batch has"] = (
                Batch(1, batch => batch with { A = batch.A! with { Ballots = [.. batch.A.Ballots, new(3, "3", false)] } }),
                "election.batches[1].a.ballots[2].number",
                "flaw-ballot-number"
            ),
            ["a ballot that stands there twice"] = (
                Batch(1, batch => batch with { A = batch.A! with { Ballots = [.. batch.A.Ballots, new(2, "3", false)] } }),
                "election.batches[1].a.ballots[2].number",
                "flaw-ballot-twice"
            ),
            ["a name that is not on the list"] = (
                Batch(1, batch => batch with { B = batch.B! with { Ballots = [new(1, "9", false), batch.B.Ballots[1]] } }),
                "election.batches[1].b.ballots[0].marks",
                "flaw-marks"
            ),
            ["a third reading by somebody of a group"] = (
                Batch(0, batch => batch with { Third = [batch.Third[0] with { By = "Tổ Một" }] }),
                "election.batches[0].third[0].by",
                "flaw-not-third"
            ),
            ["a third reading before a group had handed in"] = (
                Batch(0, batch => batch with { Third = [batch.Third[0] with { At = Closed.AddMinutes(11) }] }),
                "election.batches[0].third[0].at",
                "flaw-before-handed-in"
            ),
            ["a third reading of what the groups read alike"] = (
                Batch(1, batch => batch with { Third = [new(1, "3", false, "Người Ba", Closed.AddMinutes(40))] }),
                "election.batches[1].third[0]",
                "flaw-third-uncalled"
            ),
            ["a decision by somebody else"] = (
                Batch(0, batch => batch with { Decisions = [batch.Decisions[0] with { By = "Người Ba" }] }),
                "election.batches[0].decisions[0].by",
                "flaw-not-head"
            ),
            ["a decision after the signature"] = (
                Batch(0, batch => batch with { Decisions = [batch.Decisions[0] with { At = Closed.AddHours(2) }] }),
                "election.batches[0].decisions[0].at",
                "flaw-after-signature"
            ),
            ["a decision on what the groups read alike"] = (
                Batch(1, batch => batch with { Decisions = [new(1, "2", null, "Trưởng Ban", Closed.AddMinutes(45))] }),
                "election.batches[1].decisions[0]",
                "flaw-decision-uncalled"
            ),
            ["a reason that no rule has"] = (
                Batch(0, batch => batch with { Decisions = [batch.Decisions[0] with { Reason = "unloved" }] }),
                "election.batches[0].decisions[0].reason",
                "flaw-decision-reason"
            ),
            ["a reason that is not that ballot's"] = (
                Batch(0, batch => batch with { Decisions = [batch.Decisions[0] with { Reason = "too-many-names" }] }),
                "election.batches[0].decisions[0].reason",
                "flaw-decision-reason"
            ),
        };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Fact]
    public void What_was_signed_has_no_flaw() =>
        Assert.Equal(ResultFault.None, ResultCheck.Of(Encoding.UTF8.GetBytes(Signed().Text), Signed().Hash).Fault);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_that_does_not_fit_the_rest_is_found_with_its_place(string name)
    {
        var (change, place, text) = Changes[name];
        var verdict = ResultCheck.Of(Encoding.UTF8.GetBytes(Rewritten(change)));
        Assert.Equal(ResultFault.Flawed, verdict.Fault);
        Assert.Contains((place, text), verdict.Flaws.Select(flaw => (flaw.Place, flaw.Text)));
    }

    [Fact]
    public void A_ballot_that_nobody_has_settled_is_named()
    {
        var verdict = ResultCheck.Of(Encoding.UTF8.GetBytes(Rewritten(Batch(0, batch => batch with { Third = [] }))));
        Assert.Equal(ResultFault.OpenBallot, verdict.Fault);
        Assert.Equal([("election.batches[0]", (object)2)], verdict.Flaws.Select(flaw => (flaw.Place, flaw.Values[0])));
    }

    [Fact]
    public async Task Without_the_hash_of_the_minutes_the_verb_says_what_it_has_not_proven()
    {
        var (text, hash) = Signed();
        var file = Saved("ket-qua.json", text);
        var alone = await RunAsync("verify", "result", file);
        Assert.Equal((0, ""), (alone.ExitCode, alone.Errors));
        Assert.StartsWith($"{hash} Kết quả ghi trong tệp đúng là kết quả tính lại", alone.Output, StringComparison.Ordinal);
        Assert.Contains("Chưa chứng minh được đây là tệp đã ký", alone.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("khớp với bản đã ký", alone.Output, StringComparison.Ordinal);
        var compared = await RunAsync("verify", "result", file, "--hash", hash.ToUpperInvariant());
        Assert.Equal((0, ""), (compared.ExitCode, compared.Errors));
        Assert.Contains("khớp với bản đã ký", compared.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Chưa chứng minh", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_names_the_place_of_each_flaw_and_another_rule_set()
    {
        var forged = Saved("forged.json", Rewritten(Changes["a signer who is none of the board"].Change));
        var refused = await RunAsync("verify", "result", forged);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Errors));
        Assert.Contains(
            "signature.by: «Người Lạ» không phải trưởng Ban Kiểm phiếu ghi trong tệp",
            refused.Output,
            StringComparison.Ordinal
        );
        var other = Saved("rules.json", Rewritten(file => file with { Rules = file.Rules + "\n" }));
        var told = await RunAsync("verify", "result", other, "--language", "en");
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("The rule set in the file differs", told.Output, StringComparison.Ordinal);
    }

    private static Func<ArchivedResult, ArchivedResult> Of(Func<CountedElection, CountedElection> change) =>
        file => file with { Election = change(file.Election) };

    private static Func<ArchivedResult, ArchivedResult> Listed(Func<ClosedList, ClosedList> change) =>
        Of(election => election with { List = change(election.List) });

    private static Func<ArchivedResult, ArchivedResult> Batch(int at, Func<CountedBatch, CountedBatch> change) =>
        Of(election => election with { Batches = [.. election.Batches.Select((batch, i) => i == at ? change(batch) : batch)] });

    private static (string Text, string Hash) Signed()
    {
        var rules = RuleSet.Named("vn-2020")!;
        var election = Election();
        return ResultArchive.Write(
            election,
            RuleSetText.Of(rules.Id),
            Count.Of(election.Counting(rules)),
            new(1, null, "Trưởng Ban", Closed.AddHours(1), null)
        );
    }

    /// <summary>The file with a change and the hash that belongs to it now.</summary>
    private static string Rewritten(Func<ArchivedResult, ArchivedResult> change)
    {
        var signed = ResultArchive.Read(Encoding.UTF8.GetBytes(Signed().Text)).Content;
        var changed = change(signed);
        var result = Count.Of(Election().Counting(RuleSet.Named("vn-2020")!));
        return ResultArchive.Write(changed.Election, Encoding.UTF8.GetBytes(changed.Rules), result, changed.Signature).Text;
    }

    // Five ballots for two of three: on the second the groups differ, the third bears a signature.
    private static CountedElection Election() =>
        new(
            "C",
            "T003",
            "Tổ chức 3",
            "Bầu cử",
            Post.Committee,
            2,
            BallotForm.StrikeOut,
            1,
            Among.Everyone,
            3,
            CongressKind.Delegates,
            CountMethod.Ballots,
            new(9, 9, [], 5, 5),
            new(
                Closed,
                "Cán Bộ",
                9,
                9,
                [
                    new(1, "Nguyễn Văn An", CandidateSource.Prepared, null),
                    new(2, "Trần Thị Bình", CandidateSource.Prepared, null),
                    new(3, "Lê Văn Chính", CandidateSource.Prepared, null),
                ]
            ),
            [
                new("board-head", "Trưởng Ban"),
                new("board-group-a", "Tổ Một"),
                new("board-group-b", "Tổ Hai"),
                new("board-third", "Người Ba"),
            ],
            [
                new(
                    1,
                    3,
                    Entry("Tổ Một", new(1, "3", false), new(2, "3", false), new(3, "3", true)),
                    Entry("Tổ Hai", new(1, "3", false), new(2, "2", false), new(3, "3", false)),
                    [new(2, "3", false, "Người Ba", Closed.AddMinutes(30))],
                    [new(3, "3", "marked", "Trưởng Ban", Closed.AddMinutes(35))]
                ),
                new(
                    2,
                    2,
                    Entry("Tổ Một", new(1, "3", false), new(2, "1", false)),
                    Entry("Tổ Hai", new(1, "3", false), new(2, "1", false)),
                    [],
                    []
                ),
            ]
        );

    private static GroupEntry Entry(string by, params BallotLook[] ballots) =>
        new(by, Closed.AddMinutes(10), Closed.AddMinutes(20), Journal, ballots);

    private Task<Ended> RunAsync(params string[] arguments) =>
        RunningProgram.RunAsync(("DAIHOI_DATA", Path.Combine(folder, "data")), arguments);

    private string Saved(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
